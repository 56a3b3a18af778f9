package org.anshe.register.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.register.RegisterProblem;
import org.anshe.register.internal.type.FieldValues;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers one object. Done twice with one id, it is registered once. */
@Service
public class RegisterNewObject {

    private final TypeRepository types;
    private final ObjectRepository objects;
    private final ObjectQueries queries;
    private final ObjectAccess access;
    private final ContentCheck check;
    private final AuditTrail audit;
    private final Clock clock;

    RegisterNewObject(
            TypeRepository types,
            ObjectRepository objects,
            ObjectQueries queries,
            ObjectAccess access,
            ContentCheck check,
            AuditTrail audit,
            Clock clock) {
        this.types = types;
        this.objects = objects;
        this.queries = queries;
        this.access = access;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What to register.
     *
     * @param confirmDuplicate the caller was shown the objects that seem the same and says this is another one
     */
    public record Command(
            UUID id,
            String type,
            ObjectContent content,
            @Nullable Integer supervisionClass,
            boolean confirmDuplicate) {}

    /** Answers whether the object is new; false when this id was registered before. */
    @Transactional
    public boolean register(Caller caller, Command command) {
        if (objects.find(command.id()).isPresent()) {
            if (queries.find(caller.scopeFor(ObjectAccess.VIEW), command.id()).isEmpty()) {
                throw new ProblemException(SharedProblem.CONFLICT);
            }
            return false;
        }
        RegisterType type = types.get(command.type());
        if (type.retiredAt() != null) {
            throw new ProblemException(RegisterProblem.TYPE_RETIRED, "code", type.code());
        }
        Integer supervisionClass = command.supervisionClass();
        if (supervisionClass != null && (supervisionClass < 1 || supervisionClass > 3)) {
            throw new ProblemException(
                    RegisterProblem.FIELDS_INVALID, Map.of(), List.of(new FieldError("/supervisionClass", "range")));
        }
        access.mayPlace(caller, command.content().area(), command.content().unitId());
        ObjectContent content = check.check(type.definition(), command.content());
        if (!command.confirmDuplicate()) {
            refuseDuplicates(caller, type, command.id(), content);
        }
        Instant now = clock.instant();
        boolean added = objects.add(
                new RegisteredObject(
                        command.id(),
                        type.code(),
                        type.version(),
                        content,
                        supervisionClass,
                        supervisionClass == null ? null : now,
                        0,
                        now,
                        caller.name(),
                        null,
                        now,
                        null,
                        null),
                type);
        if (added) {
            audit.record(
                    caller,
                    "register.create",
                    Subject.of("register-object", command.id()),
                    content.area(),
                    Map.of("type", type.code(), "name", content.name()));
        }
        return added;
    }

    private void refuseDuplicates(Caller caller, RegisterType type, UUID id, ObjectContent content) {
        var candidates = queries.candidates(
                caller.scopeFor(ObjectAccess.VIEW),
                type.code(),
                id,
                content.area(),
                content.name(),
                FieldValues.creditCode(type.definition(), content.fields()));
        if (!candidates.isEmpty()) {
            throw new ProblemException(RegisterProblem.DUPLICATE, "candidates", candidates);
        }
    }
}
