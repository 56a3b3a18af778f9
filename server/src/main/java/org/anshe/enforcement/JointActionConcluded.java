package org.anshe.enforcement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A joint action came to its end. */
public record JointActionConcluded(UUID id, String title, AreaKey area, Set<UUID> unitIds, Instant at) {

    public JointActionConcluded {
        unitIds = Set.copyOf(unitIds);
    }
}
