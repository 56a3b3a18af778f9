package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.internal.HazardState.Independent;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A hazard as its steps see it.
 *
 * @param unitId the unit that answers for it, or that reported it of itself; null while there is none
 * @param rectifiers everybody who ever put it right or answered for it at a submission
 * @param clock the clock that runs, null when nobody is waited for
 * @param handling how it is handled beside the loop
 */
record Hazard(
        Identity identity,
        int version,
        HazardGrade grade,
        @Nullable UUID unitId,
        FiveElements elements,
        Set<UUID> rectifiers,
        @Nullable RunningClock clock,
        Handling handling,
        HazardState state) {

    static final String KIND = "hazard";

    /**
     * What the report says for good.
     *
     * @param repeatOf the earlier hazard it repeats, null when nobody said so
     */
    record Identity(
            UUID id,
            String number,
            AreaKey area,
            String domain,
            HazardSource source,
            @Nullable UUID sourceId,
            @Nullable UUID objectId,
            @Nullable UUID reporterId,
            @Nullable UUID repeatOf) {}

    Hazard {
        rectifiers = Set.copyOf(rectifiers);
    }

    UUID id() {
        return identity.id();
    }

    AreaKey area() {
        return identity.area();
    }

    /** The state as the type a step needs, or the refusal that it is not there. */
    <S extends HazardState> S in(Class<S> wanted) {
        if (!wanted.isInstance(state)) {
            throw new ProblemException(
                    HazardProblem.WRONG_STATE, "state", state.status().name());
        }
        return wanted.cast(state);
    }

    /** Since when its clock stands still, null while it runs. */
    @Nullable Instant pausedAt() {
        return clock == null ? null : clock.pausedAt();
    }

    /** The end of its clock when that is another one than before. */
    @Nullable Instant movedEnd(Hazard before) {
        RunningClock old = before.clock();
        return clock == null || old == null || clock.dueAt().equals(old.dueAt()) ? null : clock.dueAt();
    }

    /** Refused when nobody has to do anything about it any more. */
    void requireOpen() {
        if (!state.status().open()) {
            throw new ProblemException(
                    HazardProblem.WRONG_STATE, "state", state.status().name());
        }
    }

    /** The caller as somebody who may judge what was done here; refused to who did it or answers for it. */
    Independent independent(Caller caller) {
        if (isInvolved(caller)) {
            throw new ProblemException(HazardProblem.NOT_INDEPENDENT);
        }
        return new Independent(caller.personId());
    }

    boolean isInvolved(Caller caller) {
        UUID person = caller.personId();
        FiveElements.Responsible responsible = elements.responsible();
        return person != null
                && (rectifiers.contains(person) || (responsible != null && person.equals(responsible.personId())));
    }

    Hazard to(HazardState next, @Nullable RunningClock nextClock) {
        return new Hazard(identity, version + 1, grade, unitId, elements, rectifiers, nextClock, handling, next);
    }

    Hazard graded(HazardGrade other) {
        return new Hazard(identity, version, other, unitId, elements, rectifiers, clock, handling, state);
    }

    Hazard heldBy(@Nullable UUID unit) {
        return new Hazard(identity, version, grade, unit, elements, rectifiers, clock, handling, state);
    }

    Hazard clocked(@Nullable RunningClock other) {
        return new Hazard(identity, version, grade, unitId, elements, rectifiers, other, handling, state);
    }

    Hazard handled(Handling other) {
        return new Hazard(identity, version, grade, unitId, elements, rectifiers, clock, other, state);
    }

    /** A step beside the loop: the state stays. */
    Hazard beside(Handling other, @Nullable RunningClock nextClock) {
        return handled(other).to(state, nextClock);
    }

    Hazard with(FiveElements other) {
        return new Hazard(identity, version, grade, unitId, other, rectifiers, clock, handling, state);
    }

    /** Remembers who had a hand in putting it right. */
    Hazard rectifiedBy(Caller caller) {
        Set<UUID> all = new LinkedHashSet<>(rectifiers);
        if (caller.personId() != null) {
            all.add(caller.personId());
        }
        FiveElements.Responsible responsible = elements.responsible();
        if (responsible != null && responsible.personId() != null) {
            all.add(responsible.personId());
        }
        return new Hazard(identity, version, grade, unitId, elements, all, clock, handling, state);
    }

    Deadlines.Key deadline(HazardClock kind) {
        return new Deadlines.Key(KIND, id(), kind.code());
    }
}
