package org.anshe.enforcement;

import org.anshe.shared.ProblemType;

/** Refusals of the enforcement module. */
public enum EnforcementProblem implements ProblemType {
    WRONG_STATE("wrong-state", 409, "The record is in a state that does not offer this step"),
    OUTSIDE_SCOPE("outside-scope", 403, "The caller may not do this there"),
    ID_TAKEN("id-taken", 409, "There is another record under this id"),
    UNKNOWN_OBJECT("unknown-object", 400, "The object does not exist or lies outside the caller's scope"),
    UNKNOWN_HAZARD("unknown-hazard", 400, "The hazard does not exist or lies outside the caller's scope"),
    UNKNOWN_ACTION("unknown-action", 400, "The joint action does not exist or lies outside the caller's scope"),
    UNKNOWN_DOMAIN("unknown-domain", 400, "There is no such hazard domain"),
    NOT_INVITED("not-invited", 400, "The unit is not part of this joint action"),
    LEADER_INVITED("leader-invited", 400, "The leading unit cannot be invited as well"),
    NO_PARTNER("no-partner", 409, "A joint action needs another unit besides the leading one"),
    NOBODY_TOOK_PART("nobody-took-part", 409, "At least the leading unit took part"),
    DAY_OUT_OF_RANGE("day-out-of-range", 409, "The day lies outside of what makes sense here"),
    NOTHING_OWED("nothing-owed", 409, "The unit owes no feedback"),
    FEEDBACK_MISSING("feedback-missing", 409, "A unit has not said what it did, and no reason is given"),
    SAME_UNIT("same-unit", 409, "The unit has the case already"),
    OWN_TRANSFER("own-transfer", 409, "Who sent the case may not answer for the department"),
    OUTCOME_INCOMPLETE("outcome-incomplete", 409, "The outcome lacks an amount or words, or contradicts itself"),
    ALREADY_EXPOSED("already-exposed", 409, "The public was told already"),
    EXPORT_TOO_LARGE("export-too-large", 409, "More rows match than one table can hold");

    private final String slug;
    private final int status;
    private final String title;

    EnforcementProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "enforcement";
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
