package org.anshe.register;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** An object left its register: nothing new is planned or reported for it. */
public record ObjectRetired(UUID objectId, String type, AreaKey area, String reason, Instant at) {}
