package org.anshe.report.internal;

import java.util.List;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The area figures are about.
 *
 * @param area null for everything there is
 * @param ranges the keys its rows may stand under: its own, and those of areas that were merged or re-coded into it
 * @param streets the same for the streets it lies in or holds: recording begins for a whole street, not for each corner
 */
public record AreaSelection(@Nullable AreaKey area, List<AreaRange> ranges, List<AreaRange> streets) {

    /** All there is. */
    static final AreaSelection EVERYTHING =
            new AreaSelection(null, List.of(AreaRange.EVERYWHERE), List.of(AreaRange.EVERYWHERE));

    public AreaSelection {
        ranges = List.copyOf(ranges);
        streets = List.copyOf(streets);
    }

    /** The scope of somebody who sees all of it and nothing else. */
    Scope scope() {
        return Scope.ofRanges(ranges);
    }

    /** Whether the scope reaches into the area at all. */
    boolean reachedBy(Scope scope) {
        return scope.grants().stream()
                .map(Scope.Grant::areas)
                .anyMatch(areas -> areas == null
                        || ranges.stream()
                                .anyMatch(range -> areas.first() <= range.last() && range.first() <= areas.last()));
    }

    /** Whether the scope holds all of it, so that the figures are those of the area and not of a part. */
    public boolean wholeIn(Scope scope) {
        return ranges.stream()
                .allMatch(range -> scope.grants().stream()
                        .anyMatch(grant -> grant.unit() == null
                                && grant.areas() != null
                                && grant.areas().contains(range)));
    }

    /** How many keys an area directly below spans: rows of one such area share the key up to that. */
    long childSpan() {
        AreaLevel level = area == null ? AreaLevel.PROVINCE : area.level();
        AreaLevel child = area == null || level == AreaLevel.GRID_3 ? level : AreaLevel.values()[level.ordinal() + 1];
        return span(child);
    }

    static long span(AreaLevel level) {
        long span = 1;
        for (int digit = level.digits(); digit < AreaLevel.GRID_3.digits(); digit++) {
            span *= 10;
        }
        return span;
    }
}
