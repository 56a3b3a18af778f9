package org.anshe.territory.internal;

import java.util.Map;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.TerritoryProblem;
import org.springframework.stereotype.Component;

/** What the use cases of this module ask first: does the area exist, is it in use, may the caller change it. */
@Component
class ManagedAreas {

    static final String PERMISSION = "area.manage";
    private static final String VIEW = "area.view";

    private final AreaRepository areas;

    ManagedAreas(AreaRepository areas) {
        this.areas = areas;
    }

    /** The area, locked. One the caller cannot see does not exist; one that can be seen may still be refused. */
    Area take(Caller caller, AreaKey key) {
        Area area = areas.findForUpdate(key)
                .filter(found -> caller.scopeFor(VIEW).covers(key, null) || mayChange(caller, key))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "area", key));
        requireChange(caller, key);
        if (area.retired()) {
            throw new ProblemException(TerritoryProblem.RETIRED_AREA, Map.of("area", key, "name", area.name()));
        }
        return area;
    }

    static void requireChange(Caller caller, AreaKey key) {
        if (!mayChange(caller, key)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", PERMISSION);
        }
    }

    static boolean mayChange(Caller caller, AreaKey key) {
        return caller.scopeFor(PERMISSION).coversArea(key);
    }
}
