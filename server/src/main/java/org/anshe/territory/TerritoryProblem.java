package org.anshe.territory;

import org.anshe.shared.ProblemType;

/** Refusals of the territory module. */
public enum TerritoryProblem implements ProblemType {
    UNKNOWN_AREA("unknown-area", 422, "There is no such area"),
    RETIRED_AREA("retired-area", 409, "The area is retired"),
    UNKNOWN_PARENT("unknown-parent", 422, "The area above is not there"),
    KEY_TAKEN("key-taken", 409, "There is an area of this code already"),
    BAD_CODE("bad-code", 400, "Not an area code: 2, 4, 6, 9 or 12 digits, or 14, 16 or 19 for grids"),
    HAS_AREAS_BELOW("has-areas-below", 409, "Areas below are still in use"),
    NOT_MERGEABLE("not-mergeable", 409, "Only two different areas of the same level merge"),
    NOT_RECODABLE("not-recodable", 409, "The new code must be free, of the same level and not below the area itself"),
    FULL("full", 409, "No number is free below this area"),
    IMPORT_RUNNING("import-running", 409, "An import of the official list is running"),
    UNKNOWN_OFFICIAL_CODE("unknown-official-code", 422, "The official list has no such code");

    private final String slug;
    private final int status;
    private final String title;

    TerritoryProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "territory";
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
