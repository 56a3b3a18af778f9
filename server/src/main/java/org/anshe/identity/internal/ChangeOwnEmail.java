package org.anshe.identity.internal;

import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The address a person wants messages at. The trail says that it changed, not what it is. */
@Service
public class ChangeOwnEmail {

    private final PersonRepository people;
    private final AuditTrail audit;

    ChangeOwnEmail(PersonRepository people, AuditTrail audit) {
        this.people = people;
        this.audit = audit;
    }

    /** @param email null for none */
    @Transactional
    public void change(Caller caller, @Nullable String email) {
        people.changeEmail(caller.person(), email);
        audit.record(
                caller,
                "person.change-email",
                Subject.of("person", caller.person()),
                null,
                Map.of("given", email != null));
    }
}
