package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.DELIVERY;
import static org.anshe.notification.internal.db.Tables.NOTICE;
import static org.anshe.notification.internal.db.Tables.RECEIPT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.notification.internal.DeliveryRepository.Claimed;
import org.anshe.shared.WithoutScope;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What a message says. */
@Repository
class ContentQueries {

    private final DSLContext sql;
    private final JsonMapper json;

    ContentQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One notice of a message. */
    record Content(
            UUID notice,
            String kind,
            UUID subject,
            Map<String, Object> facts,
            boolean urgent,
            Instant at,
            @Nullable Instant readAt) {}

    /** The notice of a message, or those a digest is made of, newest first. */
    @WithoutScope("read by the sender for the recipient; no person's request is answered with it")
    List<Content> of(Claimed message) {
        var which = message.notice() != null
                ? NOTICE.ID.eq(message.notice())
                : NOTICE.ID.in(
                        DSL.select(DELIVERY.NOTICE_ID).from(DELIVERY).where(DELIVERY.DIGEST_ID.eq(message.id())));
        return sql.select(NOTICE.asterisk(), RECEIPT.READ_AT)
                .from(NOTICE)
                .leftJoin(RECEIPT)
                .on(RECEIPT.NOTICE_ID.eq(NOTICE.ID))
                .and(RECEIPT.PERSON_ID.eq(DSL.val(message.person(), UUID.class)))
                .where(which)
                .orderBy(NOTICE.AT.desc(), NOTICE.ID)
                .fetch(row -> new Content(
                        row.get(NOTICE.ID),
                        row.get(NOTICE.KIND),
                        row.get(NOTICE.SUBJECT_ID),
                        NoticeRepository.facts(json, row.get(NOTICE.FACTS)),
                        row.get(NOTICE.URGENT),
                        row.get(NOTICE.AT),
                        row.get(RECEIPT.READ_AT)));
    }
}
