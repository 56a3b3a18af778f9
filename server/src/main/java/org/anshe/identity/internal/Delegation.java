package org.anshe.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.internal.AssignmentRepository.Reach;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/**
 * What an administrator may hand out and whom an administrator may touch: nothing beyond the own scope, and nothing the
 * administrator does not hold there. Who decides over the contents of all roles anyway is not held to the latter.
 */
@Component
class Delegation {

    static final String MANAGE_PEOPLE = "person.manage";
    static final String MANAGE_ROLES = "role.manage";

    private final AssignmentRepository assignments;

    Delegation(AssignmentRepository assignments) {
        this.assignments = assignments;
    }

    /** Refuses to give these permissions with this reach. */
    void requireMayGive(Caller caller, Collection<String> permissions, Reach reach) {
        if (!covers(caller.scopeFor(MANAGE_PEOPLE), reach)) {
            throw new ProblemException(IdentityProblem.BEYOND_OWN_SCOPE);
        }
        if (decidesOverRoles(caller)) {
            return;
        }
        List<String> missing = permissions.stream()
                .filter(permission -> !covers(caller.scopeFor(permission), reach))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(IdentityProblem.BEYOND_OWN_RIGHTS, "permissions", missing);
        }
    }

    /** Refuses to act on the account of a person who may do more than the caller could give. */
    void requireMayTouch(Caller caller, UUID person) {
        for (AssignmentRepository.Running running : assignments.runningOf(person)) {
            requireMayGive(caller, running.permissions(), running.reach());
        }
    }

    /** Roles apply everywhere, so only who manages them everywhere may change them. */
    static void requireDecidesOverRoles(Caller caller) {
        if (!decidesOverRoles(caller)) {
            throw new ProblemException(IdentityProblem.BEYOND_OWN_SCOPE);
        }
    }

    private static boolean decidesOverRoles(Caller caller) {
        return caller.scopeFor(MANAGE_ROLES).isEverything();
    }

    static boolean covers(Scope scope, Reach reach) {
        return scope.grants().stream().anyMatch(grant -> covers(grant, reach));
    }

    private static boolean covers(Scope.Grant grant, Reach reach) {
        boolean unitFits = grant.unit() == null || grant.unit().equals(reach.unit());
        if (!unitFits || grant.areas() == null || AreaRange.EVERYWHERE.equals(grant.areas())) {
            return unitFits;
        }
        if (reach.areas() != null) {
            return grant.areas().contains(reach.areas());
        }
        return reach.unitArea() != null && grant.areas().contains(reach.unitArea());
    }
}
