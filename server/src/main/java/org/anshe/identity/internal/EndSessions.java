package org.anshe.identity.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions, one's own or those of a person one looks after. */
@Service
public class EndSessions {

    private final AccountQueries accounts;
    private final LoginSessions sessions;
    private final AuditTrail audit;

    EndSessions(AccountQueries accounts, LoginSessions sessions, AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Ends this session of the person, or all of them when {@code session} is null. */
    @Transactional
    public void end(Caller caller, UUID person, @Nullable String session) {
        AreaKey area = null;
        if (!person.equals(caller.personId())) {
            area = accounts.find(caller.scope(), person)
                    .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND))
                    .areaKey();
        }
        if (session == null) {
            sessions.endAll(person);
        } else if (!sessions.endOne(person, session)) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        audit.record(
                caller,
                "session.end",
                Subject.of("person", person),
                area,
                session == null ? Map.of("all", true) : Map.of("session", session));
    }
}
