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
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Table;
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

    /** Keeps the notices; one whose id is there already stays as it is. */
    void add(Collection<Notice> notices) {
        sql.insertInto(
                        NOTICE,
                        NOTICE.ID,
                        NOTICE.KIND,
                        NOTICE.SUBJECT_KIND,
                        NOTICE.SUBJECT_ID,
                        NOTICE.AREA_KEY,
                        NOTICE.UNIT_ID,
                        NOTICE.FACTS,
                        NOTICE.URGENT,
                        NOTICE.AT)
                .valuesOfRows(notices.stream()
                        .map(notice -> DSL.row(
                                notice.id(),
                                notice.kind(),
                                notice.subject().kind(),
                                notice.subject().id(),
                                notice.subject().area().value(),
                                notice.subject().unitId(),
                                JSONB.valueOf(json.writeValueAsString(new TreeMap<>(notice.facts()))),
                                notice.urgent(),
                                notice.at()))
                        .toList())
                .onConflict(NOTICE.ID)
                .doNothing()
                .execute();
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
        Table<?> told = DSL.table(
                        "unnest({0}, {1}, {2}, {3})",
                        DSL.val(people.toArray(UUID[]::new)),
                        DSL.val(ids.toArray(UUID[]::new)),
                        DSL.val(kinds.toArray(String[]::new)),
                        DSL.val(
                                moments.toArray(Instant[]::new),
                                RECEIPT.AT.getDataType().array()))
                .as("told", "person", "notice", "kind", "at");
        return sql.insertInto(RECEIPT, RECEIPT.PERSON_ID, RECEIPT.NOTICE_ID, RECEIPT.KIND, RECEIPT.AT)
                .select(DSL.select(
                                told.field("person", RECEIPT.PERSON_ID.getDataType()),
                                told.field("notice", RECEIPT.NOTICE_ID.getDataType()),
                                told.field("kind", RECEIPT.KIND.getDataType()),
                                told.field("at", RECEIPT.AT.getDataType()))
                        .from(told))
                .onConflict(RECEIPT.NOTICE_ID, RECEIPT.PERSON_ID)
                .doNothing()
                .returning(RECEIPT.NOTICE_ID, RECEIPT.PERSON_ID)
                .fetchGroups(RECEIPT.NOTICE_ID, RECEIPT.PERSON_ID);
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
