package org.anshe.register.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.register.RegisterProblem;
import org.anshe.register.internal.ObjectContent.Change;
import org.anshe.register.internal.ObjectRepository.ChangeKind;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes new content for an object, keeping what stood there before. */
@Service
public class ChangeObject {

    private final TypeRepository types;
    private final ObjectRepository objects;
    private final ObjectAccess access;
    private final ContentCheck check;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeObject(
            TypeRepository types,
            ObjectRepository objects,
            ObjectAccess access,
            ContentCheck check,
            AuditTrail audit,
            Clock clock) {
        this.types = types;
        this.objects = objects;
        this.access = access;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void change(Caller caller, UUID id, int version, ObjectContent sent) {
        RegisteredObject before = access.editable(caller, id, version);
        if (before.isRetired()) {
            throw new ProblemException(RegisterProblem.RETIRED);
        }
        access.mayPlace(caller, sent.area(), sent.unitId());
        RegisterType type = types.get(before.type());
        ObjectContent after = check.check(type.definition(), sent);
        Map<String, Change> changes = before.content().changesTo(after);
        if (changes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        objects.change(before, after, type, now);
        objects.record(caller, id, version + 1, ChangeKind.CHANGED, changes, null, now);
        audit.record(
                caller,
                "register.change",
                Subject.of("register-object", id),
                after.area(),
                Map.of("version", version + 1, "changed", changes.keySet()));
    }
}
