package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.NOTICE;
import static org.anshe.notification.internal.db.Tables.RECEIPT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.anshe.notification.Notice;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notices and their receipts as senders and readers change them. */
@Repository
class NoticeRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    NoticeRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Keeps the notice; the one of this id that is there already stays as it is. */
    void add(Notice notice) {
        sql.insertInto(NOTICE)
                .set(NOTICE.ID, notice.id())
                .set(NOTICE.KIND, notice.kind())
                .set(NOTICE.SUBJECT_KIND, notice.subject().kind())
                .set(NOTICE.SUBJECT_ID, notice.subject().id())
                .set(NOTICE.AREA_KEY, notice.subject().area().value())
                .set(NOTICE.UNIT_ID, notice.subject().unitId())
                .set(NOTICE.FACTS, JSONB.valueOf(json.writeValueAsString(new TreeMap<>(notice.facts()))))
                .set(NOTICE.URGENT, notice.urgent())
                .set(NOTICE.AT, notice.at())
                .onConflict(NOTICE.ID)
                .doNothing()
                .execute();
    }

    /** Puts it into the inboxes of those people, and returns whom it is new to. */
    List<UUID> deliver(Notice notice, Collection<UUID> people) {
        return sql.insertInto(RECEIPT, RECEIPT.PERSON_ID, RECEIPT.NOTICE_ID, RECEIPT.KIND, RECEIPT.AT)
                .select(DSL.select(
                                DSL.field("person", UUID.class),
                                DSL.val(notice.id()),
                                DSL.val(notice.kind()),
                                DSL.val(notice.at()))
                        .from(DSL.unnest(people.stream().sorted().toArray(UUID[]::new))
                                .as("told", "person")))
                .onConflict(RECEIPT.NOTICE_ID, RECEIPT.PERSON_ID)
                .doNothing()
                .returning(RECEIPT.PERSON_ID)
                .fetch(RECEIPT.PERSON_ID);
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
