package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.PERSON;

import java.util.Optional;
import java.util.UUID;
import org.anshe.identity.Colleagues;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.anshe.shared.web.CallerSource.LoggedIn;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

/** The people of a hand-over. */
@Repository
class ColleagueRepository implements Colleagues {

    private final DSLContext sql;
    private final CallerQueries callers;

    ColleagueRepository(DSLContext sql, CallerQueries callers) {
        this.sql = sql;
        this.callers = callers;
    }

    @Override
    public Optional<Colleague> find(Scope scope, UUID person) {
        return select(scope, person).fetchOptional(ColleagueRepository::colleague);
    }

    @Override
    public Optional<Colleague> hold(Scope scope, UUID person) {
        return select(scope, person).forShare().fetchOptional(ColleagueRepository::colleague);
    }

    @Override
    public Optional<Caller> active(UUID person) {
        return callers.find(person).map(LoggedIn::caller);
    }

    private SelectConditionStep<Record5<UUID, String, Long, UUID, java.time.Instant>> select(Scope scope, UUID person) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.AREA_KEY, PERSON.UNIT_ID, PERSON.RETIRED_AT)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .and(PersonQueries.visible(scope));
    }

    private static Colleague colleague(Record5<UUID, String, Long, UUID, java.time.Instant> row) {
        Long area = row.get(PERSON.AREA_KEY);
        return new Colleague(
                row.get(PERSON.ID),
                row.get(PERSON.NAME),
                area == null ? null : new AreaKey(area),
                row.get(PERSON.UNIT_ID),
                row.get(PERSON.RETIRED_AT) != null);
    }
}
