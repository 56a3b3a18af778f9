package org.anshe.identity.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.internal.AccountQueries.Row;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a role from a person; the row stays with its end. */
@Service
public class EndAssignment {

    private final ManagedAccounts managed;
    private final AssignmentRepository assignments;
    private final Delegation delegation;
    private final LastAdministrator lastAdministrator;
    private final AuditTrail audit;
    private final Clock clock;

    EndAssignment(
            ManagedAccounts managed,
            AssignmentRepository assignments,
            Delegation delegation,
            LastAdministrator lastAdministrator,
            AuditTrail audit,
            Clock clock) {
        this.managed = managed;
        this.assignments = assignments;
        this.delegation = delegation;
        this.lastAdministrator = lastAdministrator;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void end(Caller caller, UUID person, UUID assignment) {
        Row row = managed.get(caller, person);
        AssignmentRepository.Running running = assignments
                .findRunning(person, assignment)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        delegation.requireMayGive(caller, running.permissions(), running.reach());
        lastAdministrator.keepDuring(() -> assignments.end(assignment, clock.instant()));
        audit.record(
                caller,
                "person.unassign",
                Subject.of("person", person),
                row.areaKey(),
                Map.of("role", running.role(), "assignment", assignment));
    }
}
