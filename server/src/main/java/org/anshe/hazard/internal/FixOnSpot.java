package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.hazard.HazardFixedOnSpot;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.HazardState.Confirmed;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody puts a confirmed hazard right at once, with photos before and after; another person closes it. */
@Service
public class FixOnSpot {

    private final HazardSteps steps;
    private final ClockRules rules;
    private final Evidence evidence;

    FixOnSpot(HazardSteps steps, ClockRules rules, Evidence evidence) {
        this.steps = steps;
        this.rules = rules;
        this.evidence = evidence;
    }

    /** @param photosBefore may be empty when the report shows the state before already */
    @Transactional
    public void fix(
            Caller caller, UUID id, int version, String measure, List<UUID> photosBefore, List<UUID> photosAfter) {
        Hazard before = steps.begin(caller, id, version, HazardAction.FIX_ON_SPOT);
        Confirmed state = before.in(Confirmed.class);
        if (before.grade() == HazardGrade.MAJOR) {
            throw new ProblemException(HazardProblem.MAJOR_NOT_ON_SPOT);
        }
        if (!photosBefore.isEmpty() || !evidence.shows(before, Evidence.BEFORE)) {
            evidence.require(caller, before, Evidence.BEFORE, photosBefore);
        }
        evidence.require(caller, before, Evidence.AFTER, photosAfter);
        Instant now = steps.now();
        Hazard after = before.with(OnSpot.elements(caller, measure))
                .rectifiedBy(caller)
                .to(state.fixOnSpot(), rules.start(HazardClock.REINSPECT, before, now));
        steps.finish(
                caller,
                before,
                after,
                HazardAction.FIX_ON_SPOT,
                OnSpot.facts(measure, photosBefore, photosAfter, Map.of()),
                new HazardFixedOnSpot(id, before.identity().number(), before.area(), now));
    }
}
