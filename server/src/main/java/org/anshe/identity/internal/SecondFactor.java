package org.anshe.identity.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.internal.CredentialRepository.Credential;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own second factor: a secret shown once, confirmed by a code from the device, switched off by the password. */
@Service
public class SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final String ISSUER = "Anshe";

    private final OwnPassword own;
    private final CredentialRepository credentials;
    private final SecretBox box;
    private final AuditTrail audit;
    private final Clock clock;

    SecondFactor(OwnPassword own, CredentialRepository credentials, SecretBox box, AuditTrail audit, Clock clock) {
        this.own = own;
        this.credentials = credentials;
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** The secret in Base32 for typing, and as an address for the QR code. */
    public record Enrolment(String secret, String uri) {}

    /** Makes a secret that counts only once it is confirmed; a later one replaces it. */
    @Transactional
    public Enrolment enrol(Caller caller) {
        Credential account = own.get(caller);
        if (account.totpSecret() != null) {
            throw new ProblemException(IdentityProblem.SECOND_FACTOR_ON);
        }
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        credentials.setPendingTotp(
                caller.person(), box.seal(secret, caller.person().toString()));
        String text = Base32.toBase32String(secret);
        String label = URLEncoder.encode(ISSUER + ":" + account.login(), StandardCharsets.UTF_8);
        return new Enrolment(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + ISSUER);
    }

    /** Switches the second factor on when the code comes from the secret shown. */
    @Transactional
    public void confirm(Caller caller, String code) {
        own.get(caller);
        byte[] sealed = credentials
                .findPendingTotp(caller.person())
                .orElseThrow(() -> new ProblemException(IdentityProblem.SECOND_FACTOR_OFF));
        byte[] secret = box.open(sealed, caller.person().toString());
        OptionalLong step = OneTimeCodes.stepOf(secret, code.strip(), clock.instant(), Long.MIN_VALUE);
        if (step.isEmpty()) {
            throw new ProblemException(IdentityProblem.WRONG_CODE);
        }
        credentials.setTotp(caller.person(), sealed);
        credentials.resetFailures(caller.person(), step.getAsLong());
        audit.record(caller, "second-factor.enable", Subject.of("person", caller.person()), null, Map.of());
    }

    @Transactional(noRollbackFor = ProblemException.class)
    public void remove(Caller caller, String password) {
        if (own.require(caller, password).totpSecret() == null) {
            throw new ProblemException(IdentityProblem.SECOND_FACTOR_OFF);
        }
        credentials.setTotp(caller.person(), null);
        audit.record(caller, "second-factor.disable", Subject.of("person", caller.person()), null, Map.of());
    }
}
