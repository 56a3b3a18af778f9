package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.ExtensionRepository.State;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit takes back its request for a later deadline. */
@Service
public class WithdrawExtension {

    private final HazardSteps steps;
    private final ExtensionRepository extensions;
    private final ClockRules rules;
    private final Deadlines deadlines;

    WithdrawExtension(HazardSteps steps, ExtensionRepository extensions, ClockRules rules, Deadlines deadlines) {
        this.steps = steps;
        this.extensions = extensions;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    @Transactional
    public void withdraw(Caller caller, UUID id, int version) {
        Hazard before = steps.begin(caller, id, version, HazardAction.WITHDRAW_EXTENSION);
        if (!before.handling().has(Pending.EXTENSION)) {
            throw new ProblemException(HazardProblem.NOTHING_PENDING);
        }
        Instant now = steps.now();
        extensions.decide(caller, id, State.WITHDRAWN, null, null, now);
        deadlines.clear(Beside.EXTENSION.of(before));
        Hazard awake = rules.resumed(before, now);
        Hazard after = awake.beside(awake.handling().without(Pending.EXTENSION), awake.clock());
        steps.finish(
                caller,
                before,
                after,
                HazardAction.WITHDRAW_EXTENSION,
                Facts.of("dueAt", after.movedEnd(before)),
                null);
    }
}
