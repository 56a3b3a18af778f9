package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A report was found to be the same as another one. */
public record HazardMarkedDuplicate(UUID id, String number, AreaKey area, UUID duplicateOf, Instant at) {}
