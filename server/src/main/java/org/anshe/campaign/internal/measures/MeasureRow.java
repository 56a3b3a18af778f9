package org.anshe.campaign.internal.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * A measure without its texts.
 *
 * @param origin facts of the common problem it answers; empty when it answers none
 * @param nthInForce the text in force, or the last one that was
 * @param nthDraft the text being drafted, null when none is
 * @param title of the text in force; before the first issue of the draft
 * @param endedOn the day it was abolished or given up
 */
record MeasureRow(
        UUID id,
        AreaKey area,
        UUID unitId,
        MeasureKind kind,
        @Nullable String domain,
        @Nullable UUID listId,
        Map<String, String> origin,
        MeasureState state,
        @Nullable Integer nthInForce,
        @Nullable Integer nthDraft,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        Instant createdAt,
        String createdByName,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        int version) {

    MeasureRow {
        origin = Map.copyOf(origin);
    }
}
