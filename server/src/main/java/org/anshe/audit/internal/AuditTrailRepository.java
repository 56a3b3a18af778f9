package org.anshe.audit.internal;

import java.time.Clock;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.internal.db.tables.records.EntryRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.sql.FrequentSql;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditTrailRepository implements AuditTrail {

    private final FrequentSql sql;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrailRepository(FrequentSql sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(Caller caller, String action, Subject subject, @Nullable AreaKey area, Map<String, ?> facts) {
        sql.insert(new EntryRecord()
                .setAt(clock.instant())
                .setActorId(caller.personId())
                .setActorName(caller.name())
                .setAction(action)
                .setSubjectKind(subject.kind())
                .setSubjectId(subject.id())
                .setAreaKey(area == null ? null : area.value())
                .setFacts(JSONB.valueOf(json.writeValueAsString(facts)))
                .setTraceId(MDC.get("traceId")));
    }
}
