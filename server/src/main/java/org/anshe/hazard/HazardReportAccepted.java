package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;

/** The level above took a hazard that was reported up to it. */
public record HazardReportAccepted(UUID id, String number, AreaKey area, AreaLevel level, Instant at) {}
