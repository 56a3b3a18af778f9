package org.anshe.deadline.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.DeadlineProblem;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that a duty was done once more in its period; as often as it asks for, it is fulfilled. */
@Service
public class FulfilDuty {

    private final DutyRepository duties;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    FulfilDuty(DutyRepository duties, Deadlines deadlines, AuditTrail audit, Clock clock) {
        this.duties = duties;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /** Idempotent on the fulfilment's id. A duty may be done late; {@code done_at} tells. */
    @Transactional
    public void fulfil(Caller caller, UUID occurrenceId, UUID fulfilmentId, String note) {
        DutyRepository.Occurrence occurrence = duties.findForUpdate(caller.scope(), occurrenceId)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        Instant now = clock.instant();
        if (occurrence.periodStart().isAfter(WorkingCalendar.dayOf(now))) {
            throw new ProblemException(
                    DeadlineProblem.NOT_BEGUN,
                    "begins",
                    occurrence.periodStart().toString());
        }
        if (!duties.fulfil(caller, occurrenceId, fulfilmentId, note, now)) {
            return;
        }
        if (occurrence.doneCount() >= occurrence.times()) {
            throw new ProblemException(DeadlineProblem.ALREADY_DONE);
        }
        int done = occurrence.doneCount() + 1;
        boolean complete = done == occurrence.times();
        duties.count(occurrenceId, done, complete ? now : null);
        if (complete) {
            deadlines.clear(new Deadlines.Key(KeepDuties.SUBJECT, occurrenceId, KeepDuties.KIND));
        }
        audit.record(
                caller,
                "duty.fulfil",
                Subject.of("duty", occurrence.dutyId()),
                occurrence.area(),
                Map.of("occurrence", occurrenceId, "done", done, "times", occurrence.times()));
    }
}
