package org.anshe.shared.sql;

import java.util.Collection;
import org.anshe.shared.AreaRange;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Narrows rows to an area: to all the ranges its rows may stand under. It is no scope; every query carries that too. */
public final class AreaCondition {

    private AreaCondition() {}

    /** Rows whose key lies in one of the ranges; none when there is no range. */
    public static Condition within(Collection<AreaRange> ranges, Field<Long> areaKey) {
        return DSL.or(ranges.stream()
                .map(range -> areaKey.between(range.first(), range.last()))
                .toList());
    }

    /** Rows that lie in one of the first ranges (anywhere when there is none) and in none of the others. */
    public static Condition share(Collection<AreaRange> within, Collection<AreaRange> except, Field<Long> areaKey) {
        Condition inside = within.isEmpty() ? DSL.noCondition() : within(within, areaKey);
        return except.isEmpty() ? inside : inside.and(DSL.not(within(except, areaKey)));
    }
}
