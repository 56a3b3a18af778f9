package org.anshe.hazard;

import org.anshe.shared.ProblemType;

/** Refusals of the hazard module. */
public enum HazardProblem implements ProblemType {
    UNKNOWN_DOMAIN("unknown-domain", 400, "There is no such hazard domain"),
    UNKNOWN_OBJECT("unknown-object", 400, "The object does not exist or lies outside the caller's scope"),
    OBJECT_ELSEWHERE("object-elsewhere", 400, "The object does not lie in the area that was given"),
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
