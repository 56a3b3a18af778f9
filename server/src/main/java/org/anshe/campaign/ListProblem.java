package org.anshe.campaign;

import org.anshe.shared.ProblemType;

/** Refusals about lists and institutional measures. */
public enum ListProblem implements ProblemType {
    KIND_INVALID("kind-invalid", 400, "The definition of the kind does not hold together"),
    KIND_RETIRED("kind-retired", 409, "No new lists are made of this kind"),
    KIND_ELSEWHERE("kind-elsewhere", 403, "The kind belongs to an office above or beside the caller's"),
    LIST_CLOSED("list-closed", 409, "The list is closed"),
    UNKNOWN_PART("unknown-part", 404, "The list has no such part, or one of another type"),
    ENTRY_INVALID("entry-invalid", 400, "Some cells do not fit their column"),
    HAZARD_ELSEWHERE("hazard-elsewhere", 400, "Some hazards do not exist or lie outside the area of the list"),
    REASON_REQUIRED("reason-required", 400, "A hazard is left out for a reason"),
    STAGE_ELSEWHERE("stage-elsewhere", 400, "The stage does not belong to the campaign of the list"),
    STAGE_FROZEN("stage-frozen", 409, "The list was frozen at the end of this stage already"),
    LIST_TOO_LARGE("list-too-large", 413, "The list has more rows than one version or file takes"),
    LIST_SPAN("list-span", 400, "The list ends before it begins"),
    MEASURE_STATE("measure-state", 409, "The measure is not in a state for this"),
    MEASURE_TEXT_MISSING("measure-text-missing", 400, "A measure is issued with its words or a document"),
    MEASURE_NUMBER_TAKEN("measure-number-taken", 409, "The unit has issued a text under this number"),
    MEASURE_DATES("measure-dates", 400, "A measure is in force from the day of issue at the earliest"),
    UNKNOWN_DOMAIN("unknown-domain", 400, "There is no such hazard domain");

    private final String slug;
    private final int status;
    private final String title;

    ListProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "campaign";
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
