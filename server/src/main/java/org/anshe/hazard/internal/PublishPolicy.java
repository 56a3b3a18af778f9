package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.policy.ClockPolicies;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.PolicyRepository;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a policy in force. Before, it says what would become of the clocks that run; the publisher chooses whether they
 * keep their end or are set anew, each with a row on its timeline.
 */
@Service
public class PublishPolicy {

    private static final int SHOWN = 50;
    private static final int BATCH = 1_000;

    private final PolicyRepository policies;
    private final ClockPolicies inForce;
    private final KeepPolicies keeping;
    private final RunningClockRepository clocks;
    private final EscalationRepository escalations;
    private final ClockRules rules;
    private final Deadlines deadlines;
    private final Clock clock;

    PublishPolicy(
            PolicyRepository policies,
            ClockPolicies inForce,
            KeepPolicies keeping,
            RunningClockRepository clocks,
            EscalationRepository escalations,
            ClockRules rules,
            Deadlines deadlines,
            Clock clock) {
        this.policies = policies;
        this.inForce = inForce;
        this.keeping = keeping;
        this.clocks = clocks;
        this.escalations = escalations;
        this.rules = rules;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What becomes of the clocks that run. */
    public enum Running {
        KEEP,
        SET_ANEW
    }

    /** One clock that would end at another moment. */
    public record Moved(UUID id, String number, HazardClock clock, Instant dueAt, Instant nextDueAt) {}

    /**
     * What setting them anew would do.
     *
     * @param running clocks that run where the policy counts
     * @param kept of these: somebody chose or extended their end, or a pause moved it; they keep it in any case
     * @param over of these: would be breached at once, and are not now
     * @param first the first few that would end at another moment
     */
    public record Effects(int running, int kept, int earlier, int later, int same, int over, List<Moved> first) {}

    @Transactional(readOnly = true)
    public Effects preview(Caller caller, UUID id) {
        ClockPolicy policy = draft(caller, id);
        Instant now = clock.instant();
        Tally tally = new Tally();
        each(policy, now, false, batch -> batch.forEach(change -> tally.add(change, now)));
        return tally.effects();
    }

    /** @return how many running clocks were set anew */
    @Transactional
    public int publish(Caller caller, UUID id, int version, Running running) {
        ClockPolicy draft = draft(caller, id);
        keeping.check(new KeepPolicies.Draft(
                draft.area(), draft.name(), draft.effectiveFrom(), draft.source(), draft.content()));
        Instant now = clock.instant();
        ClockPolicy policy = published(draft, version, caller, now);
        boolean taken = policies.published().stream()
                .anyMatch(other -> java.util.Objects.equals(other.area(), draft.area())
                        && other.effectiveFrom().equals(draft.effectiveFrom()));
        if (taken) {
            throw new ProblemException(HazardProblem.POLICY_TAKEN);
        }
        if (!policies.save(policy, version)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        int moved = running == Running.KEEP ? 0 : setAnew(caller, policy, now);
        keeping.record(caller, "hazard.publish-policy", policy, Map.of("running", running.name(), "moved", moved));
        inForce.reloadAfterCommit();
        return moved;
    }

    private int setAnew(Caller caller, ClockPolicy policy, Instant now) {
        if (policy.effectiveFrom().isAfter(WorkingCalendar.dayOf(now))) {
            throw new ProblemException(HazardProblem.NOT_YET_IN_FORCE);
        }
        int[] moved = {0};
        each(policy, now, true, batch -> {
            List<Change> changes = batch.stream().filter(Change::moves).toList();
            clocks.reset(caller, changes, policy, now);
            leaveLadder(caller, changes, now);
            deadlines.setAll(changes.stream()
                    .filter(change -> change.after().pausedAt() == null)
                    .map(change -> new Deadlines.Running(
                            change.hazard().deadline(change.after().kind()),
                            change.hazard().area(),
                            change.hazard().unitId(),
                            change.after().nearAt(),
                            change.after().dueAt()))
                    .toList());
            moved[0] += changes.size();
        });
        return moved[0];
    }

    /** The rungs a breached clock had reached spoke of an end that counts no more. */
    private void leaveLadder(Caller caller, List<Change> changes, Instant now) {
        List<UUID> breached = changes.stream()
                .filter(change -> change.before().dueAt().isBefore(now) && change.movesEnd())
                .map(change -> change.hazard().id())
                .toList();
        escalations.lapse(caller, breached, now);
        deadlines.clear(Hazard.KIND, Beside.LADDER.code(), breached);
        clocks.settle(breached, Pending.ESCALATION);
    }

    /** A running clock as it is and as it would be. */
    record Change(Hazard hazard, RunningClock before, RunningClock after) {

        boolean moves() {
            return movesEnd() || !before.nearAt().equals(after.nearAt());
        }

        boolean movesEnd() {
            return !before.dueAt().equals(after.dueAt());
        }
    }

    private void each(ClockPolicy policy, Instant now, boolean lock, Consumer<List<Change>> batch) {
        List<ClockPolicy> all = new ArrayList<>(policies.published());
        all.removeIf(other -> other.id().equals(policy.id()));
        all.add(policy);
        List<ClockPolicy> ordered = ClockPolicies.ordered(all);
        Map<UUID, ClockPolicy> known = policies.all().stream().collect(Collectors.toMap(ClockPolicy::id, one -> one));
        UUID after = new UUID(0, 0);
        List<Hazard> read;
        do {
            read = clocks.running(policy.area(), after, BATCH, lock);
            List<Change> changes = new ArrayList<>();
            for (Hazard hazard : read) {
                RunningClock running = hazard.clock();
                boolean ruled = running != null
                        && running.kind() != HazardClock.LOOK_BACK
                        && ClockPolicies.find(ordered, hazard.area(), latest(policy, now))
                                .filter(found -> found.id().equals(policy.id()))
                                .isPresent();
                if (ruled && running != null) {
                    RunningClock next = byRule(known, hazard, running) ? rules.again(policy, hazard, running) : running;
                    changes.add(new Change(hazard, running, next));
                }
            }
            batch.accept(changes);
            after = read.isEmpty() ? after : read.getLast().id();
        } while (read.size() == BATCH);
    }

    /** Whether the end is the one its policy gives: an end that was chosen, extended or moved by a pause is not touched. */
    private boolean byRule(Map<UUID, ClockPolicy> known, Hazard hazard, RunningClock running) {
        ClockPolicy own = known.get(running.policyId());
        return own != null && rules.again(own, hazard, running).dueAt().equals(running.dueAt());
    }

    /** The day to ask for: today, or the first day of a policy that begins later. */
    private static java.time.LocalDate latest(ClockPolicy policy, Instant now) {
        java.time.LocalDate today = WorkingCalendar.dayOf(now);
        return policy.effectiveFrom().isAfter(today) ? policy.effectiveFrom() : today;
    }

    private ClockPolicy draft(Caller caller, UUID id) {
        ClockPolicy draft = keeping.get(id);
        KeepPolicies.requireScope(caller, draft.area());
        if (draft.state() != ClockPolicy.State.DRAFT) {
            throw new ProblemException(HazardProblem.POLICY_FROZEN);
        }
        return draft;
    }

    private static ClockPolicy published(ClockPolicy draft, int version, Caller caller, Instant now) {
        return new ClockPolicy(
                draft.id(),
                draft.area(),
                draft.name(),
                draft.effectiveFrom(),
                draft.source(),
                draft.content(),
                ClockPolicy.State.PUBLISHED,
                version,
                now,
                caller.name(),
                now,
                null);
    }

    /** Adds up what would change. */
    private static final class Tally {

        private final Map<UUID, Moved> first = new LinkedHashMap<>();
        private int running;
        private int kept;
        private int earlier;
        private int later;
        private int over;

        void add(Change change, Instant now) {
            Instant old = change.before().dueAt();
            Instant next = change.after().dueAt();
            running++;
            kept += change.after() == change.before() ? 1 : 0;
            if (!change.movesEnd()) {
                return;
            }
            earlier += next.isBefore(old) ? 1 : 0;
            later += next.isBefore(old) ? 0 : 1;
            over += next.isBefore(now) && !old.isBefore(now) ? 1 : 0;
            if (first.size() < SHOWN) {
                Hazard hazard = change.hazard();
                first.put(
                        hazard.id(),
                        new Moved(
                                hazard.id(),
                                hazard.identity().number(),
                                change.before().kind(),
                                old,
                                next));
            }
        }

        Effects effects() {
            return new Effects(
                    running, kept, earlier, later, running - kept - earlier - later, over, List.copyOf(first.values()));
        }
    }
}
