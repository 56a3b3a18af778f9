package org.anshe.register.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.register.RegisterProblem;
import org.anshe.register.SupervisionClassChanged;
import org.anshe.register.internal.ObjectContent.Change;
import org.anshe.register.internal.ObjectRepository.ChangeKind;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets how closely an object is supervised. Rules propose a class; a person decides and says why. */
@Service
public class SetSupervisionClass {

    private final ObjectRepository objects;
    private final ObjectAccess access;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetSupervisionClass(
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

    /** Sets the class 1 to 3, or none. */
    @Transactional
    public void set(Caller caller, UUID id, int version, @Nullable Integer supervisionClass, String reason) {
        RegisteredObject object = access.editable(caller, id, version);
        if (object.isRetired()) {
            throw new ProblemException(RegisterProblem.RETIRED);
        }
        if (Objects.equals(object.supervisionClass(), supervisionClass)) {
            return;
        }
        write(caller, object, supervisionClass, reason, clock.instant());
    }

    /** Writes a class that differs, with its place in the history, in the trail and among the events. */
    void write(Caller caller, RegisteredObject object, @Nullable Integer supervisionClass, String reason, Instant now) {
        objects.setClass(object, supervisionClass, now);
        objects.record(
                caller,
                object.id(),
                object.version() + 1,
                ChangeKind.CLASSED,
                Map.of("class", new Change(object.supervisionClass(), supervisionClass)),
                reason,
                now);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("before", object.supervisionClass());
        facts.put("after", supervisionClass);
        facts.put("reason", reason);
        audit.record(
                caller,
                "register.class",
                Subject.of("register-object", object.id()),
                object.content().area(),
                facts);
        events.publishEvent(new SupervisionClassChanged(
                object.id(), object.type(), object.content().area(), object.supervisionClass(), supervisionClass, now));
    }
}
