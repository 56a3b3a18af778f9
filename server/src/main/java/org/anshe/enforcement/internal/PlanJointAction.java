package org.anshe.enforcement.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.UnitsInvited;
import org.anshe.enforcement.internal.JointAction.Part;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans a joint action, which invites the units, and changes the plan until it is held. */
@Service
public class PlanJointAction {

    private final JointActionRepository actions;
    private final JointActionSteps steps;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final Areas areas;
    private final Units units;
    private final RegisterObjects objects;

    PlanJointAction(
            JointActionRepository actions,
            JointActionSteps steps,
            CourseRepository course,
            EnforcementTerms terms,
            Areas areas,
            Units units,
            RegisterObjects objects) {
        this.actions = actions;
        this.steps = steps;
        this.course = course;
        this.terms = terms;
        this.areas = areas;
        this.units = units;
        this.objects = objects;
    }

    /** Idempotent on the id. Returns the number. */
    @Transactional
    public String plan(Caller caller, UUID id, JointActionContent content) {
        Optional<JointAction> known = actions.find(id);
        if (known.isPresent()) {
            return known.filter(found -> found.seenBy(caller))
                    .map(JointAction::number)
                    .orElseThrow(() -> new ProblemException(EnforcementProblem.ID_TAKEN));
        }
        check(caller, content);
        String number = actions.nextNumber(content.area(), terms.today());
        if (!actions.add(caller, id, number, content, terms.now())) {
            throw new ProblemException(EnforcementProblem.ID_TAKEN);
        }
        CourseRepository.Of of = new CourseRepository.Of(JointAction.KIND, id, number, content.area());
        course.record(
                caller,
                of,
                "plan",
                Facts.of("title", content.title(), "from", content.plannedFrom(), "to", content.plannedTo()));
        invite(id, content, content.unitIds());
        return number;
    }

    /** The leading unit stays what it is. */
    @Transactional
    public void change(Caller caller, UUID id, int version, JointActionContent content) {
        JointAction before = steps.arrange(caller, id, version, Set.of(JointActionStatus.PLANNED));
        check(caller, content);
        if (!content.unitId().equals(before.unitId()) || !content.area().equals(before.area())) {
            throw new ProblemException(EnforcementProblem.OUTSIDE_SCOPE);
        }
        actions.change(before, content);
        Set<UUID> added = new HashSet<>(content.unitIds());
        before.parts().stream().map(Part::unitId).forEach(added::remove);
        course.record(
                caller,
                before.course(),
                "change",
                Facts.of("title", content.title(), "from", content.plannedFrom(), "to", content.plannedTo()));
        invite(id, content, added);
    }

    private void invite(UUID id, JointActionContent content, Set<UUID> invited) {
        if (!invited.isEmpty()) {
            course.announce(new UnitsInvited(
                    id, content.title().strip(), content.area(), invited, content.plannedFrom(), terms.now()));
        }
    }

    private void check(Caller caller, JointActionContent content) {
        areas.getActive(content.area());
        if (!caller.may(JointAction.ARRANGE, content.area(), content.unitId())) {
            throw new ProblemException(EnforcementProblem.OUTSIDE_SCOPE);
        }
        Units.Unit leader = units.getActive(content.unitId());
        // A role for a unit alone covers that unit everywhere: it leads where it works.
        if (!caller.may(JointAction.ARRANGE, content.area(), null)
                && !WorkPlace.of(leader).contains(content.area())) {
            throw new ProblemException(EnforcementProblem.OUTSIDE_SCOPE);
        }
        if (content.unitIds().contains(content.unitId())) {
            throw new ProblemException(EnforcementProblem.LEADER_INVITED);
        }
        if (content.unitIds().isEmpty()) {
            throw new ProblemException(EnforcementProblem.NO_PARTNER);
        }
        content.unitIds().forEach(units::getActive);
        content.places().forEach(place -> {
            UUID object = place.objectId();
            if (object != null
                    && objects.find(caller.scopeFor(JointAction.ARRANGE), object)
                            .isEmpty()) {
                throw new ProblemException(EnforcementProblem.UNKNOWN_OBJECT);
            }
        });
    }
}
