package org.anshe.inspection.internal;

import java.util.UUID;
import org.anshe.inspection.InspectionProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** Finds the check a person is working on: a draft is its maker's own. */
@Component
class OwnDraft {

    private final CheckRepository checks;
    private final CheckQueries visible;

    OwnDraft(CheckRepository checks, CheckQueries visible) {
        this.checks = checks;
        this.visible = visible;
    }

    /** The check, locked; somebody else's is refused, and what the caller may not see is not there. */
    Check locked(Caller caller, UUID id) {
        Check check = checks.findLocked(id).orElseThrow(OwnDraft::none);
        if (check.inspectorId().equals(caller.personId())) {
            return check;
        }
        if (visible.find(caller.with("inspection.view"), id).isEmpty()) {
            throw none();
        }
        if (check.state() != Check.State.DRAFT) {
            throw new ProblemException(
                    InspectionProblem.CHECK_FROZEN, "state", check.state().name());
        }
        throw new ProblemException(SharedProblem.FORBIDDEN, "permission", "inspection.check");
    }

    private static ProblemException none() {
        return new ProblemException(SharedProblem.NOT_FOUND);
    }
}
