package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.ASSIGNMENT;
import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;
import static org.anshe.identity.internal.db.Tables.ROLE;
import static org.anshe.identity.internal.db.Tables.ROLE_PERMISSION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.anshe.identity.IdentityProblem;
import org.anshe.shared.AreaRange;
import org.anshe.shared.AreaSuccession;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.FixedStatement;
import org.anshe.shared.sql.FrequentSql;
import org.anshe.shared.web.CallerSource.LoggedIn;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * What a person may do where, read anew for every request, so that a change of roles works at once. What a role
 * may is remembered until somebody changes it.
 */
@Repository
class CallerQueries {

    private static final String ANYTHING = "session.own";

    private final DSLContext sql;

    private final FixedStatement byPerson;

    private final AreaSuccession succession;

    private final Map<UUID, Permissions> roles = new ConcurrentHashMap<>();

    private record Permissions(long from, List<String> names) {}

    CallerQueries(DSLContext sql, FrequentSql frequent, AreaSuccession succession) {
        this.sql = sql;
        this.succession = succession;
        this.byPerson = frequent.prepare(sql.select(
                        PERSON.NAME,
                        PERSON.UNIT_ID,
                        CREDENTIAL.MUST_CHANGE,
                        ASSIGNMENT.AREA_FIRST,
                        ASSIGNMENT.AREA_LAST,
                        ASSIGNMENT.UNIT_ID,
                        ROLE.ID,
                        ROLE.PERMISSIONS_FROM)
                .from(PERSON)
                .leftJoin(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                .leftJoin(ASSIGNMENT)
                .on(ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
                .and(ASSIGNMENT.ENDED_AT.isNull())
                .leftJoin(ROLE)
                .on(ROLE.ID.eq(ASSIGNMENT.ROLE_ID))
                .where(PERSON.ID.eq(DSL.param("person", PERSON.ID)))
                .and(PERSON.RETIRED_AT.isNull())
                .and(CREDENTIAL.DISABLED_AT.isNull()));
    }

    /** Empty for a person who has left or was disabled. */
    @WithoutScope("this is where scopes come from")
    Optional<LoggedIn> find(UUID person) {
        Result<Record> rows = byPerson.fetch(person);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Scope.Grant>> grants = new LinkedHashMap<>();
        for (Record row : rows) {
            List<Scope.Grant> held =
                    grants(row.get(ASSIGNMENT.AREA_FIRST), row.get(ASSIGNMENT.AREA_LAST), row.get(ASSIGNMENT.UNIT_ID));
            UUID role = row.get(ROLE.ID);
            if (role != null && !held.isEmpty()) {
                for (String permission : permissions(role, row.get(ROLE.PERMISSIONS_FROM))) {
                    grants.computeIfAbsent(permission, any -> new ArrayList<>()).addAll(held);
                }
            }
        }
        Map<String, Scope> scopes = new LinkedHashMap<>();
        grants.forEach((permission, list) -> scopes.put(permission, new Scope(list)));
        Record first = rows.getFirst();
        Caller caller = new Caller(person, first.get(PERSON.NAME), first.get(PERSON.UNIT_ID), ANYTHING, scopes);
        boolean due = Boolean.TRUE.equals(first.get(CREDENTIAL.MUST_CHANGE));
        return Optional.of(new LoggedIn(caller, due ? IdentityProblem.PASSWORD_CHANGE_DUE : null));
    }

    /** Whatever changes the permissions of a role leaves its own number there. */
    private List<String> permissions(UUID role, long from) {
        Permissions known = roles.get(role);
        if (known == null || known.from() != from) {
            known = new Permissions(
                    from,
                    sql.select(ROLE_PERMISSION.PERMISSION)
                            .from(ROLE_PERMISSION)
                            .where(ROLE_PERMISSION.ROLE_ID.eq(role))
                            .fetch(ROLE_PERMISSION.PERMISSION));
            roles.put(role, known);
        }
        return known.names();
    }

    /** The grant of an assignment, and one for each old range of areas that counts to it today. */
    private List<Scope.Grant> grants(@Nullable Long first, @Nullable Long last, @Nullable UUID unit) {
        if (first == null || last == null) {
            return unit == null ? List.of() : List.of(new Scope.Grant(null, unit));
        }
        return succession.today(new AreaRange(first, last)).stream()
                .map(range -> new Scope.Grant(range, unit))
                .toList();
    }
}
