package org.anshe.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks login, password and one-time code. Five failures in a row lock the account for a quarter of an hour. */
@Service
public class LogIn {

    static final int ATTEMPTS = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final CredentialRepository credentials;
    private final SecretBox box;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final String decoy;

    LogIn(CredentialRepository credentials, SecretBox box, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.credentials = credentials;
        this.box = box;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.decoy = passwords.encode("no account has this login");
    }

    /** The person behind the login. A refusal still counts the attempt. */
    @Transactional(noRollbackFor = ProblemException.class)
    public UUID logIn(String login, String password, @Nullable String code) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        CredentialRepository.Credential found = credentials.findForUpdate(name).orElse(null);
        if (found == null || found.disabledAt() != null) {
            // The same work as for a real account, so that the time taken tells nothing.
            passwords.matches(password, decoy);
            throw new ProblemException(IdentityProblem.BAD_CREDENTIALS);
        }
        Instant now = clock.instant();
        if (found.lockedUntil() != null && now.isBefore(found.lockedUntil())) {
            throw new ProblemException(
                    IdentityProblem.LOCKED, "retryAt", found.lockedUntil().toString());
        }
        if (!passwords.matches(password, found.passwordHash())) {
            throw failure(found, now, "password", IdentityProblem.BAD_CREDENTIALS);
        }
        credentials.resetFailures(found.personId(), checkedStep(found, code, now));
        audit.record(as(found), "session.open", Subject.of("person", found.personId()), null, Map.of());
        return found.personId();
    }

    private @Nullable Long checkedStep(CredentialRepository.Credential found, @Nullable String code, Instant now) {
        if (found.totpSecret() == null) {
            return null;
        }
        if (code == null || code.isBlank()) {
            throw new ProblemException(IdentityProblem.TOTP_REQUIRED);
        }
        long last = found.totpLastStep() == null ? Long.MIN_VALUE : found.totpLastStep();
        byte[] secret = box.open(found.totpSecret(), found.personId().toString());
        OptionalLong step = OneTimeCodes.stepOf(secret, code.strip(), now, last);
        if (step.isEmpty()) {
            throw failure(found, now, "code", IdentityProblem.CODE_REFUSED);
        }
        return step.getAsLong();
    }

    private ProblemException failure(
            CredentialRepository.Credential found, Instant now, String factor, IdentityProblem refusal) {
        int attempts = found.failedAttempts() + 1;
        boolean locks = attempts >= ATTEMPTS;
        Instant until = locks ? now.plus(LOCK) : null;
        credentials.countFailure(found.personId(), locks ? 0 : attempts, until);
        audit.record(
                as(found),
                locks ? "session.lock" : "session.refuse",
                Subject.of("person", found.personId()),
                null,
                Map.of("factor", factor, "attempt", attempts));
        return until == null
                ? new ProblemException(refusal)
                : new ProblemException(IdentityProblem.LOCKED, "retryAt", until.toString());
    }

    private static Caller as(CredentialRepository.Credential found) {
        return new Caller(found.personId(), found.name(), null, "session.open", Map.of());
    }
}
