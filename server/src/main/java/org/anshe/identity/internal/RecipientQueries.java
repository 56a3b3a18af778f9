package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.ASSIGNMENT;
import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;
import static org.anshe.identity.internal.db.Tables.ROLE_PERMISSION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.identity.Recipients;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaSuccession;
import org.anshe.shared.WithoutScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Assignments read from the other end: not what a person may do, but who may do a thing. */
@Repository
class RecipientQueries implements Recipients {

    private static final String FOR_SENDERS = "chooses whom the system tells; no person's request is answered with it";

    /** A grant for a unit is closer than any range of areas. */
    private static final Field<Long> DISTANCE = DSL.when(ASSIGNMENT.UNIT_ID.isNotNull(), DSL.inline(-1L))
            .otherwise(ASSIGNMENT.AREA_LAST.minus(ASSIGNMENT.AREA_FIRST));

    private final DSLContext sql;
    private final AreaSuccession succession;

    RecipientQueries(DSLContext sql, AreaSuccession succession) {
        this.sql = sql;
        this.succession = succession;
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public List<UUID> nearestHolding(String permission, AreaKey area, @Nullable UUID unit, Set<UUID> except) {
        Field<Long> closest = DSL.field(DSL.name("holders", "distance"), Long.class);
        var holders = DSL.name("holders")
                .as(DSL.select(ASSIGNMENT.PERSON_ID, DSL.min(DISTANCE).as("distance"))
                        .from(ASSIGNMENT)
                        .join(PERSON)
                        .on(PERSON.ID.eq(ASSIGNMENT.PERSON_ID))
                        .leftJoin(CREDENTIAL)
                        .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                        .where(covers(permission, area, unit))
                        .and(except.isEmpty() ? DSL.noCondition() : PERSON.ID.notIn(except))
                        .groupBy(ASSIGNMENT.PERSON_ID));
        return sql.with(holders)
                .select(holders.field(ASSIGNMENT.PERSON_ID))
                .from(holders)
                .where(closest.eq(DSL.select(DSL.min(closest)).from(holders)))
                .orderBy(holders.field(ASSIGNMENT.PERSON_ID))
                .fetch(row -> row.value1());
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public List<UUID> ofUnitHolding(String permission, AreaKey area, UUID unit) {
        return sql.selectDistinct(ASSIGNMENT.PERSON_ID)
                .from(ASSIGNMENT)
                .join(PERSON)
                .on(PERSON.ID.eq(ASSIGNMENT.PERSON_ID))
                .leftJoin(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                .where(covers(permission, area, unit))
                .and(PERSON.UNIT_ID.eq(unit).or(ASSIGNMENT.UNIT_ID.eq(unit)))
                .orderBy(ASSIGNMENT.PERSON_ID)
                .fetch(ASSIGNMENT.PERSON_ID);
    }

    /** The mirror of {@code Scope.covers}, for running assignments of people who are still here. */
    private Condition covers(String permission, AreaKey area, @Nullable UUID unit) {
        Condition inRange = DSL.or(succession.keysOf(area).stream()
                .map(key -> DSL.val(key.value()).between(ASSIGNMENT.AREA_FIRST, ASSIGNMENT.AREA_LAST))
                .toList());
        return ASSIGNMENT
                .ROLE_ID
                .in(DSL.select(ROLE_PERMISSION.ROLE_ID)
                        .from(ROLE_PERMISSION)
                        .where(ROLE_PERMISSION.PERMISSION.eq(permission)))
                .and(ASSIGNMENT.ENDED_AT.isNull())
                .and(ASSIGNMENT.AREA_FIRST.isNull().or(inRange))
                .and(ASSIGNMENT.UNIT_ID.isNull().or(unit == null ? DSL.falseCondition() : ASSIGNMENT.UNIT_ID.eq(unit)))
                .and(PERSON.RETIRED_AT.isNull())
                .and(CREDENTIAL.DISABLED_AT.isNull());
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public Map<UUID, Contact> contacts(Collection<UUID> people) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.LOCALE, PERSON.EMAIL, PERSON.PHONE)
                .from(PERSON)
                .leftJoin(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.ID.eq(DSL.any(people.toArray(UUID[]::new))))
                .and(PERSON.RETIRED_AT.isNull())
                .and(CREDENTIAL.DISABLED_AT.isNull())
                .fetchMap(PERSON.ID, Records.mapping(Contact::new));
    }
}
