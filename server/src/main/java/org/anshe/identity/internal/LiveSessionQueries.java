package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.SESSION;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.anshe.identity.LiveSessions;
import org.anshe.shared.WithoutScope;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Sessions as Spring Session keeps them; one question for all open connections together. */
@Repository
class LiveSessionQueries implements LiveSessions {

    private final DSLContext sql;
    private final Clock clock;

    LiveSessionQueries(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @WithoutScope("asked by the server about ids that only their owners know")
    public Set<String> alive(Collection<String> ids) {
        return sql.select(SESSION.SESSION_ID)
                .from(SESSION)
                .where(SESSION.SESSION_ID.eq(DSL.any(ids.toArray(String[]::new))))
                .and(SESSION.EXPIRY_TIME.gt(clock.millis()))
                .fetchSet(SESSION.SESSION_ID);
    }
}
