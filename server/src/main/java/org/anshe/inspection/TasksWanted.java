package org.anshe.inspection;

import java.util.UUID;

/** Tasks of a plan are to be made: it was activated or somebody asked for it. */
public record TasksWanted(UUID planId) {}
