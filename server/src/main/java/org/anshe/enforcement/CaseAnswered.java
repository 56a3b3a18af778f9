package org.anshe.enforcement;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A department accepted a case or refused it. */
public record CaseAnswered(
        UUID id, String number, AreaKey area, @Nullable UUID fromUnitId, UUID toUnitId, boolean accepted, Instant at) {}
