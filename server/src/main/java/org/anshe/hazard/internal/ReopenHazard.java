package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardReopened;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.PolicyContent.WarningRule;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A closed hazard came back: it is assigned anew, with its history. */
@Service
public class ReopenHazard {

    private final HazardSteps steps;
    private final ClockRules rules;
    private final Evidence evidence;
    private final EarlyWarning warning;

    ReopenHazard(HazardSteps steps, ClockRules rules, Evidence evidence, EarlyWarning warning) {
        this.steps = steps;
        this.rules = rules;
        this.evidence = evidence;
        this.warning = warning;
    }

    @Transactional
    public void reopen(Caller caller, UUID id, int version, String reason, List<UUID> photos) {
        Hazard before = steps.begin(caller, id, version, HazardAction.REOPEN);
        HazardState.Settled state = before.in(HazardState.Settled.class);
        Instant now = steps.now();
        evidence.link(caller, before, Evidence.REINSPECTION, photos);
        Hazard after = before.with(before.elements().dueAt(null))
                .to(state.reopen(), rules.start(HazardClock.ASSIGN, before, now));
        steps.finish(
                caller,
                before,
                after,
                HazardAction.REOPEN,
                Facts.of("reason", reason, "photos", photos.isEmpty() ? null : photos),
                new HazardReopened(id, before.identity().number(), before.area(), reason.strip(), now));
        warning.consider(after, WarningRule.Kind.REPEATED, now);
    }
}
