package org.anshe.identity.internal;

import java.time.Clock;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.internal.CredentialRepository.Credential;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes one's own password; all other sessions of the person end. */
@Service
public class ChangeOwnPassword {

    private final OwnPassword own;
    private final CredentialRepository credentials;
    private final LoginSessions sessions;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeOwnPassword(
            OwnPassword own,
            CredentialRepository credentials,
            LoginSessions sessions,
            PasswordEncoder passwords,
            AuditTrail audit,
            Clock clock) {
        this.own = own;
        this.credentials = credentials;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code sessionId} is the session that stays. A wrong current password still counts as an attempt. */
    @Transactional(noRollbackFor = ProblemException.class)
    public void change(Caller caller, String current, String next, String sessionId) {
        Credential account = own.require(caller, current);
        PasswordPolicy.check(next, account.login());
        if (passwords.matches(next, account.passwordHash())) {
            throw new ProblemException(IdentityProblem.SAME_PASSWORD);
        }
        credentials.changePassword(caller.person(), passwords.encode(next), false, clock.instant());
        audit.record(caller, "password.change", Subject.of("person", caller.person()), null, Map.of());
        sessions.endOthers(caller.person(), sessionId);
    }
}
