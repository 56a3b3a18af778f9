package org.anshe.hazard.internal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.anshe.hazard.internal.HazardState.Assigned;
import org.anshe.hazard.internal.HazardState.Closed;
import org.anshe.hazard.internal.HazardState.Confirmed;
import org.anshe.hazard.internal.HazardState.Duplicate;
import org.anshe.hazard.internal.HazardState.FixedOnSpot;
import org.anshe.hazard.internal.HazardState.HandedBack;
import org.anshe.hazard.internal.HazardState.HandedOver;
import org.anshe.hazard.internal.HazardState.LookedBack;
import org.anshe.hazard.internal.HazardState.Rejected;
import org.anshe.hazard.internal.HazardState.Reopened;
import org.anshe.hazard.internal.HazardState.Reported;
import org.anshe.hazard.internal.HazardState.Returned;
import org.anshe.hazard.internal.HazardState.Submitted;

/** The steps of the loop by name, with the permission each needs. */
public enum HazardAction {
    REPORT("hazard.report"),
    CONFIRM("hazard.confirm"),
    REJECT("hazard.confirm"),
    MARK_DUPLICATE("hazard.confirm"),
    ASSIGN("hazard.assign"),
    PLAN("hazard.rectify"),
    SUBMIT("hazard.rectify"),
    HAND_BACK("hazard.rectify"),
    HAND_OVER("hazard.hand-over"),
    FIX_ON_SPOT("hazard.rectify"),
    CLOSE("hazard.close"),
    RETURN("hazard.close"),
    LOOK_BACK("hazard.look-back"),
    REOPEN("hazard.reopen");

    private final String permission;

    HazardAction(String permission) {
        this.permission = permission;
    }

    public String permission() {
        return permission;
    }

    /** As in addresses, in the timeline and after {@code hazard.} in the audit trail: {@code hand-back}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it judges the work of others, so that who did the work must not take it. */
    boolean needsIndependence(HazardState state) {
        return switch (this) {
            case CLOSE, RETURN, LOOK_BACK -> true;
            case REJECT, MARK_DUPLICATE -> state instanceof FixedOnSpot;
            case REPORT, CONFIRM, ASSIGN, PLAN, SUBMIT, HAND_BACK, HAND_OVER, FIX_ON_SPOT, REOPEN -> false;
        };
    }

    /** What a state offers: the names of the steps its type has. */
    static Set<HazardAction> offeredBy(HazardState state) {
        return switch (state) {
            case Reported any -> EnumSet.of(CONFIRM, REJECT, MARK_DUPLICATE);
            case Confirmed any -> EnumSet.of(ASSIGN, FIX_ON_SPOT);
            case HandedBack any -> EnumSet.of(ASSIGN);
            case Reopened any -> EnumSet.of(ASSIGN);
            case Assigned any -> EnumSet.of(PLAN, SUBMIT, HAND_BACK, HAND_OVER);
            case HandedOver any -> EnumSet.of(PLAN, SUBMIT, HAND_BACK, HAND_OVER);
            case Returned any -> EnumSet.of(PLAN, SUBMIT, HAND_BACK, HAND_OVER);
            case Submitted any -> EnumSet.of(PLAN, CLOSE, RETURN);
            case FixedOnSpot any -> EnumSet.of(CLOSE, RETURN, REJECT, MARK_DUPLICATE);
            case Closed any -> EnumSet.of(LOOK_BACK, REOPEN);
            case LookedBack any -> EnumSet.of(LOOK_BACK, REOPEN);
            case Rejected any -> EnumSet.noneOf(HazardAction.class);
            case Duplicate any -> EnumSet.noneOf(HazardAction.class);
        };
    }
}
