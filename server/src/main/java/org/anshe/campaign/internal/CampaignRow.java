package org.anshe.campaign.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A campaign without its parts. */
public record CampaignRow(
        UUID id,
        String title,
        @Nullable String summary,
        AreaKey area,
        @Nullable UUID leadUnitId,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        CampaignState state,
        @Nullable UUID documentId,
        Instant createdAt,
        String createdByName,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        int version) {}
