package org.anshe.report.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number the system can compute, as the catalogue defines it.
 *
 * @param measure the Chinese measure word of a count, null for a ratio
 * @param source the published view its rows are in
 * @param rows what a row must fulfil to be counted; of a ratio: to be in the denominator
 * @param counted what a row of the denominator must fulfil to be in the numerator; empty for counts
 * @param better which direction is the good one, null when neither
 */
public record Indicator(
        String code,
        Map<String, String> name,
        Map<String, String> definition,
        Kind kind,
        @Nullable String measure,
        String source,
        PeriodRule period,
        List<RowTest> rows,
        @Nullable List<RowTest> counted,
        List<Breakdown> by,
        @Nullable Better better) {

    public Indicator {
        name = Map.copyOf(name);
        definition = Map.copyOf(definition);
        rows = List.copyOf(rows);
        counted = counted == null ? List.of() : List.copyOf(counted);
        by = List.copyOf(by);
        if ((kind == Kind.RATIO) == counted.isEmpty() || (kind == Kind.COUNT) != (measure != null)) {
            throw new IllegalArgumentException(code + " is neither a count nor a ratio");
        }
        if (by.contains(Breakdown.MONTH) && period.rule() != PeriodRule.Rule.DURING) {
            throw new IllegalArgumentException(code + " has no date within the period to divide by month");
        }
    }

    /** Count of rows, or share of rows. */
    public enum Kind {
        COUNT,
        RATIO
    }

    /** Which direction is good. */
    public enum Better {
        MORE,
        LESS
    }

    /** Which rows of an indicator: those that count, or for a ratio all it is a share of. */
    public enum Part {
        NUMERATOR,
        DENOMINATOR
    }

    /** Conditions of one part; every row of the numerator is in the denominator. */
    @JsonIgnore
    List<RowTest> tests(Part part) {
        if (part == Part.DENOMINATOR || counted == null || counted.isEmpty()) {
            return rows;
        }
        List<RowTest> both = new java.util.ArrayList<>(rows);
        both.addAll(counted);
        return both;
    }

    /**
     * What puts a row into a period.
     *
     * @param column the date it goes by; null for {@link Rule#TODAY}
     */
    public record PeriodRule(Rule rule, @Nullable String column) {

        public PeriodRule {
            if ((rule == Rule.TODAY) == (column != null)) {
                throw new IllegalArgumentException(rule + " and the column " + column + " do not go together");
            }
        }

        /** How a row belongs to a period. */
        public enum Rule {
            /** Its date lies in the period. */
            DURING,
            /** Its date lies before the end of the period: it was there by then. */
            AT_END,
            /** It is there today; other periods are unknown. */
            TODAY
        }
    }
}
