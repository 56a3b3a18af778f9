package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.ASSIGNMENT;
import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;
import static org.anshe.identity.internal.db.Tables.ROLE;
import static org.anshe.identity.internal.db.Tables.ROLE_PERMISSION;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.People;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class PersonRepository implements People {

    private final DSLContext sql;
    private final CallerQueries callers;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    PersonRepository(DSLContext sql, CallerQueries callers, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.callers = callers;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Person> byIds(Collection<UUID> ids) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.UNIT_ID)
                .from(PERSON)
                .where(PERSON.ID.in(ids))
                .fetchMap(PERSON.ID, Records.mapping(Person::new));
    }

    @Override
    @Transactional
    public void register(Caller caller, List<NewPerson> people) {
        Map<String, String> hashes = new HashMap<>();
        for (NewPerson person : people) {
            int added = sql.insertInto(PERSON)
                    .set(PERSON.ID, person.id())
                    .set(PERSON.NAME, person.name().strip())
                    .set(PERSON.UNIT_ID, person.unitId())
                    .set(PERSON.PHONE, person.phone())
                    .set(PERSON.CREATED_AT, clock.instant())
                    .onConflict(PERSON.ID)
                    .doNothing()
                    .execute();
            if (added == 0) {
                continue;
            }
            if (person.login() != null && person.password() != null) {
                sql.insertInto(CREDENTIAL)
                        .set(CREDENTIAL.PERSON_ID, person.id())
                        .set(CREDENTIAL.LOGIN, person.login())
                        .set(CREDENTIAL.PASSWORD_HASH, hashes.computeIfAbsent(person.password(), passwords::encode))
                        .set(CREDENTIAL.MUST_CHANGE, false)
                        .set(CREDENTIAL.CHANGED_AT, clock.instant())
                        .execute();
            }
        }
        audit.record(
                caller, "person.register", Subject.of("people", people.size()), null, Map.of("count", people.size()));
    }

    @Override
    @Transactional
    public void assign(Caller caller, UUID person, String role, @Nullable AreaRange areas, @Nullable UUID unit) {
        UUID roleId = sql.select(ROLE.ID)
                .from(ROLE)
                .where(ROLE.CODE.eq(role))
                .fetchOptional(ROLE.ID)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "role", role));
        UUID id = Ids.next();
        sql.insertInto(ASSIGNMENT)
                .set(ASSIGNMENT.ID, id)
                .set(ASSIGNMENT.PERSON_ID, person)
                .set(ASSIGNMENT.ROLE_ID, roleId)
                .set(ASSIGNMENT.AREA_FIRST, areas == null ? null : areas.first())
                .set(ASSIGNMENT.AREA_LAST, areas == null ? null : areas.last())
                .set(ASSIGNMENT.UNIT_ID, unit)
                .set(ASSIGNMENT.SINCE, clock.instant())
                .execute();
        Map<String, Object> facts = new HashMap<>(Map.of("role", role));
        if (areas != null) {
            facts.put("areas", areas.first() + "-" + areas.last());
        }
        if (unit != null) {
            facts.put("unit", unit);
        }
        audit.record(caller, "person.assign", Subject.of("person", person), null, facts);
    }

    @Override
    public Caller callerOf(UUID person) {
        return callers.find(person).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "person", person));
    }

    @Override
    public List<Person> holding(String permission, AreaKey area, @Nullable UUID unit, String text, int limit) {
        var inArea = ASSIGNMENT
                .AREA_FIRST
                .isNull()
                .or(DSL.val(area.value()).between(ASSIGNMENT.AREA_FIRST, ASSIGNMENT.AREA_LAST));
        var ofUnit = unit == null
                ? ASSIGNMENT.UNIT_ID.isNull()
                : ASSIGNMENT.UNIT_ID.isNull().or(ASSIGNMENT.UNIT_ID.eq(unit));
        return sql.selectDistinct(PERSON.ID, PERSON.NAME, PERSON.UNIT_ID)
                .from(PERSON)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
                .and(ASSIGNMENT.ENDED_AT.isNull())
                .join(ROLE_PERMISSION)
                .on(ROLE_PERMISSION.ROLE_ID.eq(ASSIGNMENT.ROLE_ID))
                .where(ROLE_PERMISSION.PERMISSION.eq(permission))
                .and(PERSON.RETIRED_AT.isNull())
                .and(PERSON.NAME.contains(text))
                .and(inArea)
                .and(ofUnit)
                .orderBy(PERSON.NAME, PERSON.ID)
                .limit(limit)
                .fetch(Records.mapping(Person::new));
    }
}
