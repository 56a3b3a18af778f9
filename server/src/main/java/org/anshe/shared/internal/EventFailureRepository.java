package org.anshe.shared.internal;

import static org.anshe.shared.internal.db.Tables.EVENT_FAILURE;
import static org.anshe.shared.internal.db.Tables.EVENT_PUBLICATION;

import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Why listeners failed. */
@Repository
class EventFailureRepository {

    private final DSLContext sql;
    private final Clock clock;

    EventFailureRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Notes the error beside each open delivery of this event to this listener.
     *
     * @param listener class and method, with which the listener's id begins
     */
    void note(String listener, String serializedEvent, String error) {
        sql.insertInto(EVENT_FAILURE, EVENT_FAILURE.PUBLICATION_ID, EVENT_FAILURE.ERROR, EVENT_FAILURE.FAILED_AT)
                .select(DSL.select(EVENT_PUBLICATION.ID, DSL.val(error), DSL.val(clock.instant()))
                        .from(EVENT_PUBLICATION)
                        .where(EVENT_PUBLICATION.COMPLETION_DATE.isNull())
                        .and(EVENT_PUBLICATION.LISTENER_ID.startsWith(listener))
                        .and(EVENT_PUBLICATION.SERIALIZED_EVENT.eq(serializedEvent)))
                .onConflict(EVENT_FAILURE.PUBLICATION_ID)
                .doUpdate()
                .set(EVENT_FAILURE.ERROR, error)
                .set(EVENT_FAILURE.FAILED_AT, clock.instant())
                .execute();
    }
}
