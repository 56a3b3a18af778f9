package org.anshe.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/** The area tree as other modules need it. */
public interface Areas {

    /**
     * One area.
     *
     * @param officialCode the statistical code as published, null for grids
     */
    record Area(
            AreaKey key,
            String name,
            AreaLevel level,
            @Nullable String officialCode,
            boolean retired) {}

    /** A new area; its parent must be there already or come earlier in the same list. */
    record NewArea(AreaKey key, String name, @Nullable String officialCode) {}

    Optional<Area> find(AreaKey key);

    /** The areas in use that have this name and lie within one of these ranges; for reading tables people bring. */
    List<Area> named(String name, List<AreaRange> within);

    /** The area; an area that does not exist or is retired is refused with a problem of this module. */
    Area getActive(AreaKey key);

    /** Names of areas, for lists. Unknown keys are left out. */
    Map<AreaKey, String> names(Collection<AreaKey> keys);

    /** Names from the street down, joined by " / ", for example "青石街道 / 桂园社区 / 第3网格". */
    String path(AreaKey key);

    /** {@link #path} of many areas in one go, for lists. Unknown keys are left out. */
    Map<AreaKey, String> paths(Collection<AreaKey> keys);

    /**
     * The areas in use within the scope that a text can mean: a code, a name, or a path such as 青石街道/桂园社区. For
     * imported tables, where exactly one is wanted.
     */
    List<Area> meant(Scope scope, String text);

    /** The key that counts for this area today: another one when it was merged or re-coded, else the same. */
    AreaKey current(AreaKey key);

    /**
     * The key under which this area itself goes on today. As {@link #current}, but an area that joined another one ends
     * there and has its last key.
     */
    AreaKey ownKey(AreaKey key);

    /**
     * The keys under which rows of this area's subtree may stand: its own range, and those of areas that were merged or
     * re-coded into it.
     */
    List<AreaRange> ranges(AreaKey key);

    /** {@link #ranges} for the filter of a list: none when no area is asked for. */
    default List<AreaRange> rangesOf(@Nullable AreaKey wanted) {
        return wanted == null ? List.of() : ranges(wanted);
    }

    /** Registers areas in one go; those already there are left as they are. */
    void register(Caller caller, List<NewArea> areas);
}
