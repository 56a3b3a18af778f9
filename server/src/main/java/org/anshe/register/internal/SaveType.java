package org.anshe.register.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.register.RegisterProblem;
import org.anshe.register.internal.type.DefinitionCheck;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds a type or gives one its next version. Values entered so far stay readable: no field vanishes or changes kind. A
 * type is the same in every area, so only who manages types everywhere may change one.
 */
@Service
public class SaveType {

    private static final String PERMISSION = "register-type.manage";

    private final TypeRepository types;
    private final AuditTrail audit;
    private final Clock clock;

    SaveType(TypeRepository types, AuditTrail audit, Clock clock) {
        this.types = types;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a type. The code is its identity, so that a retry with the same definition changes nothing. */
    @Transactional
    public RegisterType add(Caller caller, String code, TypeDefinition definition) {
        requireDecidesOverTypes(caller);
        refuse(DefinitionCheck.of(code, definition));
        if (!types.add(code, definition, 0, caller.name(), clock.instant())) {
            RegisterType there = types.get(code);
            if (there.definition().equals(definition)) {
                return there;
            }
            throw new ProblemException(RegisterProblem.TYPE_TAKEN, "code", code);
        }
        audit.record(
                caller,
                "register-type.create",
                Subject.of("register-type", code),
                null,
                Map.of("fields", definition.fields().size()));
        return types.get(code);
    }

    /** Gives a type its next version, made from the named one. */
    @Transactional
    public RegisterType revise(Caller caller, String code, int version, TypeDefinition definition) {
        requireDecidesOverTypes(caller);
        RegisterType before = types.get(code);
        if (before.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        List<FieldError> errors = new ArrayList<>(DefinitionCheck.of(code, definition));
        errors.addAll(DefinitionCheck.ofRevision(before.definition(), definition));
        refuse(errors);
        if (!types.revise(before, definition, caller.name(), clock.instant())) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(
                caller,
                "register-type.change",
                Subject.of("register-type", code),
                null,
                Map.of("version", version + 1, "fields", definition.fields().size()));
        return types.get(code);
    }

    /** Stops a register from taking new objects, or lets it take them again. */
    @Transactional
    public RegisterType setRetired(Caller caller, String code, boolean retired) {
        requireDecidesOverTypes(caller);
        RegisterType type = types.get(code);
        if (retired != (type.retiredAt() != null)) {
            types.setRetired(code, retired ? clock.instant() : null);
            audit.record(
                    caller,
                    retired ? "register-type.retire" : "register-type.restore",
                    Subject.of("register-type", code),
                    null,
                    Map.of());
        }
        return types.get(code);
    }

    private static void requireDecidesOverTypes(Caller caller) {
        if (!caller.scopeFor(PERMISSION).isEverything()) {
            throw new ProblemException(RegisterProblem.TYPES_HOLD_EVERYWHERE);
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(RegisterProblem.TYPE_INVALID, Map.of(), errors);
        }
    }
}
