package org.anshe.campaign.internal.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A list without its rows. */
record ListRow(
        UUID id,
        UUID kindId,
        int kindVersion,
        String title,
        AreaKey area,
        @Nullable UUID unitId,
        @Nullable UUID campaignId,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean byRule,
        Set<String> domains,
        @Nullable HazardGrade grade,
        boolean open,
        Instant createdAt,
        String createdByName,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        int version) {

    ListRow {
        domains = Set.copyOf(domains);
    }
}
