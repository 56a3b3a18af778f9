package org.anshe.report.internal;

import java.util.List;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Settles which area figures are about when the caller names none: the smallest one that holds all of the scope. */
@Service
public class SelectArea {

    private final AreaQueries extents;
    private final Areas areas;

    SelectArea(AreaQueries extents, Areas areas) {
        this.extents = extents;
        this.areas = areas;
    }

    public AreaSelection select(Scope scope, @Nullable AreaKey wanted) {
        if (wanted != null) {
            return of(wanted);
        }
        AreaRange range = granted(scope);
        AreaKey area =
                range == null ? extents.extent(scope).map(SelectArea::holding).orElse(null) : holding(range);
        return area == null ? AreaSelection.EVERYTHING : of(area);
    }

    AreaSelection of(AreaKey area) {
        List<AreaRange> ranges = areas.ranges(area);
        boolean withinStreet = area.level().compareTo(AreaLevel.STREET) > 0;
        return new AreaSelection(area, ranges, withinStreet ? areas.ranges(area.at(AreaLevel.STREET)) : ranges);
    }

    /**
     * From the first to the last key granted, without areas that were merged or re-coded; null when a grant is
     * everywhere or wherever a unit's rows lie.
     */
    private @Nullable AreaRange granted(Scope scope) {
        long first = Long.MAX_VALUE;
        long last = 0;
        for (Scope.Grant grant : scope.grants()) {
            AreaRange range = grant.areas();
            if (range == null || range.equals(AreaRange.EVERYWHERE)) {
                return null;
            }
            AreaKey key = new AreaKey(range.first());
            if (!areas.current(key).equals(key)) {
                continue;
            }
            first = Math.min(first, range.first());
            last = Math.max(last, range.last());
        }
        return first > last ? null : new AreaRange(first, last);
    }

    private static @Nullable AreaKey holding(AreaRange range) {
        AreaKey first = new AreaKey(range.first());
        for (int i = AreaLevel.values().length - 1; i >= 0; i--) {
            AreaKey area = first.at(AreaLevel.values()[i]);
            if (area.range().contains(range)) {
                return area;
            }
        }
        return null;
    }
}
