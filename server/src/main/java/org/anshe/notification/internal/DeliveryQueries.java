package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.DELIVERY;
import static org.anshe.notification.internal.db.Tables.NOTICE;
import static org.anshe.notification.internal.db.Tables.TARGET;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.Cursor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What left the building or did not, for those who run the server. It tells the kind of a notice, not what it says. */
@Repository
public class DeliveryQueries {

    private final DSLContext sql;

    DeliveryQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One message.
     *
     * @param target null for e-mail
     * @param person null for a group
     * @param kind null for a digest
     */
    public record Delivery(
            UUID id,
            @Nullable UUID target,
            @Nullable String targetName,
            @Nullable UUID person,
            @Nullable String kind,
            DeliveryState state,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable String error) {}

    /** Newest first; what only waits inside a digest is left out unless it is asked for. */
    @WithoutScope("channels belong to no area; notification.configure is for a scope of everything")
    public Page<Delivery> list(@Nullable DeliveryState state, PageRequest page) {
        Condition condition = state == null
                ? DELIVERY.STATE.notIn(DeliveryState.GATHERING.name(), DeliveryState.DIGESTED.name())
                : DELIVERY.STATE.eq(DSL.inline(state.name()));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(
                    DSL.row(DELIVERY.CREATED_AT, DELIVERY.ID).lt(DSL.row(after.instant(0), after.uuid(1))));
        }
        List<Delivery> rows = sql.select(DELIVERY.asterisk(), TARGET.NAME, NOTICE.KIND)
                .from(DELIVERY)
                .leftJoin(TARGET)
                .on(TARGET.ID.eq(DELIVERY.TARGET_ID))
                .leftJoin(NOTICE)
                .on(NOTICE.ID.eq(DELIVERY.NOTICE_ID))
                .where(condition)
                .orderBy(DELIVERY.CREATED_AT.desc(), DELIVERY.ID.desc())
                .limit(page.limit() + 1)
                .fetch(DeliveryQueries::delivery);
        return Page.of(rows, page, row -> Cursor.of(row.createdAt(), row.id()));
    }

    private static Delivery delivery(Record row) {
        return new Delivery(
                row.get(DELIVERY.ID),
                row.get(DELIVERY.TARGET_ID),
                row.get(TARGET.NAME),
                row.get(DELIVERY.PERSON_ID),
                row.get(NOTICE.KIND),
                DeliveryState.valueOf(row.get(DELIVERY.STATE)),
                row.get(DELIVERY.ATTEMPTS),
                row.get(DELIVERY.CREATED_AT),
                row.get(DELIVERY.DUE_AT),
                row.get(DELIVERY.SENT_AT),
                row.get(DELIVERY.ERROR));
    }
}
