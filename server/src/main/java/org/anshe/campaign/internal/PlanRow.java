package org.anshe.campaign.internal;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A plan document without its text. */
public record PlanRow(
        UUID id,
        String title,
        String fileName,
        String format,
        UUID attachmentId,
        AreaKey area,
        @Nullable UUID uploadedBy,
        String uploadedByName,
        Instant uploadedAt,
        Instant readAt,
        String readerVersion,
        @Nullable Integer baseYear,
        PlanState state,
        @Nullable Instant settledAt,
        @Nullable String settledByName,
        @Nullable String discardReason,
        int version) {}
