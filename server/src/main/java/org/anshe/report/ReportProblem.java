package org.anshe.report;

import org.anshe.shared.ProblemType;

/** Refusals of the report module. */
public enum ReportProblem implements ProblemType {
    UNKNOWN_INDICATOR("unknown-indicator", 404, "There is no indicator of this code"),
    NO_BREAKDOWN("no-breakdown", 400, "The indicator is not broken down this way"),
    BAD_FILTER("bad-filter", 400, "The filter is not of the form dimension:value"),
    BAD_PERIOD("bad-period", 400, "The period ends before it begins or is longer than ten years"),
    NOT_BEGUN("not-begun", 409, "The period has not begun yet"),
    AREA_NOT_COVERED(
            "area-not-covered", 403, "A document needs the figures of the whole area, and the caller sees a part"),
    NOT_A_DRAFT("not-a-draft", 409, "The document is issued or withdrawn and does not change"),
    NOT_EDITABLE("not-editable", 409, "This section is composed from figures and is not edited by hand");

    private final String slug;
    private final int status;
    private final String title;

    ReportProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "report";
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
