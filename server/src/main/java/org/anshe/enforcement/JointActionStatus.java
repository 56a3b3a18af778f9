package org.anshe.enforcement;

/** Where a joint action stands. */
public enum JointActionStatus {
    PLANNED,
    /** It took place; hazards and cases are linked. */
    HELD,
    /** Each unit that took part says what it did, by a day. */
    FEEDBACK_DUE,
    CONCLUDED,
    CANCELLED;

    /** Whether hazards and cases may still be linked. */
    public boolean takesFinds() {
        return this == HELD || this == FEEDBACK_DUE;
    }
}
