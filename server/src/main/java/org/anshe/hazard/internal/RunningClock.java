package org.anshe.hazard.internal;

import java.time.Instant;

/** A clock that runs: near from {@code nearAt}, breached after {@code dueAt}. */
record RunningClock(HazardClock kind, Instant nearAt, Instant dueAt) {}
