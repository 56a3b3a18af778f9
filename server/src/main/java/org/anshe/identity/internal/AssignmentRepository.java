package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.ASSIGNMENT;
import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;
import static org.anshe.identity.internal.db.Tables.ROLE;
import static org.anshe.identity.internal.db.Tables.ROLE_PERMISSION;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.identity.UnitDirectory;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Roles held by people. */
@Repository
class AssignmentRepository {

    private final DSLContext sql;
    private final UnitDirectory units;

    AssignmentRepository(DSLContext sql, UnitDirectory units) {
        this.sql = sql;
        this.units = units;
    }

    /**
     * How far an assignment reaches.
     *
     * @param unitArea where the unit works, null when that is not known or there is none
     */
    record Reach(
            @Nullable AreaRange areas,
            @Nullable UUID unit,
            @Nullable AreaKey unitArea) {}

    /** An assignment that has not ended. */
    record Running(UUID id, UUID person, String role, Reach reach, Set<String> permissions) {}

    Reach reach(@Nullable AreaRange areas, @Nullable UUID unit) {
        UnitDirectory.Place place =
                unit == null ? null : units.byIds(List.of(unit)).get(unit);
        return new Reach(areas, unit, place == null ? null : place.area());
    }

    List<Running> runningOf(UUID person) {
        return running(ASSIGNMENT.PERSON_ID.eq(person));
    }

    Optional<Running> findRunning(UUID person, UUID id) {
        return running(ASSIGNMENT.ID.eq(id).and(ASSIGNMENT.PERSON_ID.eq(person))).stream()
                .findFirst();
    }

    private List<Running> running(org.jooq.Condition which) {
        var permissions = DSL.multiset(DSL.select(ROLE_PERMISSION.PERMISSION)
                        .from(ROLE_PERMISSION)
                        .where(ROLE_PERMISSION.ROLE_ID.eq(ROLE.ID)))
                .convertFrom(rows -> rows.intoSet(ROLE_PERMISSION.PERMISSION));
        return sql.select(
                        ASSIGNMENT.ID,
                        ASSIGNMENT.PERSON_ID,
                        ASSIGNMENT.AREA_FIRST,
                        ASSIGNMENT.AREA_LAST,
                        ASSIGNMENT.UNIT_ID,
                        ROLE.CODE,
                        permissions)
                .from(ASSIGNMENT)
                .join(ROLE)
                .on(ROLE.ID.eq(ASSIGNMENT.ROLE_ID))
                .where(which)
                .and(ASSIGNMENT.ENDED_AT.isNull())
                .fetch(row -> new Running(
                        row.get(ASSIGNMENT.ID),
                        row.get(ASSIGNMENT.PERSON_ID),
                        row.get(ROLE.CODE),
                        reach(range(row), row.get(ASSIGNMENT.UNIT_ID)),
                        row.get(permissions)));
    }

    private static @Nullable AreaRange range(Record row) {
        Long first = row.get(ASSIGNMENT.AREA_FIRST);
        return first == null ? null : new AreaRange(first, Objects.requireNonNull(row.get(ASSIGNMENT.AREA_LAST)));
    }

    void end(UUID id, Instant now) {
        sql.update(ASSIGNMENT)
                .set(ASSIGNMENT.ENDED_AT, now)
                .where(ASSIGNMENT.ID.eq(id))
                .and(ASSIGNMENT.ENDED_AT.isNull())
                .execute();
    }

    /** Whether an assignment of this id was made before, for whomever. */
    boolean exists(UUID id) {
        return sql.fetchExists(ASSIGNMENT, ASSIGNMENT.ID.eq(id));
    }

    /** One change of who administers at a time. */
    void lockAdministration() {
        sql.execute("lock table identity.role_permission in share row exclusive mode");
    }

    /** Whether somebody who can log in manages both people and roles everywhere. */
    boolean somebodyAdministers() {
        return sql.fetchExists(DSL.selectOne()
                .from(PERSON)
                .join(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.RETIRED_AT.isNull())
                .and(CREDENTIAL.DISABLED_AT.isNull())
                .and(holdsEverywhere(Delegation.MANAGE_PEOPLE))
                .and(holdsEverywhere(Delegation.MANAGE_ROLES)));
    }

    private static org.jooq.Condition holdsEverywhere(String permission) {
        return DSL.exists(DSL.selectOne()
                .from(ASSIGNMENT)
                .join(ROLE_PERMISSION)
                .on(ROLE_PERMISSION.ROLE_ID.eq(ASSIGNMENT.ROLE_ID))
                .where(ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
                .and(ASSIGNMENT.ENDED_AT.isNull())
                .and(ASSIGNMENT.UNIT_ID.isNull())
                .and(ASSIGNMENT.AREA_FIRST.eq(AreaRange.EVERYWHERE.first()))
                .and(ROLE_PERMISSION.PERMISSION.eq(permission)));
    }
}
