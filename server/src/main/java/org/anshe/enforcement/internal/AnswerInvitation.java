package org.anshe.enforcement.internal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.UnitAnswer;
import org.anshe.enforcement.internal.JointAction.Part;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit agrees to take part, or declines with a reason; it may change its mind until the action is held. */
@Service
public class AnswerInvitation {

    private final JointActionRepository actions;
    private final JointActionSteps steps;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final Units units;

    AnswerInvitation(
            JointActionRepository actions,
            JointActionSteps steps,
            CourseRepository course,
            EnforcementTerms terms,
            Units units) {
        this.actions = actions;
        this.steps = steps;
        this.course = course;
        this.terms = terms;
        this.units = units;
    }

    @Transactional
    public void agree(Caller caller, UUID id, int version, UUID unit) {
        answer(caller, id, version, unit, UnitAnswer.AGREED, null);
    }

    @Transactional
    public void decline(Caller caller, UUID id, int version, UUID unit, String reason) {
        answer(caller, id, version, unit, UnitAnswer.DECLINED, reason.strip());
    }

    private void answer(Caller caller, UUID id, int version, UUID unit, UnitAnswer answer, @Nullable String reason) {
        JointAction before = steps.takePart(caller, id, version, unit, Set.of(JointActionStatus.PLANNED));
        Part part = JointActionSteps.part(before, unit);
        if (part.answer() == UnitAnswer.LEADING) {
            throw new ProblemException(EnforcementProblem.LEADER_INVITED);
        }
        actions.advance(before, Map.of());
        actions.answer(caller, part, answer, reason, terms.now());
        course.record(
                caller,
                before.course(),
                answer == UnitAnswer.AGREED ? "agree" : "decline",
                Facts.of("unit", units.find(unit).map(Units.Unit::name).orElse(null), "reason", reason));
    }
}
