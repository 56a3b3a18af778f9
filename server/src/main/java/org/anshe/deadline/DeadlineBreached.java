package org.anshe.deadline;

import java.time.Instant;
import org.anshe.shared.AreaKey;

/** A deadline has passed without being met. */
public record DeadlineBreached(Deadlines.Key key, AreaKey area, Instant dueAt) {}
