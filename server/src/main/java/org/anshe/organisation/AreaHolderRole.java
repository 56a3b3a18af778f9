package org.anshe.organisation;

import java.util.Set;
import org.anshe.shared.AreaLevel;

/**
 * As what a person holds an area. A level-1 grid has a section chief and one street leader, a level-2 grid members of
 * staff, a level-3 grid the head of the unit it consists of; grid workers walk grids of any level.
 */
public enum AreaHolderRole {
    STREET_LEADER(Set.of(AreaLevel.STREET, AreaLevel.COMMUNITY, AreaLevel.GRID_1)),
    SECTION_CHIEF(Set.of(AreaLevel.GRID_1)),
    STAFF(Set.of(AreaLevel.COMMUNITY, AreaLevel.GRID_2)),
    UNIT_HEAD(Set.of(AreaLevel.GRID_3)),
    GRID_WORKER(Set.of(AreaLevel.COMMUNITY, AreaLevel.GRID_1, AreaLevel.GRID_2, AreaLevel.GRID_3));

    private final Set<AreaLevel> levels;

    AreaHolderRole(Set<AreaLevel> levels) {
        this.levels = levels;
    }

    /** Whether areas of this level have this kind of holder. */
    public boolean fits(AreaLevel level) {
        return levels.contains(level);
    }
}
