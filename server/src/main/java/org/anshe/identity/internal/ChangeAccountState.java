package org.anshe.identity.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.OpenWork;
import org.anshe.identity.internal.AccountQueries.Row;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Disables an account for a while, enables it again, or retires a person who has left and handed over all work. */
@Service
public class ChangeAccountState {

    private final ManagedAccounts managed;
    private final PersonRepository people;
    private final CredentialRepository credentials;
    private final AssignmentRepository assignments;
    private final LastAdministrator lastAdministrator;
    private final LoginSessions sessions;
    private final OpenWork openWork;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeAccountState(
            ManagedAccounts managed,
            PersonRepository people,
            CredentialRepository credentials,
            AssignmentRepository assignments,
            LastAdministrator lastAdministrator,
            LoginSessions sessions,
            OpenWork openWork,
            AuditTrail audit,
            Clock clock) {
        this.managed = managed;
        this.people = people;
        this.credentials = credentials;
        this.assignments = assignments;
        this.lastAdministrator = lastAdministrator;
        this.sessions = sessions;
        this.openWork = openWork;
        this.audit = audit;
        this.clock = clock;
    }

    /** What to do with the account. Retiring ends all roles and cannot be undone. */
    public enum Step {
        DISABLE,
        ENABLE,
        RETIRE
    }

    @Transactional
    public void change(Caller caller, UUID person, Step step, String reason) {
        Row row = managed.getOther(caller, person);
        if (row.login() == null && step != Step.RETIRE) {
            throw new ProblemException(IdentityProblem.NO_LOGIN);
        }
        lastAdministrator.keepDuring(() -> apply(person, step));
        audit.record(
                caller,
                "person." + step.name().toLowerCase(Locale.ROOT),
                Subject.of("person", person),
                row.areaKey(),
                Map.of("reason", reason));
        if (step != Step.ENABLE) {
            sessions.endAll(person);
        }
    }

    private void requireNothingOpen(UUID person) {
        Map<String, Integer> open = openWork.of(person);
        if (!open.isEmpty()) {
            throw new ProblemException(
                    IdentityProblem.HAS_OPEN_WORK,
                    Map.of(
                            "person",
                            person,
                            "count",
                            open.values().stream().mapToInt(Integer::intValue).sum(),
                            "work",
                            open));
        }
    }

    private void apply(UUID person, Step step) {
        Instant now = clock.instant();
        switch (step) {
            case DISABLE -> credentials.disable(person, now);
            case ENABLE -> credentials.disable(person, null);
            case RETIRE -> {
                // In this order: a hand-over under way holds the person, and what it brought is seen after it.
                people.retire(person, now);
                requireNothingOpen(person);
                credentials.disable(person, now);
                assignments.runningOf(person).forEach(running -> assignments.end(running.id(), now));
            }
        }
    }
}
