package org.anshe.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.HeldRoles;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.internal.AssignRole.NewAssignment;
import org.anshe.identity.internal.AssignmentRepository.Running;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives the roles of one person to another, as far as the caller may give them. */
@Service
class HandOverRoles implements HeldRoles {

    private final AssignmentRepository assignments;
    private final RoleQueries roles;
    private final PersonRepository people;
    private final AccountQueries accounts;
    private final Delegation delegation;
    private final LastAdministrator lastAdministrator;
    private final AuditTrail audit;
    private final Clock clock;

    HandOverRoles(
            AssignmentRepository assignments,
            RoleQueries roles,
            PersonRepository people,
            AccountQueries accounts,
            Delegation delegation,
            LastAdministrator lastAdministrator,
            AuditTrail audit,
            Clock clock) {
        this.assignments = assignments;
        this.roles = roles;
        this.people = people;
        this.accounts = accounts;
        this.delegation = delegation;
        this.lastAdministrator = lastAdministrator;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<HeldRole> of(Caller caller, UUID from, UUID to) {
        boolean own = caller.isPerson(from) || caller.isPerson(to);
        boolean seen = List.of(from, to).stream()
                .allMatch(person -> accounts.find(caller.scopeFor(Delegation.MANAGE_PEOPLE), person)
                        .isPresent());
        return assignments.runningOf(from).stream()
                .map(running -> new HeldRole(
                        running.id(),
                        running.role(),
                        roles.findByCode(running.role())
                                .map(RoleQueries.Role::names)
                                .orElse(Map.of()),
                        running.reach().areas(),
                        running.reach().unit(),
                        running.permissions(),
                        own ? Refusal.OWN_ACCOUNT : seen ? refusal(caller, running) : Refusal.BEYOND_OWN_SCOPE))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<HeldRole> move(Caller caller, UUID from, UUID to) {
        List<HeldRole> going = of(caller, from, to).stream()
                .filter(role -> role.refusal() == null)
                .toList();
        if (!going.isEmpty()) {
            List<Running> there = assignments.runningOf(to);
            lastAdministrator.keepDuring(() -> going.forEach(role -> move(caller, role, from, to, there)));
        }
        return going;
    }

    private void move(Caller caller, HeldRole role, UUID from, UUID to, List<Running> there) {
        assignments.end(role.assignment(), clock.instant());
        AreaKey home = accounts.find(caller.scopeFor(Delegation.MANAGE_PEOPLE), from)
                .map(AccountQueries.Row::areaKey)
                .orElse(null);
        audit.record(
                caller,
                "person.unassign",
                Subject.of("person", from),
                home,
                Map.of("role", role.role(), "assignment", role.assignment()));
        boolean has = there.stream()
                .anyMatch(running -> running.role().equals(role.role())
                        && java.util.Objects.equals(running.reach().areas(), role.areas())
                        && java.util.Objects.equals(running.reach().unit(), role.unit()));
        if (!has) {
            people.assign(caller, to, new NewAssignment(Ids.next(), role.role(), role.areas(), role.unit()));
        }
    }

    private @Nullable Refusal refusal(Caller caller, Running running) {
        try {
            delegation.requireMayGive(caller, running.permissions(), running.reach());
            return null;
        } catch (ProblemException refused) {
            return refused.type() == IdentityProblem.BEYOND_OWN_RIGHTS
                    ? Refusal.BEYOND_OWN_RIGHTS
                    : Refusal.BEYOND_OWN_SCOPE;
        }
    }
}
