package org.anshe.territory;

import java.time.Instant;
import org.anshe.shared.AreaKey;

/** An area went out of use. Areas below it are announced one by one. */
public record AreaRetired(AreaKey area, Instant at) {}
