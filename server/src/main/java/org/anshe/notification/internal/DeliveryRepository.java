package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.DELIVERY;
import static org.anshe.notification.internal.db.Tables.RECEIPT;
import static org.anshe.notification.internal.db.Tables.TARGET;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox. A message is claimed with a lease, marked as being sent before the network is asked, and finished
 * afterwards; each is a transaction of its own, and each later one counts only for the process that still holds the
 * claim.
 */
@Repository
class DeliveryRepository {

    private final DSLContext sql;

    DeliveryRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A message that is to go out. */
    record Planned(@Nullable UUID target, @Nullable UUID person, DeliveryState state, Instant dueAt) {

        static Planned byMail(UUID person, boolean gathers, Instant dueAt) {
            return new Planned(null, person, gathers ? DeliveryState.GATHERING : DeliveryState.WAITING, dueAt);
        }

        static Planned toPerson(UUID target, UUID person, Instant dueAt) {
            return new Planned(target, person, DeliveryState.WAITING, dueAt);
        }

        static Planned toGroup(UUID target, Instant dueAt) {
            return new Planned(target, null, DeliveryState.WAITING, dueAt);
        }
    }

    /**
     * A message this process may work on.
     *
     * @param attempt 1 for the first
     */
    record Claimed(
            UUID id,
            UUID claim,
            Route route,
            @Nullable UUID person,
            @Nullable UUID notice,
            int attempt) {}

    void add(UUID notice, List<Planned> planned, Instant now) {
        if (planned.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                DELIVERY,
                DELIVERY.ID,
                DELIVERY.CHANNEL,
                DELIVERY.TARGET_ID,
                DELIVERY.PERSON_ID,
                DELIVERY.NOTICE_ID,
                DELIVERY.STATE,
                DELIVERY.CREATED_AT,
                DELIVERY.DUE_AT);
        for (Planned one : planned) {
            insert = insert.values(
                    Ids.next(),
                    new Route(one.target()).channel(),
                    one.target(),
                    one.person(),
                    notice,
                    one.state().name(),
                    now,
                    one.dueAt());
        }
        insert.onConflictDoNothing().execute();
    }

    /** Ways out with something due. */
    List<Route> routesWithWork(Instant now) {
        return sql.selectDistinct(DELIVERY.TARGET_ID)
                .from(DELIVERY)
                .where(is(DeliveryState.WAITING))
                .and(DELIVERY.DUE_AT.le(now))
                .fetch(row -> new Route(row.value1()));
    }

    /**
     * Takes due messages of a route for this process, as many as its rate still allows. One process claims for a route
     * at a time, so that the rate holds over all of them; another one goes away empty-handed and comes back.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    List<Claimed> claim(Route route, int perMinute, int batch, Instant now, Duration lease) {
        boolean alone = sql.select(DSL.field(
                        "pg_try_advisory_xact_lock(hashtextextended({0}, 20260601))",
                        Boolean.class, DSL.val("delivery " + route)))
                .fetchSingle()
                .value1();
        if (!alone) {
            return List.of();
        }
        int lately =
                sql.fetchCount(DELIVERY, goesBy(route).and(DELIVERY.SENDING_AT.gt(now.minus(Duration.ofMinutes(1)))));
        int limit = Math.min(batch, perMinute - lately);
        if (limit <= 0) {
            return List.of();
        }
        UUID claim = Ids.next();
        var due = DSL.select(DELIVERY.ID)
                .from(DELIVERY)
                .where(goesBy(route))
                .and(is(DeliveryState.WAITING))
                .and(DELIVERY.DUE_AT.le(now))
                .orderBy(DELIVERY.DUE_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked();
        return sql.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.CLAIMED.name())
                .set(DELIVERY.CLAIM, claim)
                .set(DELIVERY.LEASE_UNTIL, now.plus(lease))
                .set(DELIVERY.SENDING_AT, now)
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .where(DELIVERY.ID.in(due))
                .returning(DELIVERY.ID, DELIVERY.PERSON_ID, DELIVERY.NOTICE_ID, DELIVERY.ATTEMPTS)
                .fetch(row -> new Claimed(
                        row.get(DELIVERY.ID),
                        claim,
                        route,
                        row.get(DELIVERY.PERSON_ID),
                        row.get(DELIVERY.NOTICE_ID),
                        row.get(DELIVERY.ATTEMPTS)));
    }

    /** Written down before the network is asked; false when somebody else has the message by now. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean beginSending(Claimed claimed, Instant now, Duration lease) {
        return sql.update(DELIVERY)
                        .set(DELIVERY.STATE, DeliveryState.SENDING.name())
                        .set(DELIVERY.LEASE_UNTIL, now.plus(lease))
                        .where(DELIVERY.ID.eq(claimed.id()))
                        .and(DELIVERY.CLAIM.eq(claimed.claim()))
                        .and(is(DeliveryState.CLAIMED))
                        .execute()
                == 1;
    }

    /** What became of it, unless somebody else has it by now. A late answer settles what had become uncertain. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void finish(Claimed claimed, DeliveryState state, @Nullable String error, Instant now, @Nullable Instant next) {
        sql.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .set(DELIVERY.ERROR, error)
                .set(DELIVERY.SENT_AT, state == DeliveryState.SENT ? now : null)
                .set(DELIVERY.DUE_AT, next == null ? DELIVERY.DUE_AT : DSL.val(next))
                .setNull(DELIVERY.LEASE_UNTIL)
                .where(DELIVERY.ID.eq(claimed.id()))
                .and(DELIVERY.CLAIM.eq(claimed.claim()))
                .and(DELIVERY.STATE.in(
                        DeliveryState.CLAIMED.name(), DeliveryState.SENDING.name(), DeliveryState.UNCERTAIN.name()))
                .execute();
    }

    /**
     * Settles what a stopped process left behind: not begun goes back into the queue; being sent becomes uncertain,
     * unless the receiver drops repeats by itself.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    int recover(Instant now) {
        int begun = sql.update(DELIVERY)
                .set(
                        DELIVERY.STATE,
                        DSL.when(dropsRepeats(), DeliveryState.WAITING.name())
                                .otherwise(DeliveryState.UNCERTAIN.name()))
                .set(DELIVERY.ERROR, "The server stopped while this was being sent")
                .setNull(DELIVERY.LEASE_UNTIL)
                .where(is(DeliveryState.SENDING))
                .and(DELIVERY.LEASE_UNTIL.lt(now))
                .execute();
        return begun
                + sql.update(DELIVERY)
                        .set(DELIVERY.STATE, DeliveryState.WAITING.name())
                        .setNull(DELIVERY.CLAIM)
                        .setNull(DELIVERY.LEASE_UNTIL)
                        .where(is(DeliveryState.CLAIMED))
                        .and(DELIVERY.LEASE_UNTIL.lt(now))
                        .execute();
    }

    private static Condition dropsRepeats() {
        return DSL.exists(DSL.selectOne()
                .from(TARGET)
                .where(TARGET.ID.eq(DELIVERY.TARGET_ID))
                .and(TARGET.DROPS_REPEATS));
    }

    /** Somebody decided that what failed or is uncertain goes out again; false when it is neither. */
    boolean replay(UUID id, Instant now) {
        return again(
                        DELIVERY.ID
                                .eq(id)
                                .and(DELIVERY.STATE.in(DeliveryState.FAILED.name(), DeliveryState.UNCERTAIN.name())),
                        now)
                == 1;
    }

