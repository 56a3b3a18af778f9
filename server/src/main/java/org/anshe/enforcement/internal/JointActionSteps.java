package org.anshe.enforcement.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.internal.JointAction.Part;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** What every step of a joint action asks first: whether the caller sees it, may do it, knows it and it may be done. */
@Component
class JointActionSteps {

    private final JointActionRepository actions;

    JointActionSteps(JointActionRepository actions) {
        this.actions = actions;
    }

    /** For the leading unit. Not seen: not found; not permitted: forbidden; older: conflict. */
    JointAction arrange(Caller caller, UUID id, int version, Set<JointActionStatus> in) {
        JointAction action = seen(caller, id);
        if (!caller.may(JointAction.ARRANGE, action.area(), action.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", JointAction.ARRANGE);
        }
        return in(current(action, version), in);
    }

    /** For a unit that takes part. */
    JointAction takePart(Caller caller, UUID id, int version, UUID unit, Set<JointActionStatus> in) {
        JointAction action = seen(caller, id);
        part(action, unit);
        if (!caller.may(JointAction.TAKE_PART, action.area(), unit)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", JointAction.TAKE_PART);
        }
        return in(current(action, version), in);
    }

    /** For whoever leads it or takes part in it. */
    JointAction either(Caller caller, UUID id, int version, Set<JointActionStatus> in) {
        JointAction action = seen(caller, id);
        if (!mayAdd(caller, action)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", JointAction.TAKE_PART);
        }
        return in(current(action, version), in);
    }

    static boolean mayAdd(Caller caller, JointAction action) {
        return caller.may(JointAction.ARRANGE, action.area(), action.unitId())
                || action.parts().stream()
                        .anyMatch(part -> caller.may(JointAction.TAKE_PART, action.area(), part.unitId()));
    }

    JointAction seen(Caller caller, UUID id) {
        return actions.find(id)
                .filter(found -> found.seenBy(caller))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    static Part part(JointAction action, UUID unit) {
        List<Part> parts = action.parts();
        return parts.stream()
                .filter(part -> part.unitId().equals(unit))
                .findFirst()
                .orElseThrow(() -> new ProblemException(EnforcementProblem.NOT_INVITED));
    }

    private static JointAction current(JointAction action, int version) {
        if (action.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT, "version", action.version());
        }
        return action;
    }

    private static JointAction in(JointAction action, Set<JointActionStatus> in) {
        if (!in.contains(action.state())) {
            throw new ProblemException(
                    EnforcementProblem.WRONG_STATE, "state", action.state().name());
        }
        return action;
    }
}
