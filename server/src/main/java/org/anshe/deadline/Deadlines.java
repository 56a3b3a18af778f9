package org.anshe.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** The one table of everything that falls due. */
public interface Deadlines {

    /**
     * What falls due.
     *
     * @param subject kind of record, for example {@code hazard}
     * @param kind which of its limits, for example {@code rectify}
     */
    record Key(String subject, UUID id, String kind) {}

    /** Starts or moves a deadline. {@code DeadlineNear} and {@code DeadlineBreached} are announced once for each. */
    void set(Key key, AreaKey area, @Nullable UUID unitId, Instant nearAt, Instant dueAt);

    /** One running deadline. */
    record Running(Key key, AreaKey area, @Nullable UUID unitId, Instant nearAt, Instant dueAt) {}

    /** Starts or moves many deadlines in one go. */
    default void setAll(Collection<Running> running) {
        running.forEach(one -> set(one.key(), one.area(), one.unitId(), one.nearAt(), one.dueAt()));
    }

    /** Ends a deadline that was met or fell away; no harm when there is none. */
    void clear(Key key);

    /** Ends one kind of deadline of many records in one go. */
    default void clear(String subject, String kind, Collection<UUID> ids) {
        ids.forEach(id -> clear(new Key(subject, id, kind)));
    }

    /** Ends every deadline of a record. */
    void clearAll(String subject, UUID id);

    /** Ends every deadline of many records in one go. */
    default void clearAll(String subject, Collection<UUID> ids) {
        ids.forEach(id -> clearAll(subject, id));
    }
}
