package org.anshe.notification.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to go out.
 *
 * @param id of the delivery: the same at every attempt, and what a receiver knows a repeat by
 * @param notice null for a digest
 * @param link null where the installation has no public address
 * @param email null for a group and for a person without one
 */
record Message(
        UUID id,
        @Nullable UUID notice,
        String kind,
        String title,
        String body,
        @Nullable String link,
        Instant at,
        boolean urgent,
        String language,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {}
