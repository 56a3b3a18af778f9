package org.anshe.organisation.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.UnitDirectory;
import org.anshe.organisation.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the identity module, which cannot ask upward, what a unit is called and where it works. */
@Component
class UnitsForIdentity implements UnitDirectory {

    // Asked for late: whoever keeps the units may itself need to know people.
    private final ObjectProvider<Units> units;

    UnitsForIdentity(ObjectProvider<Units> units) {
        this.units = units;
    }

    @Override
    public Map<UUID, Place> byIds(Collection<UUID> ids) {
        Map<UUID, Place> places = new LinkedHashMap<>();
        Units known = units.getIfAvailable();
        if (known != null && !ids.isEmpty()) {
            known.byIds(ids).forEach((id, unit) -> places.put(id, new Place(id, unit.name(), unit.area())));
        }
        return places;
    }
}
