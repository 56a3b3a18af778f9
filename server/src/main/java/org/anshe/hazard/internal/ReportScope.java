package org.anshe.hazard.internal;

import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.HazardProblem;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a caller may report: in the areas of the scope; an enterprise of itself, in the street it works in. */
@Component
class ReportScope {

    private final Units units;

    ReportScope(Units units) {
        this.units = units;
    }

    /** The unit that reports of itself; null when somebody reports who watches over the area. */
    @Nullable UUID reportingUnit(Caller caller, AreaKey area) {
        if (caller.may(ReportHazard.REPORT, area, null)) {
            return null;
        }
        UUID unit = caller.unitId();
        boolean ofItself = unit != null && caller.may(ReportHazard.REPORT, area, unit);
        Optional<AreaKey> works = unit == null || !ofItself
                ? Optional.empty()
                : units.find(unit).map(found -> found.area().at(AreaLevel.STREET));
        if (works.isEmpty() || !works.get().contains(area)) {
            throw new ProblemException(HazardProblem.OUTSIDE_SCOPE);
        }
        return unit;
    }
}
