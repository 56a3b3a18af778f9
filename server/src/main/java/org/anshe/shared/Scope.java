package org.anshe.shared;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows a caller may see or touch with one permission: the union of grants. Every query and every use case takes
 * one.
 */
public record Scope(List<Grant> grants) {

    /** Sees nothing. */
    public static final Scope NONE = new Scope(List.of());

    /** Sees everything: for the system's own work, never for a person's request. */
    public static final Scope EVERYTHING = new Scope(List.of(new Grant(AreaRange.EVERYWHERE, null)));

    public Scope {
        grants = List.copyOf(grants);
    }

    /** Everything that lies in one of these ranges and nothing else. */
    public static Scope ofRanges(List<AreaRange> ranges) {
        return new Scope(ranges.stream().map(range -> new Grant(range, null)).toList());
    }

    /** Whether a row in this area, held by this unit (null: by none), lies inside. */
    public boolean covers(AreaKey area, @Nullable UUID unit) {
        return grants.stream().anyMatch(grant -> grant.covers(area, unit));
    }

    /** Whether the whole subtree of this area lies inside, whichever unit holds a row. */
    public boolean coversArea(AreaKey area) {
        return grants.stream()
                .anyMatch(grant -> grant.unit() == null
                        && grant.areas() != null
                        && grant.areas().contains(area.range()));
    }

    /** Whether every row of every area and unit lies inside. */
    public boolean isEverything() {
        return grants.stream().anyMatch(grant -> grant.unit() == null && AreaRange.EVERYWHERE.equals(grant.areas()));
    }

    /**
     * One grant: rows within an area range, rows of a unit, or rows of the unit within the range.
     *
     * @param areas null: wherever the unit's rows lie
     * @param unit null: whichever unit holds the row
     */
    public record Grant(@Nullable AreaRange areas, @Nullable UUID unit) {

        public Grant {
            if (areas == null && unit == null) {
                throw new IllegalArgumentException("A grant names an area range, a unit or both");
            }
        }

        boolean covers(AreaKey area, @Nullable UUID holder) {
            return (areas == null || areas.contains(area)) && (unit == null || unit.equals(holder));
        }
    }
}
