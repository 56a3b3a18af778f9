package org.anshe.enforcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** Units were asked to take part in a joint action. */
public record UnitsInvited(UUID id, String title, AreaKey area, Set<UUID> unitIds, LocalDate plannedFrom, Instant at) {

    public UnitsInvited {
        unitIds = Set.copyOf(unitIds);
    }
}
