package org.anshe.deadline.internal;

import static org.anshe.deadline.internal.db.Tables.RUNNING_DEADLINE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.internal.db.tables.records.RunningDeadlineRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.sql.FrequentSql;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class DeadlineRepository implements Deadlines {

    private static final int BATCH = 1_000;

    private final DSLContext sql;
    private final FrequentSql frequent;

    DeadlineRepository(DSLContext sql, FrequentSql frequent) {
        this.sql = sql;
        this.frequent = frequent;
    }

    /** A deadline that has come near or passed. */
    record Awake(Key key, AreaKey area, Instant nearAt, Instant dueAt) {}

    @Override
    public void set(Key key, AreaKey area, @Nullable UUID unitId, Instant nearAt, Instant dueAt) {
        frequent.upsert(row(key).setAreaKey(area.value())
                .setUnitId(unitId)
                .setNearAt(nearAt)
                .setDueAt(dueAt)
                .setWakeAt(nearAt));
    }

    @Override
    public void setAll(Collection<Running> running) {
        List<Running> all = List.copyOf(running);
        for (int from = 0; from < all.size(); from += BATCH) {
            setBatch(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    private void setBatch(List<Running> running) {
        var insert = sql.insertInto(
                RUNNING_DEADLINE,
                RUNNING_DEADLINE.SUBJECT,
                RUNNING_DEADLINE.SUBJECT_ID,
                RUNNING_DEADLINE.KIND,
                RUNNING_DEADLINE.AREA_KEY,
                RUNNING_DEADLINE.UNIT_ID,
                RUNNING_DEADLINE.NEAR_AT,
                RUNNING_DEADLINE.DUE_AT,
                RUNNING_DEADLINE.WAKE_AT);
        for (Running one : running) {
            insert = insert.values(
                    one.key().subject(),
                    one.key().id(),
                    one.key().kind(),
                    one.area().value(),
                    one.unitId(),
                    one.nearAt(),
                    one.dueAt(),
                    one.nearAt());
        }
        insert.onConflict(RUNNING_DEADLINE.SUBJECT, RUNNING_DEADLINE.SUBJECT_ID, RUNNING_DEADLINE.KIND)
                .doUpdate()
                .set(RUNNING_DEADLINE.AREA_KEY, DSL.excluded(RUNNING_DEADLINE.AREA_KEY))
                .set(RUNNING_DEADLINE.UNIT_ID, DSL.excluded(RUNNING_DEADLINE.UNIT_ID))
                .set(RUNNING_DEADLINE.NEAR_AT, DSL.excluded(RUNNING_DEADLINE.NEAR_AT))
                .set(RUNNING_DEADLINE.DUE_AT, DSL.excluded(RUNNING_DEADLINE.DUE_AT))
                .set(RUNNING_DEADLINE.WAKE_AT, DSL.excluded(RUNNING_DEADLINE.WAKE_AT))
                .execute();
    }

    @Override
    public void clearAll(String subject, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.deleteFrom(RUNNING_DEADLINE)
                    .where(RUNNING_DEADLINE.SUBJECT.eq(subject))
                    .and(RUNNING_DEADLINE.SUBJECT_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                    .execute();
        }
    }

    @Override
    public void clear(Key key) {
        frequent.delete(row(key));
    }

    private static RunningDeadlineRecord row(Key key) {
        return new RunningDeadlineRecord()
                .setSubject(key.subject())
                .setSubjectId(key.id())
                .setKind(key.kind());
    }

    @Override
    public void clear(String subject, String kind, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.deleteFrom(RUNNING_DEADLINE)
                    .where(RUNNING_DEADLINE.SUBJECT.eq(subject))
                    .and(RUNNING_DEADLINE.SUBJECT_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                    .and(RUNNING_DEADLINE.KIND.eq(kind))
                    .execute();
        }
    }

    @Override
    public void clearAll(String subject, UUID id) {
        frequent.delete(new RunningDeadlineRecord().setSubject(subject).setSubjectId(id));
    }

    /** Takes what is awake; rows another process works on are passed over. */
    List<Awake> takeAwake(Instant now, int limit) {
        return sql.selectFrom(RUNNING_DEADLINE)
                .where(RUNNING_DEADLINE.WAKE_AT.le(now))
                .orderBy(RUNNING_DEADLINE.WAKE_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Awake(
                        new Key(row.getSubject(), row.getSubjectId(), row.getKind()),
                        new AreaKey(row.getAreaKey()),
                        row.getNearAt(),
                        row.getDueAt()));
    }

    /** Puts a deadline back to sleep until the given moment; null for good. */
    void sleep(Key key, @Nullable Instant until) {
        sql.update(RUNNING_DEADLINE)
                .set(RUNNING_DEADLINE.WAKE_AT, until)
                .where(RUNNING_DEADLINE.SUBJECT.eq(key.subject()))
                .and(RUNNING_DEADLINE.SUBJECT_ID.eq(key.id()))
                .and(RUNNING_DEADLINE.KIND.eq(key.kind()))
                .execute();
    }
}
