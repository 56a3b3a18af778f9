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
import org.anshe.identity.internal.CredentialRepository.Credential;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks login, password and one-time code. Five failures in a row lock the account for a quarter of an hour. The
 * password, which takes long to check, is checked between two looks at the account, while nothing is locked.
 */
@Service
public class LogIn {

    static final int ATTEMPTS = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final CredentialRepository credentials;
    private final SecretBox box;
    private final PasswordChecks checks;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final String decoy;

    LogIn(
            CredentialRepository credentials,
            SecretBox box,
            PasswordChecks checks,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock) {
        this.credentials = credentials;
        this.box = box;
        this.checks = checks;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.decoy = checks.encode("no account has this login");
    }

    /** The person behind the login. A refusal still counts the attempt. */
    public UUID logIn(String login, String password, @Nullable String code) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        Credential seen = credentials.find(name).orElse(null);
        if (seen == null || seen.disabledAt() != null) {
            // The same work as for a real account, so that the time taken tells nothing.
            checks.matches(password, decoy);
            throw new ProblemException(IdentityProblem.BAD_CREDENTIALS);
        }
        refuseLocked(seen, clock.instant());
        boolean fits = checks.matches(password, seen.passwordHash());
        ProblemException refusal = transaction.execute(status -> settle(name, seen.passwordHash(), fits, code));
        if (refusal != null) {
            throw refusal;
        }
        return seen.personId();
    }

    /** Counts what came out, against the account as it stands now. A refusal is handed back, for it is to be kept. */
    private @Nullable ProblemException settle(String login, String hash, boolean fits, @Nullable String code) {
        Credential now = credentials.findForUpdate(login).orElse(null);
        if (now == null || now.disabledAt() != null || !now.passwordHash().equals(hash)) {
            return new ProblemException(IdentityProblem.BAD_CREDENTIALS);
        }
        Instant moment = clock.instant();
        try {
            refuseLocked(now, moment);
            if (!fits) {
                throw failure(now, moment, "password", IdentityProblem.BAD_CREDENTIALS);
            }
            credentials.resetFailures(now.personId(), checkedStep(now, code, moment));
        } catch (ProblemException refusal) {
            return refusal;
        }
        audit.record(as(now), "session.open", Subject.of("person", now.personId()), null, Map.of());
        return null;
    }

    private static void refuseLocked(Credential found, Instant now) {
        if (found.lockedUntil() != null && now.isBefore(found.lockedUntil())) {
            throw new ProblemException(
                    IdentityProblem.LOCKED, "retryAt", found.lockedUntil().toString());
        }
    }

    private @Nullable Long checkedStep(Credential found, @Nullable String code, Instant now) {
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

    private ProblemException failure(Credential found, Instant now, String factor, IdentityProblem refusal) {
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

    private static Caller as(Credential found) {
        return new Caller(found.personId(), found.name(), null, "session.open", Map.of());
    }
}
