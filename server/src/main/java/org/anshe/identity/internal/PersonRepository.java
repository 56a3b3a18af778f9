package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.ASSIGNMENT;
import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;
import static org.anshe.identity.internal.db.Tables.ROLE;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.People;
import org.anshe.identity.UnitDirectory;
import org.anshe.identity.UnitDirectory.Place;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.shared.web.CallerSource.LoggedIn;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class PersonRepository implements People {

    private final DSLContext sql;
    private final UnitDirectory units;
    private final CallerQueries callers;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    PersonRepository(
            DSLContext sql,
            UnitDirectory units,
            CallerQueries callers,
            PasswordEncoder passwords,
            AuditTrail audit,
            Clock clock) {
        this.sql = sql;
        this.units = units;
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
        Map<UUID, Place> places = units.byIds(people.stream()
                .map(NewPerson::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        for (NewPerson person : people) {
            int added = sql.insertInto(PERSON)
                    .set(PERSON.ID, person.id())
                    .set(PERSON.NAME, person.name().strip())
                    .set(PERSON.UNIT_ID, person.unitId())
                    .set(PERSON.AREA_KEY, areaOf(person.unitId(), places))
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
        assign(caller, person, new AssignRole.NewAssignment(Ids.next(), role, areas, unit));
    }

    void assign(Caller caller, UUID person, AssignRole.NewAssignment wanted) {
        String role = wanted.role();
        AreaRange areas = wanted.areas();
        UUID unit = wanted.unitId();
        UUID roleId = sql.select(ROLE.ID)
                .from(ROLE)
                .where(ROLE.CODE.eq(role))
                .fetchOptional(ROLE.ID)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "role", role));
        sql.insertInto(ASSIGNMENT)
                .set(ASSIGNMENT.ID, wanted.id())
                .set(ASSIGNMENT.PERSON_ID, person)
                .set(ASSIGNMENT.ROLE_ID, roleId)
                .set(ASSIGNMENT.AREA_FIRST, areas == null ? null : areas.first())
                .set(ASSIGNMENT.AREA_LAST, areas == null ? null : areas.last())
                .set(ASSIGNMENT.UNIT_ID, unit)
                .set(ASSIGNMENT.SINCE, clock.instant())
                .execute();
        settle(person, areas);
        Map<String, Object> facts = new HashMap<>(Map.of("role", role));
        if (areas != null) {
            facts.put("areas", areas.first() + "-" + areas.last());
        }
        if (unit != null) {
            facts.put("unit", unit);
        }
        audit.record(caller, "person.assign", Subject.of("person", person), areaOf(person), facts);
    }

    /** A person of no area yet belongs to the first one that a role was given for. */
    private void settle(UUID person, @Nullable AreaRange areas) {
        if (areas != null && !areas.equals(AreaRange.EVERYWHERE)) {
            sql.update(PERSON)
                    .set(PERSON.AREA_KEY, areas.first())
                    .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                    .where(PERSON.ID.eq(person))
                    .and(PERSON.AREA_KEY.isNull())
                    .execute();
        }
    }

    private @Nullable AreaKey areaOf(UUID person) {
        return sql.select(PERSON.AREA_KEY)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .and(PERSON.AREA_KEY.isNotNull())
                .fetchOptional(row -> new AreaKey(row.value1()))
                .orElse(null);
    }

    /** False when there is a person of this id already. */
    boolean add(CreateAccount.NewAccount person, @Nullable AreaKey home, Instant now) {
        return sql.insertInto(PERSON)
                        .set(PERSON.ID, person.id())
                        .set(PERSON.NAME, person.name().strip())
                        .set(PERSON.UNIT_ID, person.unitId())
                        .set(PERSON.AREA_KEY, home == null ? null : home.value())
                        .set(PERSON.PHONE, person.phone())
                        .set(PERSON.EMAIL, person.email())
                        .set(PERSON.CREATED_AT, now)
                        .onConflict(PERSON.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** False when somebody changed the person meanwhile. */
    boolean change(UUID id, ChangePerson.Details details, @Nullable AreaKey home) {
        return sql.update(PERSON)
                        .set(PERSON.NAME, details.name().strip())
                        .set(PERSON.PHONE, details.phone())
                        .set(PERSON.EMAIL, details.email())
                        .set(PERSON.UNIT_ID, details.unitId())
                        .set(PERSON.AREA_KEY, home == null ? null : home.value())
                        .set(PERSON.VERSION, details.version() + 1)
                        .where(PERSON.ID.eq(id))
                        .and(PERSON.VERSION.eq(details.version()))
                        .execute()
                == 1;
    }

    void retire(UUID id, Instant now) {
        sql.update(PERSON).set(PERSON.RETIRED_AT, now).where(PERSON.ID.eq(id)).execute();
    }

    void changeEmail(UUID id, @Nullable String email) {
        sql.update(PERSON)
                .set(PERSON.EMAIL, email)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.ID.eq(id))
                .execute();
    }

    void changeLocale(UUID id, String locale) {
        sql.update(PERSON).set(PERSON.LOCALE, locale).where(PERSON.ID.eq(id)).execute();
    }

    private static @Nullable Long areaOf(@Nullable UUID unit, Map<UUID, Place> places) {
        Place place = unit == null ? null : places.get(unit);
        return place == null ? null : place.area().value();
    }

    @Override
    public Caller callerOf(UUID person) {
        return callers.find(person)
                .map(LoggedIn::caller)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "person", person));
    }
}
