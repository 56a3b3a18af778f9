package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.FiveElements.Complete;
import org.jspecify.annotations.Nullable;

/**
 * The closed loop. Each state offers the steps that lead out of it and no others: a step that is not offered does not
 * compile. What a step must not be taken without is its parameter: closing takes an {@link Independent} person and
 * {@link Complete} elements, and there is no other way to get hold of either than to prove it.
 */
sealed interface HazardState {

    HazardStatus status();

    /** Waits for a judgement whether it is a hazard at all. */
    sealed interface Unjudged extends HazardState {

        default Rejected reject() {
            return new Rejected();
        }

        default Duplicate markDuplicate(UUID original) {
            return new Duplicate(original);
        }
    }

    /** Waits for a unit that answers for it. */
    sealed interface Unassigned extends HazardState {

        default Assigned assign(Duty duty) {
            return new Assigned(duty);
        }
    }

    /** A unit is putting it right. */
    sealed interface Underway extends HazardState {

        Duty duty();

        default Submitted submit(@Nullable UUID by, Instant at) {
            return new Submitted(duty(), by, at);
        }

        default HandedBack handBack() {
            return new HandedBack();
        }

        /** The same unit, a later end. */
        Underway until(Instant dueAt);

        /** Ownership moves; the clock does not start again. */
        default HandedOver handOver(UUID unit) {
            return new HandedOver(new Duty(unit, duty().since(), duty().dueAt()));
        }
    }

    /** Was closed. */
    sealed interface Settled extends HazardState {

        Closed closing();

        default LookedBack lookBack(Independent by) {
            return new LookedBack(closing());
        }

        default Reopened reopen() {
            return new Reopened();
        }
    }

    /** Which unit answers for it, since when and until when. */
    record Duty(UUID unitId, Instant since, Instant dueAt) {}

    /**
     * Somebody who neither put this hazard right nor answered for it. Made by {@link Hazard#independent} alone.
     *
     * @param personId null for the system
     */
    record Independent(@Nullable UUID personId) {}

    record Reported() implements Unjudged {

        Confirmed confirm() {
            return new Confirmed();
        }

        @Override
        public HazardStatus status() {
            return HazardStatus.REPORTED;
        }
    }

    record Confirmed() implements Unassigned {

        FixedOnSpot fixOnSpot() {
            return new FixedOnSpot();
        }

        @Override
        public HazardStatus status() {
            return HazardStatus.CONFIRMED;
        }
    }

    record Rejected() implements HazardState {

        @Override
        public HazardStatus status() {
            return HazardStatus.REJECTED;
        }
    }

    record Duplicate(UUID original) implements HazardState {

        @Override
        public HazardStatus status() {
            return HazardStatus.DUPLICATE;
        }
    }

    record Assigned(Duty duty) implements Underway {

        @Override
        public Assigned until(Instant dueAt) {
            return new Assigned(new Duty(duty.unitId(), duty.since(), dueAt));
        }

        @Override
        public HazardStatus status() {
            return HazardStatus.ASSIGNED;
        }
    }

    /** Put right at once; an independent person still looks, and closes it or sends it into the loop. */
    record FixedOnSpot() implements Unjudged {

        Closed close(Independent by, Instant at) {
            return new Closed(by.personId(), at, true);
        }

        /** It is a hazard, but not put right. */
        Confirmed disprove(Independent by) {
            return new Confirmed();
        }

        @Override
        public HazardStatus status() {
            return HazardStatus.FIXED_ON_SPOT;
        }
    }

    record Submitted(Duty duty, @Nullable UUID by, Instant at) implements HazardState {

        /** In time is what was submitted before the deadline; how long the re-inspection took is not the unit's. */
        Closed close(Independent closer, Complete elements, Instant now) {
            return new Closed(closer.personId(), now, !at.isAfter(duty.dueAt()));
        }

        Returned giveBack(Independent judge, Duty next) {
            return new Returned(next);
        }

        @Override
        public HazardStatus status() {
            return HazardStatus.SUBMITTED;
        }
    }

    record HandedBack() implements Unassigned {

        @Override
        public HazardStatus status() {
            return HazardStatus.HANDED_BACK;
        }
    }

    /** Offered to another unit, which accepts or refuses it; the deadline runs on. */
    record HandedOver(Duty duty) implements HazardState {

        Assigned accept() {
            return new Assigned(duty);
        }

        /** Back to who had it. */
        Assigned refuse(UUID from) {
            return new Assigned(new Duty(from, duty.since(), duty.dueAt()));
        }

        /** The units do not agree; the level above says whose it is. */
        Assigned decide(UUID unit) {
            return new Assigned(new Duty(unit, duty.since(), duty.dueAt()));
        }

        @Override
        public HazardStatus status() {
            return HazardStatus.HANDED_OVER;
        }
    }

    record Returned(Duty duty) implements Underway {

        @Override
        public Returned until(Instant dueAt) {
            return new Returned(new Duty(duty.unitId(), duty.since(), dueAt));
        }

        @Override
        public HazardStatus status() {
            return HazardStatus.RETURNED;
        }
    }

    record Closed(@Nullable UUID by, Instant at, boolean inTime) implements Settled {

        @Override
        public Closed closing() {
            return this;
        }

        @Override
        public HazardStatus status() {
            return HazardStatus.CLOSED;
        }
    }

    record LookedBack(Closed closing) implements Settled {

        @Override
        public HazardStatus status() {
            return HazardStatus.LOOKED_BACK;
        }
    }

    record Reopened() implements Unassigned {

        @Override
        public HazardStatus status() {
            return HazardStatus.REOPENED;
        }
    }
}
