package org.anshe.register.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.register.RegisterProblem;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see and who may change an object: what is out of sight is not found, what may only be looked at is refused. */
@Component
class ObjectAccess {

    static final String VIEW = "register.view";
    static final String EDIT = "register.edit";

    private final ObjectQueries objects;

    ObjectAccess(ObjectQueries objects) {
        this.objects = objects;
    }

    /** The object, when the caller may change it. */
    RegisteredObject editable(Caller caller, UUID id) {
        RegisteredObject object = objects.find(caller.scopeFor(VIEW), id)
                .or(() -> objects.find(caller.scopeFor(EDIT), id))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!caller.may(EDIT, object.content().area(), object.content().unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, Map.of("permission", EDIT));
        }
        return object;
    }

    /** The object as the caller saw it, when that is how it still stands. */
    RegisteredObject editable(Caller caller, UUID id, int version) {
        RegisteredObject object = editable(caller, id);
        if (object.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        return object;
    }

    void mayPlace(Caller caller, AreaKey area, @Nullable UUID unit) {
        if (!caller.may(EDIT, area, unit)) {
            throw new ProblemException(RegisterProblem.OUTSIDE_AREA, "area", area.toString());
        }
    }
}
