package org.anshe.report.internal;

import org.anshe.report.internal.Indicator.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator says. Unknown is not zero: all three are null when nobody counted, and the value is null when a
 * ratio has nothing to be a share of.
 *
 * @param numerator rows counted
 * @param denominator rows a ratio is a share of, null for counts
 * @param value the count, or the share between 0 and 1
 */
public record Reading(
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Nullable Double value) {

    public static final Reading UNKNOWN = new Reading(null, null, null);

    static Reading of(Indicator indicator, long numerator, long denominator) {
        if (indicator.kind() == Kind.COUNT) {
            return new Reading(numerator, null, (double) numerator);
        }
        return new Reading(numerator, denominator, denominator == 0 ? null : (double) numerator / denominator);
    }
}
