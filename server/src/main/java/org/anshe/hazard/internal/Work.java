package org.anshe.hazard.internal;

import org.anshe.hazard.internal.policy.HazardClock;

/** What people do because it waits for them: the work of each clock, and the decision whose a disputed hazard is. */
public enum Work {
    CONFIRM(HazardAction.CONFIRM),
    ASSIGN(HazardAction.ASSIGN),
    RECTIFY(HazardAction.SUBMIT),
    REINSPECT(HazardAction.CLOSE),
    LOOK_BACK(HazardAction.LOOK_BACK),
    /** No unit takes it: the level that the policy names says whose it is. */
    DECIDE_OWNER(HazardAction.DECIDE_OWNER);

    private final HazardAction step;

    Work(HazardAction step) {
        this.step = step;
    }

    String permission() {
        return step.permission();
    }

    /** The step that ends this work. */
    HazardAction step() {
        return step;
    }

    static Work of(HazardClock clock) {
        return valueOf(clock.name());
    }
}
