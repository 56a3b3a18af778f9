package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.Judgement.Judge;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what people judged together, and what follows from it: a major hazard is to be reported to the authority in
 * time.
 */
@Component
class RecordJudgement {

    private final JudgementRepository judgements;
    private final MajorCriteria criteria;
    private final ClockRules rules;
    private final Deadlines deadlines;

    RecordJudgement(JudgementRepository judgements, MajorCriteria criteria, ClockRules rules, Deadlines deadlines) {
        this.judgements = judgements;
        this.criteria = criteria;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    /** The hazard with its grade as judged; refused when a major one was not judged by enough people. */
    Hazard judge(Caller caller, Hazard hazard, HazardGrade grade, @Nullable Judgement judgement, Instant now) {
        if (judgement == null) {
            if (grade == HazardGrade.MAJOR) {
                throw new ProblemException(HazardProblem.JUDGEMENT_REQUIRED, "fewest", Judgement.FEWEST);
            }
            return hazard.graded(grade);
        }
        check(judgement, now);
        judgements.add(caller, Ids.next(), hazard.id(), judgement, grade, now);
        Hazard graded = hazard.graded(grade);
        if (grade == HazardGrade.GENERAL) {
            deadlines.clear(Beside.MAJOR_REPORT.of(hazard));
            return graded.handled(graded.handling().without(Pending.MAJOR_REPORT));
        }
        Instant dueAt = rules.end(rules.policy(hazard.area(), now).majorReport(), now);
        deadlines.set(Beside.MAJOR_REPORT.of(hazard), hazard.area(), hazard.unitId(), now, dueAt);
        return graded.handled(graded.handling().with(Pending.MAJOR_REPORT));
    }

    private void check(Judgement judgement, Instant now) {
        LocalDate today = WorkingCalendar.dayOf(now);
        if (judgement.heldOn().isAfter(today)) {
            throw invalid("/judgement/heldOn", "range");
        }
        Set<String> names = new HashSet<>();
        for (Judge judge : judgement.judges()) {
            if (!names.add(judge.name().strip())) {
                throw invalid("/judgement/judges", "twice");
            }
        }
        if (names.size() < Judgement.FEWEST) {
            throw new ProblemException(HazardProblem.JUDGEMENT_REQUIRED, "fewest", Judgement.FEWEST);
        }
        criteria.check(judgement.criteria(), judgement.heldOn());
    }

    /** For the timeline: who judged, by which criteria. */
    static @Nullable Map<String, Object> facts(@Nullable Judgement judgement) {
        return judgement == null
                ? null
                : Facts.of(
                        "heldOn",
                        judgement.heldOn().toString(),
                        "judges",
                        judgement.judges().stream().map(Judge::name).toList(),
                        "criteria",
                        judgement.criteria().isEmpty() ? null : List.copyOf(judgement.criteria()),
                        "opinion",
                        judgement.opinion());
    }

    private static ProblemException invalid(String pointer, String code) {
        return new ProblemException(SharedProblem.INVALID, Map.of(), List.of(new FieldError(pointer, code)));
    }
}
