package org.anshe.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** From when on something is a trend, from {@code data/common-problems.json}. */
@Component
class ProblemSettings {

    private final Values values;

    ProblemSettings(JsonMapper json) {
        try (InputStream in = new ClassPathResource("data/common-problems.json").getInputStream()) {
            this.values = json.readValue(in, Values.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is set.
     *
     * @param minimum below so many cases a rise is not called one
     * @param repeatWithinDays how long after an earlier report at the same object another of its domain is a repetition
     * @param groups how many groups are shown
     */
    record Values(int version, String source, int minimum, int repeatWithinDays, int groups) {}

    Values values() {
        return values;
    }
}
