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

/**
 * The steps by name, with the permission each needs. Those of the loop move the state; those beside it are offered by
 * what is under way ({@link BesideOffers}).
 */
public enum HazardAction {
    REPORT("hazard.report"),
    CONFIRM("hazard.confirm", Taker.HANDLER),
    REJECT("hazard.confirm", Taker.HANDLER),
    MARK_DUPLICATE("hazard.confirm", Taker.HANDLER),
    ASSIGN("hazard.assign", Taker.HANDLER),
    PLAN("hazard.rectify"),
    SUBMIT("hazard.rectify"),
    HAND_BACK("hazard.rectify"),
    HAND_OVER("hazard.hand-over"),
    FIX_ON_SPOT("hazard.rectify"),
    CLOSE("hazard.close", Taker.HANDLER),
    RETURN("hazard.close", Taker.HANDLER),
    LOOK_BACK("hazard.look-back"),
    REOPEN("hazard.reopen"),

    ACCEPT_HAND_OVER("hazard.rectify"),
    REFUSE_HAND_OVER("hazard.rectify"),
    DECIDE_OWNER("hazard.decide-owner"),

    REPORT_UP("hazard.assign", Taker.HANDLER),
    ACCEPT_REPORT("hazard.assign", Taker.HANDLER),
    SEND_DOWN("hazard.assign", Taker.HANDLER),
    ASK_EXTENSION("hazard.rectify"),
    WITHDRAW_EXTENSION("hazard.rectify"),
    GRANT_EXTENSION("hazard.decide-extension"),
    REFUSE_EXTENSION("hazard.decide-extension"),
    SET_LIMIT("hazard.set-limit", Taker.HANDLER),
    JUDGE("hazard.confirm", Taker.HANDLER),
    REPORT_MAJOR("hazard.report-major"),
    TAKE_RUNG("hazard.escalate"),
    DISMISS_RUNG("hazard.escalate"),
    FILE_LISTING("hazard.list"),
    PUBLISH_LISTING("hazard.list"),
    ASK_TERM("hazard.rectify"),
    GRANT_TERM("hazard.list"),
    REFUSE_TERM("hazard.list"),
    ASK_VERIFICATION("hazard.rectify"),
    PASS_VERIFICATION("hazard.list"),
    FAIL_VERIFICATION("hazard.list"),
    PUBLISH_DELISTING("hazard.list"),
    /** Reached by a clock, not by a person. */
    ESCALATE("hazard.escalate"),
    /** The running clock was set anew by a policy that somebody published. */
    APPLY_POLICY("hazard.publish-policy");

    /** Who of those permitted takes a step. */
    private enum Taker {
        ANYBODY,
        /** The level that handles the hazard, and those above it. */
        HANDLER
    }

    private final String permission;
    private final Taker taker;

    HazardAction(String permission) {
        this(permission, Taker.ANYBODY);
    }

    HazardAction(String permission, Taker taker) {
        this.permission = permission;
        this.taker = taker;
    }

    public String permission() {
        return permission;
    }

    /** As in addresses, in the timeline and after {@code hazard.} in the audit trail: {@code hand-back}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static HazardAction of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether only the level that handles a hazard takes it. */
    boolean byHandler() {
        return taker == Taker.HANDLER;
    }

    /** Whether it judges the work of others, so that who did the work must not take it. */
    boolean needsIndependence(HazardState state) {
        return switch (this) {
            case CLOSE, RETURN, LOOK_BACK, GRANT_EXTENSION, REFUSE_EXTENSION, PASS_VERIFICATION, FAIL_VERIFICATION ->
                true;
            case REJECT, MARK_DUPLICATE -> state instanceof FixedOnSpot;
            case REPORT, CONFIRM, ASSIGN, PLAN, SUBMIT, HAND_BACK, HAND_OVER, FIX_ON_SPOT, REOPEN -> false;
            case ACCEPT_HAND_OVER, REFUSE_HAND_OVER, DECIDE_OWNER, REPORT_UP, ACCEPT_REPORT, SEND_DOWN -> false;
            case ASK_EXTENSION, WITHDRAW_EXTENSION, SET_LIMIT, JUDGE, REPORT_MAJOR -> false;
            case TAKE_RUNG, DISMISS_RUNG, ESCALATE, APPLY_POLICY -> false;
            case FILE_LISTING, PUBLISH_LISTING, ASK_TERM, GRANT_TERM, REFUSE_TERM, ASK_VERIFICATION -> false;
            case PUBLISH_DELISTING -> false;
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
            case HandedOver any -> EnumSet.of(ACCEPT_HAND_OVER, REFUSE_HAND_OVER, DECIDE_OWNER);
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
