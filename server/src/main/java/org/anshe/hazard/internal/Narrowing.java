package org.anshe.hazard.internal;

import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The smallest community or street that everything asked for lies in. A list in time order can walk an index only under
 * equality on a key, so this is asked for besides the exact ranges.
 *
 * @param community null when more than one is asked for
 * @param street null when more than one is asked for
 * @param exact whether the ranges are just this area, so that nothing else needs to be asked
 */
record Narrowing(@Nullable AreaKey community, @Nullable AreaKey street, boolean exact) {

    static final Narrowing NONE = new Narrowing(null, null, false);

    static Narrowing of(Scope scope, @Nullable AreaKey area) {
        AreaRange hull = hull(scope);
        if (hull == null) {
            return area == null ? NONE : of(area.range(), false);
        }
        boolean whole = scope.grants().size() == 1 && scope.grants().getFirst().unit() == null;
        return area == null ? of(hull, whole) : of(area.range(), whole && hull.contains(area.range()));
    }

    private static Narrowing of(AreaRange range, boolean whole) {
        AreaKey first = new AreaKey(range.first());
        AreaKey last = new AreaKey(range.last());
        AreaKey street = first.at(AreaLevel.STREET);
        AreaKey community = first.at(AreaLevel.COMMUNITY);
        // The key of a whole street is also that of its "community 000": rows of the street itself carry it.
        if (community.equals(last.at(AreaLevel.COMMUNITY)) && community.level() == AreaLevel.COMMUNITY) {
            return new Narrowing(community, street, whole && range.equals(community.range()));
        }
        if (street.equals(last.at(AreaLevel.STREET)) && street.level() == AreaLevel.STREET) {
            return new Narrowing(null, street, whole && range.equals(street.range()));
        }
        return NONE;
    }

    /** From the first to the last key of all grants; null when some grant is not bound to areas. */
    private static @Nullable AreaRange hull(Scope scope) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Scope.Grant grant : scope.grants()) {
            AreaRange areas = grant.areas();
            if (areas == null) {
                return null;
            }
            first = Math.min(first, areas.first());
            last = Math.max(last, areas.last());
        }
        return first > last ? null : new AreaRange(first, last);
    }
}
