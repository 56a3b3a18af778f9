package org.anshe.campaign.internal.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text of a measure: the first, or a revision.
 *
 * @param filesId what its documents are attached to
 * @param revises what the revision changes and why; null for the first text
 * @param sha256 over the issued text and its documents; null while it is a draft
 */
record MeasureText(
        int nth,
        UUID filesId,
        String title,
        @Nullable String body,
        @Nullable String revises,
        State state,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable Instant issuedAt,
        @Nullable String issuedByName,
        @Nullable String sha256) {

    enum State {
        DRAFT,
        ISSUED,
        DROPPED
    }
}
