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
        return ofItself(caller, area).orElseThrow(() -> new ProblemException(HazardProblem.OUTSIDE_SCOPE));
    }

    /** The same for somebody who was sent there: reports without a unit where nothing else is permitted any more. */
    @Nullable UUID unitOfSomebodySent(Caller caller, AreaKey area) {
        if (!caller.may(ReportHazard.REPORT)) {
            throw new ProblemException(HazardProblem.OUTSIDE_SCOPE);
        }
        return caller.may(ReportHazard.REPORT, area, null)
                ? null
                : ofItself(caller, area).orElse(null);
    }

    private Optional<UUID> ofItself(Caller caller, AreaKey area) {
        UUID unit = caller.unitId();
        if (unit == null || !caller.may(ReportHazard.REPORT, area, unit)) {
            return Optional.empty();
        }
        boolean works = units.find(unit)
                .filter(found -> found.area().at(AreaLevel.STREET).contains(area))
                .isPresent();
        return works ? Optional.of(unit) : Optional.empty();
    }
}
