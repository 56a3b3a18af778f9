package org.anshe.report.internal;

import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The area figures are about.
 *
 * @param area null for everything there is
 */
public record AreaSelection(@Nullable AreaKey area) {

    AreaRange range() {
        return area == null ? AreaRange.EVERYWHERE : area.range();
    }

    /** Whether the scope reaches into the area at all. */
    boolean reachedBy(Scope scope) {
        AreaRange range = range();
        return scope.grants().stream().anyMatch(grant -> {
            AreaRange areas = grant.areas();
            return areas == null || (areas.first() <= range.last() && range.first() <= areas.last());
        });
    }

    /** Whether the scope holds all of it, so that the figures are those of the area and not of a part. */
    public boolean wholeIn(Scope scope) {
        return scope.grants().stream()
                .anyMatch(grant -> grant.unit() == null
                        && grant.areas() != null
                        && grant.areas().contains(range()));
    }

    /** How many keys an area directly below spans: rows of one such area share the key up to that. */
    long childSpan() {
        AreaLevel level = area == null ? AreaLevel.PROVINCE : area.level();
        AreaLevel child = area == null || level == AreaLevel.GRID_3 ? level : AreaLevel.values()[level.ordinal() + 1];
        return span(child);
    }

    /** The streets the area lies in or holds: recording begins for a whole street, not for each corner of it. */
    AreaRange streets() {
        if (area == null || area.level().compareTo(AreaLevel.STREET) <= 0) {
            return range();
        }
        return area.at(AreaLevel.STREET).range();
    }

    private static long span(AreaLevel level) {
        long span = 1;
        for (int digit = level.digits(); digit < AreaLevel.GRID_3.digits(); digit++) {
            span *= 10;
        }
        return span;
    }
}
