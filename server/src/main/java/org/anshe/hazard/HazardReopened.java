package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A closed hazard came back. */
public record HazardReopened(UUID id, String number, AreaKey area, String reason, Instant at) {}
