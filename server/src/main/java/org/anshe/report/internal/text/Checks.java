package org.anshe.report.internal.text;

import java.util.List;
import java.util.Optional;

/** Contradictions a document must not print: parts that do not make the whole, a list shorter than its number. */
public final class Checks {

    private Checks() {}

    /** What is said and what was found. */
    public record Contradiction(String what, long said, long found) {}

    /** Fails to agree when the parts do not add up to the whole; unknown parts are not judged. */
    public static Optional<Contradiction> sum(String what, Figure whole, List<Figure> parts) {
        if (whole.value() == null || parts.stream().anyMatch(part -> part.value() == null)) {
            return Optional.empty();
        }
        long found = parts.stream()
                .map(Figure::value)
                .filter(java.util.Objects::nonNull)
                .mapToLong(java.math.BigDecimal::longValueExact)
                .sum();
        long said = whole.value().longValueExact();
        return said == found ? Optional.empty() : Optional.of(new Contradiction(what, said, found));
    }

    /** Fails to agree when a list that is announced by a number has another length. */
    public static Optional<Contradiction> length(String what, long said, List<String> names) {
        return said == names.size() ? Optional.empty() : Optional.of(new Contradiction(what, said, names.size()));
    }
}
