package org.anshe.enforcement;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A department was asked to take a case; it answers by a moment. */
public record CaseTransferred(UUID id, String number, AreaKey area, UUID toUnitId, Instant answerBy, Instant at) {}
