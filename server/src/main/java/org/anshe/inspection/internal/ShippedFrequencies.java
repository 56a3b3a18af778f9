package org.anshe.inspection.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How often each supervision class is checked unless a plan says otherwise; {@code data/inspection/frequencies.json}. */
@Component
public class ShippedFrequencies {

    private final Content content;

    ShippedFrequencies(JsonMapper json) {
        try (InputStream in = new ClassPathResource("data/inspection/frequencies.json").getInputStream()) {
            content = json.readValue(in, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Content(
            int version,
            String effectiveFrom,
            String source,
            Map<Integer, Cadence> byClass,
            int rescheduleWorkingDays) {}

    public Map<Integer, Cadence> byClass() {
        return Map.copyOf(content.byClass());
    }

    /** How many working days a closed door moves the due day. */
    int rescheduleWorkingDays() {
        return content.rescheduleWorkingDays();
    }
}
