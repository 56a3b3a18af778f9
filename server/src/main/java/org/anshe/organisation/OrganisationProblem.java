package org.anshe.organisation;

import org.anshe.shared.ProblemType;

/** Refusals of the organisation module. */
public enum OrganisationProblem implements ProblemType {
    UNKNOWN_UNIT("unknown-unit", 422, "There is no such unit"),
    RETIRED_UNIT("retired-unit", 409, "The unit is retired"),
    NAME_TAKEN("name-taken", 409, "There is a unit of this name in the area already"),
    CREDIT_CODE_TAKEN("credit-code-taken", 409, "Another unit has this credit code"),
    BAD_CREDIT_CODE("bad-credit-code", 400, "Not a unified social credit code"),
    PARENT_IS_BELOW("parent-is-below", 409, "A unit cannot belong to one that belongs to it"),
    HAS_UNITS_BELOW("has-units-below", 409, "Units that belong to this one are still in use"),
    POST_HELD("post-held", 409, "The post is held like this already"),
    POST_CIRCLE("post-circle", 409, "The posts would refer to each other in a circle"),
    UNKNOWN_PERSON("unknown-person", 422, "There is no such person"),
    HOLDER_PRESENT("holder-present", 409, "The area has a holder of this kind; end that one first"),
    WRONG_LEVEL("wrong-level", 409, "Areas of this level do not have this kind of holder"),
    SAME_PERSON("same-person", 409, "Nobody hands work over to oneself"),
    SUCCESSOR_INACTIVE("successor-inactive", 409, "The successor has left or cannot log in"),
    SHARES_OVERLAP("shares-overlap", 409, "Two shares ask for the same work"),
    NOTHING_MOVES("nothing-moves", 409, "Nothing of it can be handed over like this");

    private final String slug;
    private final int status;
    private final String title;

    OrganisationProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "organisation";
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
