package org.anshe.register;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A person set another supervision class; null for none. */
public record SupervisionClassChanged(
        UUID objectId,
        String type,
        AreaKey area,
        @Nullable Integer before,
        @Nullable Integer after,
        Instant at) {}
