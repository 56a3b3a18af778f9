package org.anshe.audit.internal;

import static org.anshe.audit.internal.db.Tables.ENTRY;
import static org.anshe.audit.internal.db.Tables.LINK;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entries of the audit trail, newest first. */
@Repository
public class AuditQueries {

    private final DSLContext sql;
    private final JsonMapper json;

    AuditQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What to look for; null members do not restrict. */
    public record Filter(
            @Nullable UUID actorId,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable Instant from,
            @Nullable Instant before) {}

    /** One entry; {@code position} in the chain is null until it is sealed. */
    public record Entry(
            long id,
            Instant at,
            @Nullable UUID actorId,
            String actorName,
            String action,
            String subjectKind,
            String subjectId,
            Map<String, Object> facts,
            @Nullable String traceId,
            @Nullable Long position) {}

    /** Entries of records that lie nowhere are for those whose scope is everything. */
    public Page<Entry> list(Scope scope, Filter filter, PageRequest page) {
        Condition condition = ScopeCondition.within(scope, ENTRY.AREA_KEY);
        if (scope.isEverything()) {
            condition = condition.or(ENTRY.AREA_KEY.isNull());
        }
        if (page.after() != null) {
            condition = condition.and(ENTRY.ID.lt(Cursor.parse(page.after(), 1).number(0)));
        }
        var rows = sql.select(ENTRY.asterisk(), LINK.POSITION)
                .from(ENTRY)
                .leftJoin(LINK)
                .on(LINK.ENTRY_ID.eq(ENTRY.ID))
                .where(condition)
                .and(matches(filter))
                .orderBy(ENTRY.ID.desc())
                .limit(page.limit() + 1)
                .fetch(this::entry);
        return Page.of(rows, page, entry -> Cursor.of(entry.id()));
    }

    private static Condition matches(Filter filter) {
        Condition condition = DSL.noCondition();
        if (filter.actorId() != null) {
            condition = condition.and(ENTRY.ACTOR_ID.eq(filter.actorId()));
        }
        if (filter.action() != null) {
            condition = condition.and(ENTRY.ACTION.startsWith(filter.action()));
        }
        if (filter.subjectKind() != null) {
            condition = condition.and(ENTRY.SUBJECT_KIND.eq(filter.subjectKind()));
        }
        if (filter.subjectId() != null) {
            condition = condition.and(ENTRY.SUBJECT_ID.eq(filter.subjectId()));
        }
        if (filter.from() != null) {
            condition = condition.and(ENTRY.AT.ge(filter.from()));
        }
        if (filter.before() != null) {
            condition = condition.and(ENTRY.AT.lt(filter.before()));
        }
        return condition;
    }

    private Entry entry(Record row) {
        return new Entry(
                row.get(ENTRY.ID),
                row.get(ENTRY.AT),
                row.get(ENTRY.ACTOR_ID),
                row.get(ENTRY.ACTOR_NAME),
                row.get(ENTRY.ACTION),
                row.get(ENTRY.SUBJECT_KIND),
                row.get(ENTRY.SUBJECT_ID),
                json.readValue(row.get(ENTRY.FACTS).data(), new TypeReference<Map<String, Object>>() {}),
                row.get(ENTRY.TRACE_ID),
                row.get(LINK.POSITION));
    }
}
