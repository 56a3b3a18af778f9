package org.anshe.enforcement.internal;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.enforcement.CaseAnswered;
import org.anshe.enforcement.CaseStatus;
import org.anshe.enforcement.CaseTransferred;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a case to a department, which sees it from now on and accepts or refuses it in time. A refused case is the
 * sender's again, who may send it to another; each time is kept.
 */
@Service
public class TransferCase {

    private static final Set<CaseStatus> AT_SENDER = EnumSet.of(CaseStatus.FOUND, CaseStatus.REFUSED);

    private final CaseRepository cases;
    private final CaseSteps steps;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final Deadlines deadlines;
    private final Units units;

    TransferCase(
            CaseRepository cases,
            CaseSteps steps,
            CourseRepository course,
            EnforcementTerms terms,
            Deadlines deadlines,
            Units units) {
        this.cases = cases;
        this.steps = steps;
        this.course = course;
        this.terms = terms;
        this.deadlines = deadlines;
        this.units = units;
    }

    @Transactional
    public void transfer(Caller caller, UUID id, int version, UUID unitId, String reason) {
        IllegalCase before = steps.begin(caller, id, version, IllegalCase.TRANSFER, AT_SENDER);
        Units.Unit unit = units.getActive(unitId);
        if (unit.id().equals(before.unitId())) {
            throw new ProblemException(EnforcementProblem.SAME_UNIT);
        }
        EnforcementTerms.Term answer = terms.answer();
        cases.send(caller, before, unit.id(), reason, terms.now(), answer);
        deadlines.set(DueCases.key(id), before.area(), unit.id(), answer.nearAt(), answer.dueAt());
        course.record(
                caller,
                before.course(),
                "transfer",
                Facts.of("unit", unit.name(), "reason", reason, "answerBy", answer.dueAt()));
        course.announce(
                new CaseTransferred(id, before.number(), before.area(), unit.id(), answer.dueAt(), terms.now()));
    }

    @Transactional
    public void accept(Caller caller, UUID id, int version, @Nullable String note) {
        IllegalCase before = answering(caller, id, version);
        cases.accept(caller, before, Facts.text(note), terms.now());
        finish(caller, before, true, note);
    }

    @Transactional
    public void refuse(Caller caller, UUID id, int version, String reason) {
        IllegalCase before = answering(caller, id, version);
        cases.refuse(caller, before, reason, terms.now());
        finish(caller, before, false, reason);
    }

    /** Somebody else than who sent it, for a role in the area reaches both units. */
    private IllegalCase answering(Caller caller, UUID id, int version) {
        IllegalCase before = steps.begin(caller, id, version, IllegalCase.HANDLE, Set.of(CaseStatus.TRANSFERRED));
        if (cases.sender(id).filter(caller::isPerson).isPresent()) {
            throw new ProblemException(EnforcementProblem.OWN_TRANSFER);
        }
        return before;
    }

    private void finish(Caller caller, IllegalCase before, boolean accepted, @Nullable String words) {
        UUID unit = Objects.requireNonNull(before.toUnitId());
        deadlines.clear(DueCases.key(before.id()));
        course.record(
                caller,
                before.course(),
                accepted ? "accept" : "refuse",
                Facts.of(
                        "unit",
                        units.find(unit).map(Units.Unit::name).orElse(null),
                        accepted ? "note" : "reason",
                        words));
        course.announce(new CaseAnswered(
                before.id(), before.number(), before.area(), before.unitId(), unit, accepted, terms.now()));
    }
}
