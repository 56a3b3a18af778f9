package org.anshe.register.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.register.ObjectRetired;
import org.anshe.register.RegisterProblem;
import org.anshe.register.internal.ObjectRepository.ChangeKind;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an object out of its register for a reason, or brings it back for another. */
@Service
public class RetireObject {

    private final ObjectRepository objects;
    private final ObjectAccess access;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RetireObject(
            ObjectRepository objects,
            ObjectAccess access,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.objects = objects;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void retire(Caller caller, UUID id, int version, String reason) {
        RegisteredObject object = access.editable(caller, id, version);
        if (object.isRetired()) {
            throw new ProblemException(RegisterProblem.RETIRED);
        }
        Instant now = write(caller, object, ChangeKind.RETIRED, reason, reason);
        events.publishEvent(
                new ObjectRetired(id, object.type(), object.content().area(), reason, now));
    }

    @Transactional
    public void restore(Caller caller, UUID id, int version, String reason) {
        RegisteredObject object = access.editable(caller, id, version);
        if (!object.isRetired()) {
            throw new ProblemException(RegisterProblem.NOT_RETIRED);
        }
        write(caller, object, ChangeKind.RESTORED, null, reason);
    }

    private Instant write(
            Caller caller,
            RegisteredObject object,
            ChangeKind kind,
            @org.jspecify.annotations.Nullable String retiredReason,
            String reason) {
        Instant now = clock.instant();
        objects.setRetired(object, retiredReason, now);
        objects.record(caller, object.id(), object.version() + 1, kind, Map.of(), reason, now);
        audit.record(
                caller,
                kind == ChangeKind.RETIRED ? "register.retire" : "register.restore",
                Subject.of("register-object", object.id()),
                object.content().area(),
                Map.of("reason", reason));
        return now;
    }
}
