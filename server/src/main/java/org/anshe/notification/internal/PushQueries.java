package org.anshe.notification.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.shared.WithoutScope;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was written since a snapshot, for people whose pages are open. */
@Repository
class PushQueries {

    private static final String EACH_THEIR_OWN = "each row goes to the person it names and to nobody else";

    /**
     * Rows the old snapshot could not see and this statement does. The two comparisons let the index on xid answer, and
     * pass over rows restored from another cluster, whose transactions have numbers of their own.
     */
    private static final String SINCE = """
            with now as (select pg_current_snapshot() as snapshot)
            select now.snapshot::text as snapshot, r.xid::text as xid, r.person_id, r.notice_id,
                   n.kind, n.facts, n.urgent, n.at
            from now
            left join (notification.receipt r join notification.notice n on n.id = r.notice_id)
              on r.xid >= pg_snapshot_xmin({0}::pg_snapshot)
             and r.xid < pg_snapshot_xmax(now.snapshot)
             and not pg_visible_in_snapshot(r.xid, {0}::pg_snapshot)
             and r.person_id = any({1})
            order by n.at, n.id
            limit {2}
            """;

    private final DSLContext sql;
    private final JsonMapper json;

    PushQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One notice for one person. */
    record News(
            long transaction,
            UUID person,
            UUID notice,
            String kind,
            Map<String, Object> facts,
            boolean urgent,
            Instant at) {}

    /**
     * What came, and the snapshot it reaches up to.
     *
     * @param complete false when there was more than asked for
     */
    record Since(String snapshot, List<News> news, boolean complete) {}

    @WithoutScope("names no row")
    String now() {
        return sql.select(DSL.field("pg_current_snapshot()::text", String.class))
                .fetchSingle()
                .value1();
    }

    @WithoutScope(EACH_THEIR_OWN)
    Since since(String snapshot, Collection<UUID> people, int limit) {
        var rows = sql.resultQuery(SINCE, DSL.val(snapshot), DSL.val(people.toArray(UUID[]::new)), DSL.val(limit + 1))
                .fetch();
        List<News> news = new ArrayList<>();
        for (Record row : rows) {
            if (row.get("person_id") != null) {
                news.add(news(row));
            }
        }
        boolean complete = news.size() <= limit;
        String upTo = Objects.requireNonNull(rows.getFirst().get("snapshot", String.class));
        return new Since(upTo, complete ? news : news.subList(0, limit), complete);
    }

    private News news(Record row) {
        return new News(
                Long.parseLong(row.get("xid", String.class)),
                row.get("person_id", UUID.class),
                row.get("notice_id", UUID.class),
                row.get("kind", String.class),
                NoticeRepository.facts(json, row.get("facts", JSONB.class)),
                row.get("urgent", Boolean.class),
                row.get("at", Instant.class));
    }
}
