package org.anshe.enforcement.internal;

import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.CaseStatus;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** What every step of a case asks first. */
@Component
class CaseSteps {

    private final CaseRepository cases;

    CaseSteps(CaseRepository cases) {
        this.cases = cases;
    }

    /** Not seen: not found; not permitted for the unit that has it: forbidden; older: conflict. */
    IllegalCase begin(Caller caller, UUID id, int version, String permission, Set<CaseStatus> in) {
        IllegalCase found = cases.find(id)
                .filter(one -> one.seenBy(caller))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!caller.may(permission, found.area(), found.holder())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", permission);
        }
        if (found.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT, "version", found.version());
        }
        if (!in.contains(found.state())) {
            throw new ProblemException(
                    EnforcementProblem.WRONG_STATE, "state", found.state().name());
        }
        return found;
    }
}
