package org.anshe.hazard.internal;

import java.util.UUID;
import org.anshe.hazard.HazardConfirmed;
import org.anshe.hazard.HazardGrade;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges a report to be a hazard, and how grave. */
@Service
public class ConfirmHazard {

    private final HazardSteps steps;
    private final ClockRules rules;

    ConfirmHazard(HazardSteps steps, ClockRules rules) {
        this.steps = steps;
        this.rules = rules;
    }

    /**
     * @param grade null leaves it as reported
     * @param note why this grade, or anything the next person should know
     */
    @Transactional
    public void confirm(Caller caller, UUID id, int version, @Nullable HazardGrade grade, @Nullable String note) {
        Hazard before = steps.begin(caller, id, version, HazardAction.CONFIRM);
        HazardState.Confirmed confirmed = before.in(HazardState.Reported.class).confirm();
        HazardGrade judged = grade == null ? before.grade() : grade;
        Hazard after = before.graded(judged)
                .to(
                        confirmed,
                        rules.start(
                                HazardClock.ASSIGN, judged, before.identity().domain(), steps.now()));
        steps.finish(
                caller,
                before,
                after,
                HazardAction.CONFIRM,
                Facts.of("grade", judged.name(), "gradeBefore", before.grade().name(), "note", note),
                new HazardConfirmed(id, before.identity().number(), before.area(), judged, steps.now()));
    }
}
