package org.anshe.organisation.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** What the use cases of this module ask first: does the unit exist, is it in use, may the caller change it. */
@Component
class ManagedUnits {

    static final String PERMISSION = "unit.manage";
    private static final String VIEW = "unit.view";

    private final UnitRepository units;

    ManagedUnits(UnitRepository units) {
        this.units = units;
    }

    /** The unit, locked. */
    Unit take(Caller caller, UUID id) {
        Unit unit =
                units.findForUpdate(id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "unit", id));
        requireSight(caller, unit);
        requireChange(caller, unit.area(), id);
        if (unit.retired()) {
            throw new ProblemException(OrganisationProblem.RETIRED_UNIT, Map.of("unit", id, "name", unit.name()));
        }
        return unit;
    }

    void requireSight(Caller caller, Unit unit) {
        if (!caller.may(VIEW, unit.area(), unit.id()) && !caller.may(PERMISSION, unit.area(), unit.id())) {
            throw new ProblemException(SharedProblem.NOT_FOUND, "unit", unit.id());
        }
    }

    void requireChange(Caller caller, AreaKey area, UUID unit) {
        if (!caller.may(PERMISSION, area, unit)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", PERMISSION);
        }
    }
}
