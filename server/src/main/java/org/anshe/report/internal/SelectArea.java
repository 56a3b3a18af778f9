package org.anshe.report.internal;

import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Settles which area figures are about when the caller names none: the smallest one that holds all of the scope. */
@Service
public class SelectArea {

    private final AreaQueries areas;

    SelectArea(AreaQueries areas) {
        this.areas = areas;
    }

    public AreaSelection select(Scope scope, @Nullable AreaKey wanted) {
        if (wanted != null) {
            return new AreaSelection(wanted);
        }
        AreaRange granted = granted(scope);
        if (granted == null) {
            return new AreaSelection(
                    areas.extent(scope).map(SelectArea::holding).orElse(null));
        }
        return new AreaSelection(holding(granted));
    }

    /** From the first to the last key granted; null when a grant is everywhere or wherever a unit's rows lie. */
    private static @Nullable AreaRange granted(Scope scope) {
        long first = Long.MAX_VALUE;
        long last = 0;
        for (Scope.Grant grant : scope.grants()) {
            AreaRange range = grant.areas();
            if (range == null || range.equals(AreaRange.EVERYWHERE)) {
                return null;
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
