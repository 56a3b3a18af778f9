package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.RectificationSubmitted;
import org.anshe.hazard.internal.ElementChanges.Change;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The unit says that it is done, and shows it by a photo. */
@Service
public class SubmitRectification {

    private final HazardSteps steps;
    private final ClockRules rules;
    private final ElementChanges changes;
    private final Evidence evidence;

    SubmitRectification(HazardSteps steps, ClockRules rules, ElementChanges changes, Evidence evidence) {
        this.steps = steps;
        this.rules = rules;
        this.changes = changes;
        this.evidence = evidence;
    }

    /**
     * @param result what was done
     * @param photosAfter at least one picture that was not shown before
     */
    @Transactional
    public void submit(Caller caller, UUID id, int version, String result, List<UUID> photosAfter, Change elements) {
        Hazard before = steps.begin(caller, id, version, HazardAction.SUBMIT);
        HazardState.Underway state = before.in(HazardState.Underway.class);
        Instant now = steps.now();
        evidence.require(caller, before, Evidence.AFTER, photosAfter);
        // What the clock stood is given back before the submission is judged to be in time.
        Hazard awake = rules.resumed(before, now);
        Instant dueAt = Objects.requireNonNullElse(
                awake.elements().dueAt(), state.duty().dueAt());
        FiveElements settled = changes.apply(awake.elements(), elements);
        if (before.grade() == HazardGrade.MAJOR) {
            // Graded after it was assigned, it may have gone without until here.
            settled.complete();
        }
        Hazard after = awake.with(settled)
                .rectifiedBy(caller)
                .to(state.submit(caller.personId(), now), rules.start(HazardClock.REINSPECT, before, now));
        steps.finish(
                caller,
                before,
                after,
                HazardAction.SUBMIT,
                Facts.of("result", result, "photosAfter", photosAfter, "inTime", !now.isAfter(dueAt)),
                new RectificationSubmitted(
                        id, before.identity().number(), before.area(), before.unitId(), caller.personId(), now));
    }
}
