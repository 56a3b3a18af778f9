package org.anshe.shared;

import java.util.UUID;

/** An event that only tests publish. */
record TestHappened(UUID id) {}
