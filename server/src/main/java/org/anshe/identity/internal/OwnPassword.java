package org.anshe.identity.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.internal.CredentialRepository.Credential;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks the current password of somebody who is logged in already; guessing it locks the account like a log-in. */
@Component
class OwnPassword {

    private final CredentialRepository credentials;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    OwnPassword(CredentialRepository credentials, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account, locked against parallel changes. */
    Credential get(Caller caller) {
        return credentials
                .findByPersonForUpdate(caller.person())
                .orElseThrow(() -> new ProblemException(IdentityProblem.NO_LOGIN));
    }

    /** The account, when this is its password. The caller's transaction must not roll back on the refusal. */
    Credential require(Caller caller, String password) {
        Credential own = get(caller);
        Instant now = clock.instant();
        if (own.lockedUntil() != null && now.isBefore(own.lockedUntil())) {
            throw new ProblemException(
                    IdentityProblem.LOCKED, "retryAt", own.lockedUntil().toString());
        }
        if (passwords.matches(password, own.passwordHash())) {
            return own;
        }
        int attempts = own.failedAttempts() + 1;
        boolean locks = attempts >= LogIn.ATTEMPTS;
        credentials.countFailure(own.personId(), locks ? 0 : attempts, locks ? now.plus(LogIn.LOCK) : null);
        audit.record(
                caller, "password.refuse", Subject.of("person", own.personId()), null, Map.of("attempt", attempts));
        throw new ProblemException(IdentityProblem.WRONG_PASSWORD);
    }
}
