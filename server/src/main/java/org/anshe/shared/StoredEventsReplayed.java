package org.anshe.shared;

/**
 * Somebody had stored events delivered again. Published and heard within one transaction.
 *
 * @param events how many
 * @param which the id of the one event, or {@code failed} for all that had failed
 */
public record StoredEventsReplayed(Caller caller, String which, int events) {}
