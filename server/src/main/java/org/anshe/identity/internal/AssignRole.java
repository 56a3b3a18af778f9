package org.anshe.identity.internal;

import java.util.UUID;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.internal.AssignmentRepository.Reach;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a person a role within an area, everywhere, or for a unit. */
@Service
public class AssignRole {

    private final ManagedAccounts managed;
    private final RoleQueries roles;
    private final AssignmentRepository assignments;
    private final PersonRepository people;
    private final Delegation delegation;

    AssignRole(
            ManagedAccounts managed,
            RoleQueries roles,
            AssignmentRepository assignments,
            PersonRepository people,
            Delegation delegation) {
        this.managed = managed;
        this.roles = roles;
        this.assignments = assignments;
        this.people = people;
        this.delegation = delegation;
    }

    /** A role to give; {@code areas} or {@code unitId} or both. */
    public record NewAssignment(
            UUID id,
            String role,
            @Nullable AreaRange areas,
            @Nullable UUID unitId) {}

    @Transactional
    public void assign(Caller caller, UUID person, NewAssignment wanted) {
        if (person.equals(caller.personId())) {
            throw new ProblemException(IdentityProblem.OWN_ACCOUNT);
        }
        if (managed.get(caller, person).state() == AccountQueries.State.RETIRED) {
            throw new ProblemException(IdentityProblem.RETIRED);
        }
        RoleQueries.Role role =
                roles.findByCode(wanted.role()).orElseThrow(() -> new ProblemException(IdentityProblem.NO_SUCH_ROLE));
        Reach reach = assignments.reach(wanted.areas(), wanted.unitId());
        if (wanted.unitId() != null && reach.unitArea() == null) {
            throw new ProblemException(IdentityProblem.NO_SUCH_UNIT);
        }
        delegation.requireMayGive(caller, role.permissions(), reach);
        if (!assignments.exists(wanted.id())) {
            people.assign(caller, person, wanted);
        }
    }
}
