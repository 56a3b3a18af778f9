package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.hazard.HazardConfirmed;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges a report to be a hazard, and how grave. */
@Service
public class ConfirmHazard {

    private final HazardSteps steps;
    private final ClockRules rules;
    private final RecordJudgement record;

    ConfirmHazard(HazardSteps steps, ClockRules rules, RecordJudgement record) {
        this.steps = steps;
        this.rules = rules;
        this.record = record;
    }

    /**
     * @param grade null leaves it as reported
     * @param judgement what at least three people judged together; a major hazard is not confirmed without
     * @param note why this grade, or anything the next person should know
     */
    @Transactional
    public void confirm(
            Caller caller,
            UUID id,
            int version,
            @Nullable HazardGrade grade,
            @Nullable Judgement judgement,
            @Nullable String note) {
        Hazard before = steps.begin(caller, id, version, HazardAction.CONFIRM);
        HazardState.Confirmed confirmed = before.in(HazardState.Reported.class).confirm();
        HazardGrade judged = grade == null ? before.grade() : grade;
        Instant now = steps.now();
        Hazard graded = record.judge(caller, before, judged, judgement, now);
        Hazard after = graded.to(confirmed, rules.start(HazardClock.ASSIGN, graded, now));
        steps.finish(
                caller,
                before,
                after,
                HazardAction.CONFIRM,
                Facts.of(
                        "grade",
                        judged.name(),
                        "gradeBefore",
                        before.grade().name(),
                        "judgement",
                        RecordJudgement.facts(judgement),
                        "note",
                        note),
                new HazardConfirmed(id, before.identity().number(), before.area(), judged, now));
    }
}
