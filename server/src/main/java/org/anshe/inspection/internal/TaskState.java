package org.anshe.inspection.internal;

/** How a task stands; overdue is what is open after its due moment. */
public enum TaskState {
    DUE,
    OVERDUE,
    DONE,
    CANCELLED
}
