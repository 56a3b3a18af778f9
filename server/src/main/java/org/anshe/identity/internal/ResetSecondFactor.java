package org.anshe.identity.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.internal.AccountQueries.Row;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches off the second factor of a person whose device is lost. */
@Service
public class ResetSecondFactor {

    private final ManagedAccounts managed;
    private final CredentialRepository credentials;
    private final AuditTrail audit;

    ResetSecondFactor(ManagedAccounts managed, CredentialRepository credentials, AuditTrail audit) {
        this.managed = managed;
        this.credentials = credentials;
        this.audit = audit;
    }

    @Transactional
    public void reset(Caller caller, UUID person) {
        Row row = managed.getOther(caller, person);
        if (!row.totpEnabled()) {
            throw new ProblemException(IdentityProblem.SECOND_FACTOR_OFF);
        }
        credentials.setTotp(person, null);
        audit.record(caller, "person.reset-second-factor", Subject.of("person", person), row.areaKey(), Map.of());
    }
}
