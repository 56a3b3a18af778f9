package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.NOTICE;
import static org.anshe.notification.internal.db.Tables.RECEIPT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.anshe.notification.Notice;
import org.anshe.notification.internal.db.tables.records.NoticeRecord;
import org.anshe.shared.sql.FixedStatement;
import org.anshe.shared.sql.FrequentSql;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notices and their receipts as senders and readers change them. */
@Repository
class NoticeRepository {

    private static final Field<?>[] COLUMNS = {
        NOTICE.ID,
        NOTICE.KIND,
        NOTICE.SUBJECT_KIND,
        NOTICE.SUBJECT_ID,
        NOTICE.AREA_KEY,
        NOTICE.UNIT_ID,
        NOTICE.FACTS,
        NOTICE.URGENT,
        NOTICE.AT
    };

    private final DSLContext sql;
    private final FrequentSql frequent;
    private final FixedStatement deliver;
    private final JsonMapper json;

    NoticeRepository(DSLContext sql, FrequentSql frequent, JsonMapper json) {
        this.sql = sql;
        this.frequent = frequent;
        this.json = json;
        Table<?> told = DSL.table(
                        "unnest({0}, {1}, {2}, {3})",
                        DSL.param("people", UUID[].class),
                        DSL.param("notices", UUID[].class),
                        DSL.param("kinds", String[].class),
                        DSL.param("moments", RECEIPT.AT.getDataType().array()))
                .as("told", "person", "notice", "kind", "at");
        this.deliver =
                frequent.prepare(sql.insertInto(RECEIPT, RECEIPT.PERSON_ID, RECEIPT.NOTICE_ID, RECEIPT.KIND, RECEIPT.AT)
                        .select(DSL.select(
                                        told.field("person", RECEIPT.PERSON_ID.getDataType()),
                                        told.field("notice", RECEIPT.NOTICE_ID.getDataType()),
                                        told.field("kind", RECEIPT.KIND.getDataType()),
                                        told.field("at", RECEIPT.AT.getDataType()))
                                .from(told))
                        .onConflict(RECEIPT.NOTICE_ID, RECEIPT.PERSON_ID)
                        .doNothing()
                        .returning(RECEIPT.NOTICE_ID, RECEIPT.PERSON_ID));
    }

    /** Keeps the notices; one whose id is there already stays as it is. */
    void add(Collection<Notice> notices) {
        if (notices.size() == 1) {
            frequent.insertIfNew(row(notices.iterator().next()));
        } else {
            sql.insertInto(NOTICE, COLUMNS)
                    .valuesOfRecords(notices.stream()
                            .map(notice -> row(notice).into(COLUMNS))
                            .toList())
                    .onConflict(NOTICE.ID)
                    .doNothing()
                    .execute();
        }
    }

    private NoticeRecord row(Notice notice) {
        return new NoticeRecord()
                .setId(notice.id())
                .setKind(notice.kind())
                .setSubjectKind(notice.subject().kind())
                .setSubjectId(notice.subject().id())
                .setAreaKey(notice.subject().area().value())
                .setUnitId(notice.subject().unitId())
                .setFacts(JSONB.valueOf(json.writeValueAsString(new TreeMap<>(notice.facts()))))
                .setUrgent(notice.urgent())
                .setAt(notice.at());
    }

    /** Puts each into the inboxes of those of its recipients who are here, and returns whom it is new to. */
    Map<UUID, List<UUID>> deliver(Collection<Notice> notices, Set<UUID> here) {
        List<UUID> ids = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<Instant> moments = new ArrayList<>();
        for (Notice notice : notices) {
            notice.recipients().stream().filter(here::contains).sorted().forEach(person -> {
                ids.add(notice.id());
                people.add(person);
                kinds.add(notice.kind());
                moments.add(notice.at());
            });
        }
        return deliver.fetch(
                        people.toArray(UUID[]::new),
                        ids.toArray(UUID[]::new),
                        kinds.toArray(String[]::new),
                        moments.toArray(Instant[]::new))
                .intoGroups(RECEIPT.NOTICE_ID, RECEIPT.PERSON_ID);
    }

    /** How many were unread before. */
    int markRead(UUID person, Collection<UUID> notices, Instant now) {
        return sql.update(RECEIPT)
                .set(RECEIPT.READ_AT, now)
                .where(RECEIPT.PERSON_ID.eq(person))
                .and(RECEIPT.NOTICE_ID.eq(DSL.any(notices.toArray(UUID[]::new))))
                .and(RECEIPT.READ_AT.isNull())
                .execute();
    }

    int markAllRead(UUID person, Instant upTo, Instant now) {
        return sql.update(RECEIPT)
                .set(RECEIPT.READ_AT, now)
                .where(RECEIPT.PERSON_ID.eq(person))
                .and(RECEIPT.AT.le(upTo))
                .and(RECEIPT.READ_AT.isNull())
                .execute();
    }

    static Map<String, Object> facts(JsonMapper json, JSONB facts) {
        return json.readValue(facts.data(), new TypeReference<Map<String, Object>>() {});
    }
}
