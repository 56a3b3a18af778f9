package org.anshe.hazard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;

/** A unit asked for a later deadline; a person of this level decides. */
public record ExtensionAsked(
        UUID id, String number, AreaKey area, @Nullable UUID unitId, AreaLevel level, LocalDate until, Instant at) {}
