package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.hazard.HazardEscalated;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.EscalationRepository.Escalation;
import org.anshe.hazard.internal.EscalationRepository.State;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person confirms a rung of the ladder that was proposed, or leaves it with a reason. */
@Service
public class ActOnRung {

    private final HazardSteps steps;
    private final EscalationRepository escalations;

    ActOnRung(HazardSteps steps, EscalationRepository escalations) {
        this.steps = steps;
        this.escalations = escalations;
    }

    @Transactional
    public void take(Caller caller, UUID id, int version, UUID escalation, @Nullable String note) {
        act(caller, id, version, escalation, HazardAction.TAKE_RUNG, State.TAKEN, note);
    }

    @Transactional
    public void dismiss(Caller caller, UUID id, int version, UUID escalation, String reason) {
        act(caller, id, version, escalation, HazardAction.DISMISS_RUNG, State.DISMISSED, reason);
    }

    private void act(
            Caller caller,
            UUID id,
            int version,
            UUID escalationId,
            HazardAction action,
            State state,
            @Nullable String words) {
        Hazard before = steps.begin(caller, id, version, action);
        Escalation escalation = escalations
                .proposed(id, escalationId)
                .orElseThrow(() -> new ProblemException(HazardProblem.NOTHING_PENDING));
        Instant now = steps.now();
        escalations.act(caller, escalation.id(), state, words == null || words.isBlank() ? null : words, now);
        boolean last = escalations.of(id).stream().noneMatch(other -> other.state() == State.PROPOSED);
        Handling handling = last ? before.handling().without(Pending.ESCALATION) : before.handling();
        steps.finish(
                caller,
                before,
                before.beside(handling, before.clock()),
                action,
                Facts.of(
                        "rung",
                        escalation.kind().name(),
                        "nth",
                        escalation.rung(),
                        state == State.TAKEN ? "note" : "reason",
                        words),
                state == State.TAKEN
                        ? new HazardEscalated(
                                id,
                                before.identity().number(),
                                before.area(),
                                before.unitId(),
                                escalation.id(),
                                escalation.kind().name(),
                                false,
                                now)
                        : null);
    }
}
