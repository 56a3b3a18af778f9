package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.RectificationReturned;
import org.anshe.hazard.internal.HazardState.Duty;
import org.anshe.hazard.internal.HazardState.FixedOnSpot;
import org.anshe.hazard.internal.HazardState.Submitted;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.PolicyContent.WarningRule;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does not accept a rectification, with the reason. What was said to be fixed on the spot goes into the loop to be assigned. */
@Service
public class ReturnRectification {

    private final HazardSteps steps;
    private final ClockRules rules;
    private final RectificationLimit limit;
    private final Evidence evidence;
    private final EarlyWarning warning;

    ReturnRectification(
            HazardSteps steps, ClockRules rules, RectificationLimit limit, Evidence evidence, EarlyWarning warning) {
        this.steps = steps;
        this.rules = rules;
        this.limit = limit;
        this.evidence = evidence;
        this.warning = warning;
    }

    /** @param deadline a new last day; null lets the old deadline run on */
    @Transactional
    public void giveBack(
            Caller caller, UUID id, int version, String reason, @Nullable LocalDate deadline, List<UUID> photos) {
        Hazard before = steps.begin(caller, id, version, HazardAction.RETURN);
        Instant now = steps.now();
        Hazard after = switch (before.state()) {
            case Submitted submitted -> returned(before, submitted, caller, deadline, now);
            case FixedOnSpot fixed ->
                before.with(FiveElements.NONE)
                        .to(fixed.disprove(before.independent(caller)), rules.start(HazardClock.ASSIGN, before, now));
            case HazardState other ->
                throw new ProblemException(
                        HazardProblem.WRONG_STATE, "state", other.status().name());
        };
        evidence.link(caller, before, Evidence.REINSPECTION, photos);
        steps.finish(
                caller,
                before,
                after,
                HazardAction.RETURN,
                Facts.of(
                        "reason",
                        reason,
                        "dueAt",
                        after.elements().dueAt(),
                        "photos",
                        photos.isEmpty() ? null : photos),
                new RectificationReturned(
                        id, before.identity().number(), before.area(), before.unitId(), reason.strip(), now));
        warning.consider(after, WarningRule.Kind.RETURNED, now);
    }

    private Hazard returned(
            Hazard before, Submitted submitted, Caller caller, @Nullable LocalDate deadline, Instant now) {
        Duty duty = deadline == null
                ? submitted.duty()
                : new Duty(submitted.duty().unitId(), now, limit.dueAt(before, deadline, now));
        return before.with(before.elements().dueAt(duty.dueAt()))
                .to(submitted.giveBack(before.independent(caller), duty), limit.clock(before, duty));
    }
}
