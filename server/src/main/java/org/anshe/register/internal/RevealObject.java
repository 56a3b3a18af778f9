package org.anshe.register.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.register.internal.ObjectQueries.HistoryEntry;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the data about persons of one object, and leaves a trace that they were seen. */
@Service
public class RevealObject {

    public static final String REVEAL = "register.reveal";

    private final ObjectQueries objects;
    private final AuditTrail audit;

    RevealObject(ObjectQueries objects, AuditTrail audit) {
        this.objects = objects;
        this.audit = audit;
    }

    /** The object and its history, nothing masked. */
    public record Revealed(RegisteredObject object, List<HistoryEntry> changes) {}

    @Transactional
    public Revealed reveal(Caller caller, UUID id) {
        RegisteredObject object = objects.find(caller.scopeFor(ObjectAccess.VIEW), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!caller.may(REVEAL, object.content().area(), object.content().unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", REVEAL);
        }
        audit.record(
                caller,
                REVEAL,
                Subject.of("register-object", id),
                object.content().area(),
                Map.of("type", object.type(), "name", object.content().name()));
        return new Revealed(object, objects.history(caller.scopeFor(ObjectAccess.VIEW), id));
    }
}
