package org.anshe.organisation;

import java.time.Instant;
import java.util.UUID;

/** A unit went out of use. */
public record UnitRetired(UUID unit, Instant at) {}
