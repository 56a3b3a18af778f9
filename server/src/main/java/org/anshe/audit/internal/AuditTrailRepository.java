package org.anshe.audit.internal;

import static org.anshe.audit.internal.db.Tables.ENTRY;

import java.time.Clock;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditTrailRepository implements AuditTrail {

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrailRepository(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(Caller caller, String action, Subject subject, @Nullable AreaKey area, Map<String, ?> facts) {
        sql.insertInto(ENTRY)
                .set(ENTRY.AT, clock.instant())
                .set(ENTRY.ACTOR_ID, caller.personId())
                .set(ENTRY.ACTOR_NAME, caller.name())
                .set(ENTRY.ACTION, action)
                .set(ENTRY.SUBJECT_KIND, subject.kind())
                .set(ENTRY.SUBJECT_ID, subject.id())
                .set(ENTRY.AREA_KEY, area == null ? null : area.value())
                .set(ENTRY.FACTS, JSONB.valueOf(json.writeValueAsString(facts)))
                .set(ENTRY.TRACE_ID, MDC.get("traceId"))
                .execute();
    }
}
