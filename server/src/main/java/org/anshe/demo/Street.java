package org.anshe.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/**
 * Who and what there is on the demonstration street.
 *
 * @param officers of the street office
 * @param handlers of each department of the street
 * @param workers of each community
 * @param gridWorkers by level-2 grid
 * @param objects everything registered
 */
record Street(
        AreaKey key,
        List<AreaKey> communities,
        UUID office,
        Map<String, UUID> departments,
        Map<AreaKey, UUID> communityUnits,
        List<UUID> officers,
        Map<UUID, UUID> handlers,
        Map<AreaKey, List<UUID>> workers,
        Map<AreaKey, UUID> gridWorkers,
        Map<UUID, UUID> principals,
        List<Object> objects) {

    /** A registered object with the unit that answers for it. */
    record Object(UUID id, String type, AreaKey area, UUID unit) {}

    /** An account that is printed at the start. */
    record Account(String login, String who) {}
}
