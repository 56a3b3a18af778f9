package org.anshe.identity.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.internal.AccountQueries.Row;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a person a new initial password, ends the person's sessions and lifts a lock. */
@Service
public class ResetPassword {

    private final ManagedAccounts managed;
    private final CredentialRepository credentials;
    private final LoginSessions sessions;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    ResetPassword(
            ManagedAccounts managed,
            CredentialRepository credentials,
            LoginSessions sessions,
            PasswordEncoder passwords,
            AuditTrail audit,
            Clock clock) {
        this.managed = managed;
        this.credentials = credentials;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** The password, told this once. */
    @Transactional
    public String reset(Caller caller, UUID person) {
        Row row = managed.getOther(caller, person);
        if (row.login() == null) {
            throw new ProblemException(IdentityProblem.NO_LOGIN);
        }
        String password = InitialPasswords.next();
        credentials.changePassword(person, passwords.encode(password), true, clock.instant());
        credentials.unlock(person);
        audit.record(caller, "person.reset-password", Subject.of("person", person), row.areaKey(), Map.of());
        sessions.endAll(person);
        return password;
    }
}
