package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardGraded;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.policy.PolicyContent.WarningRule;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An open hazard turns out to be graver or less grave than it was taken for: people judge it together again. */
@Service
public class JudgeGrade {

    private final HazardSteps steps;
    private final RecordJudgement record;
    private final EarlyWarning warning;

    JudgeGrade(HazardSteps steps, RecordJudgement record, EarlyWarning warning) {
        this.steps = steps;
        this.record = record;
        this.warning = warning;
    }

    @Transactional
    public void judge(Caller caller, UUID id, int version, HazardGrade grade, Judgement judgement) {
        Hazard before = steps.begin(caller, id, version, HazardAction.JUDGE);
        before.requireOpen();
        if (before.state() instanceof HazardState.Reported) {
            throw new ProblemException(
                    HazardProblem.WRONG_STATE, "state", before.state().status().name());
        }
        if (before.grade() == grade) {
            throw new ProblemException(HazardProblem.SAME_GRADE);
        }
        Instant now = steps.now();
        Hazard judged = record.judge(caller, before, grade, judgement, now);
        steps.finish(
                caller,
                before,
                judged.to(before.state(), before.clock()),
                HazardAction.JUDGE,
                Facts.of(
                        "grade",
                        grade.name(),
                        "gradeBefore",
                        before.grade().name(),
                        "judgement",
                        RecordJudgement.facts(judgement)),
                new HazardGraded(id, before.identity().number(), before.area(), before.unitId(), grade, now));
        if (grade == HazardGrade.MAJOR) {
            warning.consider(judged, WarningRule.Kind.MAJOR, now);
        }
    }
}
