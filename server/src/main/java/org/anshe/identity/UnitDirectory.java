package org.anshe.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** What this module must know of units. They live above it, so the organisation module provides the answers. */
public interface UnitDirectory {

    /** A unit and the area it works in. */
    record Place(UUID id, String name, AreaKey area) {}

    /** The units of these ids; unknown ones are left out. */
    Map<UUID, Place> byIds(Collection<UUID> ids);
}
