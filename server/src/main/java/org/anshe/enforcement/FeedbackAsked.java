package org.anshe.enforcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** The units that took part are to say what they did, by the last moment of a day. */
public record FeedbackAsked(UUID id, String title, AreaKey area, Set<UUID> unitIds, LocalDate dueOn, Instant at) {

    public FeedbackAsked {
        unitIds = Set.copyOf(unitIds);
    }
}
