package org.anshe.paper.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anshe.paper.PaperProblem;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.ProblemException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of papers, from {@code data/papers}. Old versions stay: drafts and issued papers name them. */
@Component
public class PaperKinds {

    private final List<PaperKind> kinds;
    private final Clock clock;

    PaperKinds(JsonMapper json, Clock clock) {
        this.clock = clock;
        this.kinds = read(json);
        Set<String> seen = new HashSet<>();
        for (PaperKind kind : kinds) {
            if (!seen.add(kind.code() + " " + kind.version())) {
                throw new IllegalStateException("Two files for paper kind " + kind.code() + " " + kind.version());
            }
        }
    }

    /** The kinds that new drafts are made of, in the order of the office. */
    public List<PaperKind> inForce() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OfficeTime.ZONE);
        return kinds.stream()
                .map(PaperKind::code)
                .distinct()
                .flatMap(code -> inForce(code, today).stream())
                .sorted(Comparator.comparing(PaperKind::order))
                .toList();
    }

    PaperKind getInForce(String code) {
        return inForce(code, LocalDate.ofInstant(clock.instant(), OfficeTime.ZONE))
                .orElseThrow(() -> new ProblemException(PaperProblem.UNKNOWN_KIND, "kind", code));
    }

    /** The version a paper was made with. */
    PaperKind get(String code, int version) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code) && kind.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No file for paper kind " + code + " " + version));
    }

    /** The newest version, in force or not: for names. */
    PaperKind newest(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .max(Comparator.comparing(PaperKind::version))
                .orElseThrow(() -> new ProblemException(PaperProblem.UNKNOWN_KIND, "kind", code));
    }

    private Optional<PaperKind> inForce(String code, LocalDate day) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code) && kind.inForce(day))
                .max(Comparator.comparing(PaperKind::effectiveFrom).thenComparing(PaperKind::version));
    }

    private static List<PaperKind> read(JsonMapper json) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:data/papers/*.json"))
                    .map(file -> read(json, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PaperKind read(JsonMapper json, Resource file) {
        try (InputStream in = file.getInputStream()) {
            return json.readValue(in, PaperKind.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
