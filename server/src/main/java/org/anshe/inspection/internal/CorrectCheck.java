package org.anshe.inspection.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.inspection.InspectionProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a correction of a submitted check, or gives up a draft. */
@Service
public class CorrectCheck {

    private static final Duration OWN_TIME = Duration.ofHours(24);
    private static final String MANAGE = "inspection-plan.manage";

    private final CheckRepository checks;
    private final CheckQueries visible;
    private final CancelTasksOfEnded cancelling;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectCheck(
            CheckRepository checks,
            CheckQueries visible,
            CancelTasksOfEnded cancelling,
            AuditTrail audit,
            Clock clock) {
        this.checks = checks;
        this.visible = visible;
        this.cancelling = cancelling;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a new version of a check with the same answers; it takes the place of the old one when it is submitted. The
     * checker may do so for 24 hours, whoever manages plans in the area at any time. Idempotent on the id.
     */
    @Transactional
    public void correct(Caller caller, UUID id, UUID wrong, String reason) {
        if (visible.find(caller.with("inspection.view"), wrong).isEmpty()) {
            throw none();
        }
        Check check = checks.findLocked(wrong).orElseThrow(CorrectCheck::none);
        if (checks.find(id).filter(known -> wrong.equals(known.corrects())).isPresent()) {
            return;
        }
        boolean submitted = check.state() == Check.State.SUBMITTED && check.outcome() == Check.Outcome.CHECKED;
        if (!submitted || check.submittedAt() == null) {
            throw new ProblemException(
                    InspectionProblem.CHECK_FROZEN, "state", check.state().name());
        }
        boolean own = check.inspectorId().equals(caller.personId());
        boolean inTime = !clock.instant().isAfter(check.submittedAt().plus(OWN_TIME));
        if (!(own && inTime) && !caller.may(MANAGE, check.area(), check.unitId())) {
            throw own
                    ? new ProblemException(InspectionProblem.CORRECTION_TOO_LATE)
                    : new ProblemException(SharedProblem.FORBIDDEN, "permission", MANAGE);
        }
        Check draft = new Check(
                id,
                check.rootId(),
                wrong,
                check.taskId(),
                check.objectId(),
                check.objectUnitId(),
                check.area(),
                check.unitId(),
                check.versionId(),
                caller.person(),
                Check.State.DRAFT,
                null,
                check.place(),
                null,
                0);
        if (!checks.add(draft, reason.strip())) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        checks.addAnswers(id, checks.answers(wrong));
        audit.record(
                caller,
                "inspection.begin-correction",
                Subject.of(SubmitCheck.OWNER, id),
                check.area(),
                Map.of("corrects", wrong.toString(), "reason", reason.strip()));
    }

    /** Gives up a draft: its maker, or whoever manages plans in the area when the maker is away. */
    @Transactional
    public void discard(Caller caller, UUID id) {
        Check check = checks.findLocked(id).orElseThrow(CorrectCheck::none);
        boolean own = check.inspectorId().equals(caller.personId());
        if (!own && !caller.may(MANAGE, check.area(), check.unitId())) {
            throw none();
        }
        check.requireDraft();
        checks.setState(id, Check.State.DISCARDED);
        cancelling.release(check);
        audit.record(caller, "inspection.discard", Subject.of(SubmitCheck.OWNER, id), check.area(), Map.of());
    }

    private static ProblemException none() {
        return new ProblemException(SharedProblem.NOT_FOUND);
    }
}
