package org.anshe.deadline;

import java.time.Instant;
import org.anshe.shared.AreaKey;

/** A deadline has come near. */
public record DeadlineNear(Deadlines.Key key, AreaKey area, Instant dueAt) {}
