package org.anshe.enforcement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * A case came to its end.
 *
 * @param unitId the unit that found it
 */
public record CaseConcluded(
        UUID id, String number, AreaKey area, @Nullable UUID unitId, Set<CaseOutcome> outcomes, Instant at) {

    public CaseConcluded {
        outcomes = Set.copyOf(outcomes);
    }
}
