package org.anshe.shared.internal;

import static org.anshe.shared.internal.db.Tables.EVENT_FAILURE;
import static org.anshe.shared.internal.db.Tables.EVENT_PUBLICATION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** Stored events that did not reach their listener. */
@Repository
public class StoredEventQueries {

    /** Younger ones are most likely on their way. */
    static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static final String ANY_AREA = "an event belongs to no area; event.view is for those who run the server";

    private final DSLContext sql;
    private final Clock clock;

    StoredEventQueries(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Why an event is on the list. */
    public enum State {
        /** The listener failed. */
        FAILED,
        /** Not delivered yet, longer than usual: the server stopped in between, or the listener still runs. */
        WAITING
    }

    /**
     * One delivery of one event to one listener.
     *
     * @param event class of the event
     * @param content the event as JSON
     * @param attempts how often it was delivered again
     * @param error what the listener failed with last, null when it has not failed
     */
    public record StoredEvent(
            UUID id,
            Instant publishedAt,
            State state,
            String event,
            String listener,
            String content,
            int attempts,
            @Nullable Instant lastAttemptAt,
            @Nullable String error) {}

    /** Oldest first: they hold up what comes after them. */
    @WithoutScope(ANY_AREA)
    public Page<StoredEvent> list(@Nullable State state, PageRequest page) {
        Condition after = DSL.noCondition();
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            after = DSL.row(EVENT_PUBLICATION.PUBLICATION_DATE, EVENT_PUBLICATION.ID)
                    .gt(DSL.row(DSL.val(cursor.instant(0)), DSL.val(cursor.uuid(1))));
        }
        List<StoredEvent> rows = sql.select(EVENT_PUBLICATION.asterisk(), EVENT_FAILURE.ERROR)
                .from(EVENT_PUBLICATION)
                .leftJoin(EVENT_FAILURE)
                .on(EVENT_FAILURE.PUBLICATION_ID.eq(EVENT_PUBLICATION.ID))
                .where(is(state))
                .and(after)
                .orderBy(EVENT_PUBLICATION.PUBLICATION_DATE, EVENT_PUBLICATION.ID)
                .limit(page.limit() + 1)
                .fetch(StoredEventQueries::storedEvent);
        return Page.of(rows, page, row -> Cursor.of(row.publishedAt(), row.id()));
    }

    @WithoutScope(ANY_AREA)
    Optional<State> stateOf(UUID id) {
        return sql.select(EVENT_PUBLICATION.STATUS)
                .from(EVENT_PUBLICATION)
                .where(EVENT_PUBLICATION.ID.eq(id))
                .and(EVENT_PUBLICATION.COMPLETION_DATE.isNull())
                .fetchOptional(row -> state(row.value1()));
    }

    @WithoutScope(ANY_AREA)
    int countFailed() {
        return sql.fetchCount(EVENT_PUBLICATION, is(State.FAILED));
    }

    private Condition is(@Nullable State state) {
        Condition open = EVENT_PUBLICATION.COMPLETION_DATE.isNull();
        Condition failed = open.and(EVENT_PUBLICATION.STATUS.eq("FAILED"));
        Condition waiting = open.and(EVENT_PUBLICATION.STATUS.isDistinctFrom("FAILED"))
                .and(DSL.coalesce(EVENT_PUBLICATION.LAST_RESUBMISSION_DATE, EVENT_PUBLICATION.PUBLICATION_DATE)
                        .lt(clock.instant().minus(ON_ITS_WAY)));
        return switch (state) {
            case null -> failed.or(waiting);
            case FAILED -> failed;
            case WAITING -> waiting;
        };
    }

    private static State state(@Nullable String status) {
        return "FAILED".equals(status) ? State.FAILED : State.WAITING;
    }

    private static StoredEvent storedEvent(Record row) {
        Integer attempts = row.get(EVENT_PUBLICATION.COMPLETION_ATTEMPTS);
        return new StoredEvent(
                row.get(EVENT_PUBLICATION.ID),
                row.get(EVENT_PUBLICATION.PUBLICATION_DATE),
                state(row.get(EVENT_PUBLICATION.STATUS)),
                row.get(EVENT_PUBLICATION.EVENT_TYPE),
                row.get(EVENT_PUBLICATION.LISTENER_ID),
                row.get(EVENT_PUBLICATION.SERIALIZED_EVENT),
                attempts == null ? 0 : attempts,
                row.get(EVENT_PUBLICATION.LAST_RESUBMISSION_DATE),
                row.get(EVENT_FAILURE.ERROR));
    }
}
