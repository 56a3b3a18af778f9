package org.anshe.enforcement;

/** Where a case stands. */
public enum CaseStatus {
    FOUND,
    /** A department was asked to take it and has not answered. */
    TRANSFERRED,
    ACCEPTED,
    /** The department refused; the unit that found it has it again. */
    REFUSED,
    CONCLUDED;

    /** Whether the unit that found it has it and may send it on. */
    public boolean atSender() {
        return this == FOUND || this == REFUSED;
    }
}
