package org.anshe.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anshe.report.ReportProblem;
import org.anshe.shared.ProblemException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every indicator there is, read from {@code data/indicators} at start; a definition that no view can answer stops it. */
@Component
public class IndicatorCatalogue {

    private final Map<String, Indicator> byCode = new LinkedHashMap<>();
    private final Map<String, File> files = new LinkedHashMap<>();

    IndicatorCatalogue(JsonMapper json) throws IOException {
        Resource[] resources =
                new PathMatchingResourcePatternResolver().getResources("classpath:data/indicators/*.json");
        Arrays.sort(resources, Comparator.comparing(resource -> String.valueOf(resource.getFilename())));
        for (Resource resource : resources) {
            File file = read(json, resource);
            for (Indicator indicator : file.indicators()) {
                RowConditionQueries.check(indicator);
                if (byCode.put(indicator.code(), indicator) != null) {
                    throw new IllegalStateException("Two indicators are called " + indicator.code());
                }
                files.put(indicator.code(), file);
            }
        }
    }

    /** A shipped file: its version grows with every change of a definition. */
    record File(int version, LocalDate effectiveFrom, List<Indicator> indicators) {}

    public Collection<Indicator> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Indicator> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Indicator get(String code) {
        return find(code).orElseThrow(() -> new ProblemException(ReportProblem.UNKNOWN_INDICATOR, "code", code));
    }

    /** Version of the file that defines it. */
    public int version(Indicator indicator) {
        return file(indicator).version();
    }

    public LocalDate effectiveFrom(Indicator indicator) {
        return file(indicator).effectiveFrom();
    }

    private File file(Indicator indicator) {
        File file = files.get(indicator.code());
        if (file == null) {
            throw new IllegalArgumentException("Not of this catalogue: " + indicator.code());
        }
        return file;
    }

    private static File read(JsonMapper json, Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return json.readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
