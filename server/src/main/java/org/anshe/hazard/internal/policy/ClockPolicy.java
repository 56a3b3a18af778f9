package org.anshe.hazard.internal.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * A policy with its place in history.
 *
 * @param area where it is in force; null everywhere
 * @param effectiveFrom the first day on which clocks start under it
 * @param source where its values come from
 */
public record ClockPolicy(
        UUID id,
        @Nullable AreaKey area,
        String name,
        LocalDate effectiveFrom,
        String source,
        PolicyContent content,
        State state,
        int version,
        Instant changedAt,
        String changedBy,
        @Nullable Instant publishedAt,
        @Nullable String withdrawnWhy) {

    /** How far a policy has come. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}