    int replayFailed(Instant now) {
        return again(is(DeliveryState.FAILED), now);
    }

    private int again(Condition which, Instant now) {
        return sql.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.WAITING.name())
                .set(DELIVERY.ATTEMPTS, 0)
                .set(DELIVERY.DUE_AT, now)
                .setNull(DELIVERY.CLAIM)
                .setNull(DELIVERY.ERROR)
                .where(which)
                .execute();
    }

    /** People whose gathering is over, locked against other processes by the rows of theirs. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    int gather(Instant now, int batch) {
        dropRead(now);
        List<UUID> people = sql.selectDistinct(DELIVERY.PERSON_ID)
                .from(DELIVERY)
                .where(is(DeliveryState.GATHERING))
                .and(DELIVERY.DUE_AT.le(now))
                .limit(batch)
                .fetch(DELIVERY.PERSON_ID);
        people.forEach(person -> gather(person, now));
        return people.size();
    }

    private void dropRead(Instant now) {
        sql.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.DROPPED.name())
                .where(is(DeliveryState.GATHERING))
                .and(DELIVERY.DUE_AT.le(now))
                .andExists(DSL.selectOne()
                        .from(RECEIPT)
                        .where(RECEIPT.NOTICE_ID.eq(DELIVERY.NOTICE_ID))
                        .and(RECEIPT.PERSON_ID.eq(DELIVERY.PERSON_ID))
                        .and(RECEIPT.READ_AT.isNotNull()))
                .execute();
    }

    private void gather(UUID person, Instant now) {
        UUID digest = Ids.next();
        List<UUID> parts = sql.select(DELIVERY.ID)
                .from(DELIVERY)
                .where(is(DeliveryState.GATHERING))
                .and(DELIVERY.PERSON_ID.eq(person))
                .and(DELIVERY.DUE_AT.le(now))
                .forUpdate()
                .skipLocked()
                .fetch(DELIVERY.ID);
        if (parts.isEmpty()) {
            return;
        }
        sql.insertInto(DELIVERY)
                .set(DELIVERY.ID, digest)
                .set(DELIVERY.CHANNEL, Route.EMAIL)
                .set(DELIVERY.PERSON_ID, person)
                .set(DELIVERY.STATE, DeliveryState.WAITING.name())
                .set(DELIVERY.CREATED_AT, now)
                .set(DELIVERY.DUE_AT, now)
                .execute();
        sql.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.DIGESTED.name())
                .set(DELIVERY.DIGEST_ID, digest)
                .where(DELIVERY.ID.in(parts))
                .execute();
    }

    private static Condition is(DeliveryState state) {
        // Written out, so that partial indexes of a state are seen to fit.
        return DELIVERY.STATE.eq(DSL.inline(state.name()));
    }

    private static Condition goesBy(Route route) {
        return DELIVERY.CHANNEL
                .eq(route.channel())
                .and(route.target() == null ? DELIVERY.TARGET_ID.isNull() : DELIVERY.TARGET_ID.eq(route.target()));
    }
}
