package org.anshe.hazard;

import org.anshe.shared.ProblemType;

/** Refusals of the hazard module. */
public enum HazardProblem implements ProblemType {
    UNKNOWN_DOMAIN("unknown-domain", 400, "There is no such hazard domain"),
    UNKNOWN_OBJECT("unknown-object", 400, "The object does not exist or lies outside the caller's scope"),
    OBJECT_ELSEWHERE("object-elsewhere", 400, "The object does not lie in the area that was given"),
    UNKNOWN_EARLIER("unknown-earlier", 400, "The earlier hazard does not exist or the caller does not see it"),
    UNKNOWN_PERSON("unknown-person", 400, "The responsible person does not exist"),
    OUTSIDE_SCOPE("outside-scope", 403, "The caller may not report hazards there"),
    ID_TAKEN("id-taken", 409, "Somebody else reported another hazard under this id"),
    WRONG_STATE("wrong-state", 409, "The hazard is in a state that does not offer this step"),
    NOT_INDEPENDENT("not-independent", 409, "Who put the hazard right or answered for it may not judge the result"),
    ELEMENTS_INCOMPLETE("elements-incomplete", 409, "Not all five elements of the rectification are settled"),
    EVIDENCE_REQUIRED("evidence-required", 409, "A photo is missing that shows the state before or after"),
    MAJOR_NOT_ON_SPOT("major-not-on-spot", 409, "A major hazard is not settled on the spot"),
    DEADLINE_OUT_OF_RANGE("deadline-out-of-range", 409, "The deadline lies in the past or beyond the limit"),
    SAME_UNIT("same-unit", 409, "The unit has the hazard already"),
    NOT_A_DUPLICATE("not-a-duplicate", 409, "The other hazard is not there, is this one, or is no valid original"),
    HANDLED_ABOVE("handled-above", 403, "The hazard was reported up; the level above handles it"),
    NOTHING_PENDING("nothing-pending", 409, "Nothing of this kind waits for an answer"),
    ALREADY_PENDING("already-pending", 409, "Something of this kind waits for an answer already"),
    WRONG_LEVEL("wrong-level", 403, "A level above has to decide this"),
    NOBODY_MAY_EXTEND("nobody-may-extend", 409, "The policy lets nobody extend so far or so often"),
    TOO_LATE_TO_ASK("too-late-to-ask", 409, "An extension is to be asked for earlier"),
    OWNER_DECIDED("owner-decided", 409, "The level above has decided whose it is"),
    TOP_LEVEL("top-level", 409, "There is no level above that handles hazards"),
    JUDGEMENT_REQUIRED("judgement-required", 409, "A major hazard is judged by at least three people together"),
    UNKNOWN_CRITERION("unknown-criterion", 400, "The criteria library does not have it, or not on that day"),
    SAME_GRADE("same-grade", 409, "The hazard has this grade already"),
    NOT_MAJOR("not-major", 409, "Only a major hazard is reported to the authority"),
    POLICY_FROZEN("policy-frozen", 409, "A published policy does not change; make a draft from it"),
    POLICY_TAKEN("policy-taken", 409, "Another policy of this area begins on that day"),
    POLICY_NEEDED("policy-needed", 409, "One policy has to be in force everywhere"),
    POLICY_OUTSIDE_SCOPE("policy-outside-scope", 403, "The policy reaches beyond what the caller may rule"),
    NOT_YET_IN_FORCE("not-yet-in-force", 409, "A policy that begins later does not reach running clocks"),
    UNKNOWN_CLOCK_SET("unknown-clock-set", 400, "There is no such clock set of listed supervision"),
    ALREADY_LISTED("already-listed", 409, "The hazard is listed already"),
    NOT_LISTED("not-listed", 409, "The hazard is not listed, or its listing does not offer this step"),
    STILL_LISTED("still-listed", 409, "A listed hazard is closed only after the verification"),
    EXPORT_TOO_LARGE("export-too-large", 409, "More rows match than one table can hold");

    private final String slug;
    private final int status;
    private final String title;

    HazardProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "hazard";
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
