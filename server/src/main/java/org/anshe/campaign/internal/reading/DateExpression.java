package org.anshe.campaign.internal.reading;

import org.jspecify.annotations.Nullable;

/**
 * A date or a span of dates as printed.
 *
 * @param from null in an open span (即日起至9月底)
 * @param to the only date, or the end of the span; null when the span has no end (5月起)
 * @param span whether two ends are meant
 */
record DateExpression(
        int start,
        int end,
        @Nullable DatePoint from,
        @Nullable DatePoint to,
        boolean span,
        Relation relation) {

    /** What the words after a date make of it. */
    enum Relation {
        AT,
        BEFORE,
        SINCE
    }

    DatePoint any() {
        DatePoint point = to == null ? from : to;
        if (point == null) {
            throw new IllegalStateException("a date expression without a date");
        }
        return point;
    }
}
