package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.JudgementRepository.MajorReport;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that a major hazard was reported to the authority that supervises it, with what the report has to say (Order
 * 16, article 14): state and causes, degree and difficulty, plan. What was added later is reported again.
 */
@Service
public class ReportMajorHazard {

    private final HazardSteps steps;
    private final JudgementRepository judgements;
    private final Deadlines deadlines;

    ReportMajorHazard(HazardSteps steps, JudgementRepository judgements, Deadlines deadlines) {
        this.steps = steps;
        this.judgements = judgements;
        this.deadlines = deadlines;
    }

    /** What was reported to whom. */
    public record Contents(
            String authority,
            LocalDate reportedOn,
            @Nullable String way,
            String causes,
            String degree,
            String plan) {}

    @Transactional
    public void report(Caller caller, UUID id, int version, Contents contents) {
        Hazard before = steps.begin(caller, id, version, HazardAction.REPORT_MAJOR);
        if (before.grade() != HazardGrade.MAJOR) {
            throw new ProblemException(HazardProblem.NOT_MAJOR);
        }
        Instant now = steps.now();
        if (contents.reportedOn().isAfter(WorkingCalendar.dayOf(now))) {
            throw new ProblemException(
                    SharedProblem.INVALID, Map.of(), List.of(new FieldError("/reportedOn", "range")));
        }
        judgements.add(
                caller,
                id,
                new MajorReport(
                        Ids.next(),
                        contents.authority(),
                        contents.reportedOn(),
                        contents.way() == null || contents.way().isBlank()
                                ? null
                                : contents.way().strip(),
                        contents.causes(),
                        contents.degree(),
                        contents.plan(),
                        now,
                        caller.name()));
        deadlines.clear(Beside.MAJOR_REPORT.of(before));
        steps.finish(
                caller,
                before,
                before.beside(before.handling().without(Pending.MAJOR_REPORT), before.clock()),
                HazardAction.REPORT_MAJOR,
                Facts.of(
                        "authority",
                        contents.authority(),
                        "reportedOn",
                        contents.reportedOn().toString(),
                        "way",
                        contents.way(),
                        "causes",
                        contents.causes(),
                        "degree",
                        contents.degree(),
                        "plan",
                        contents.plan()),
                null);
    }
}
