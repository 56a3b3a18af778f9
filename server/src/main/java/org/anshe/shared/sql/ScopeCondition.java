package org.anshe.shared.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.Scope;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Turns a {@link Scope} into the condition that every query carries. */
public final class ScopeCondition {

    private ScopeCondition() {}

    /** For rows that lie in an area and are held by no unit: a grant for a unit alone sees none of them. */
    public static Condition within(Scope scope, Field<Long> areaKey) {
        return condition(scope, areaKey, null);
    }

    /** For rows that lie in an area and are held by a unit. */
    public static Condition within(Scope scope, Field<Long> areaKey, Field<UUID> unitId) {
        return condition(scope, areaKey, unitId);
    }

    /**
     * As {@link #within(Scope, Field, Field)}, but never unknown, so that it can be turned round: a row of no unit is
     * outside of every grant for a unit.
     */
    public static Condition inside(Scope scope, Field<Long> areaKey, Field<UUID> unitId) {
        return DSL.condition(DSL.coalesce(DSL.field(condition(scope, areaKey, unitId)), DSL.inline(false)));
    }

    private static Condition condition(Scope scope, Field<Long> areaKey, @Nullable Field<UUID> unitId) {
        List<Condition> grants = new ArrayList<>();
        for (Scope.Grant grant : scope.grants()) {
            Condition condition = DSL.noCondition();
            if (grant.areas() != null) {
                condition = areaKey.between(grant.areas().first(), grant.areas().last());
            }
            if (grant.unit() != null) {
                condition = unitId == null ? DSL.falseCondition() : condition.and(unitId.eq(grant.unit()));
            }
            grants.add(condition);
        }
        return grants.isEmpty() ? DSL.falseCondition() : DSL.or(grants);
    }
}
