package org.anshe.enforcement.internal;

import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;

/** Where a unit works: its street, or its own area when that is larger. */
final class WorkPlace {

    private WorkPlace() {}

    static AreaKey of(Units.Unit unit) {
        return unit.area().at(AreaLevel.STREET);
    }
}
