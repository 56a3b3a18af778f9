package org.anshe.hazard;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A report was judged to be a hazard. */
public record HazardConfirmed(UUID id, String number, AreaKey area, HazardGrade grade, Instant at) {}
