package org.anshe.campaign;

import org.anshe.shared.ProblemType;

/** Refusals of the campaign module. */
public enum CampaignProblem implements ProblemType {
    UNREADABLE_PLAN("unreadable-plan", 422, "The file cannot be read as a plan"),
    NOT_UNDER_REVIEW("not-under-review", 409, "The document is confirmed or discarded already"),
    BAD_FINDING("bad-finding", 400, "The finding does not fit its kind"),
    BAD_PASSAGE("bad-passage", 400, "The passage lies outside the document"),
    YEAR_UNKNOWN("year-unknown", 409, "An accepted date has no year yet"),
    UNSUPPORTED_PERIOD("unsupported-period", 409, "An accepted duty comes back in a period the calendar does not know"),
    NOTHING_ACCEPTED("nothing-accepted", 409, "No finding is accepted yet"),
    SPAN_REVERSED("span-reversed", 409, "The end lies before the beginning"),
    UNKNOWN_NAME("unknown-name", 404, "The document names no such unit"),
    WRONG_STATE("wrong-state", 409, "The campaign or task is not in a state for this"),
    EVIDENCE_REQUIRED("evidence-required", 400, "A finished task needs evidence"),
    ID_TAKEN("id-taken", 409, "Another record has this id");

    private final String slug;
    private final int status;
    private final String title;

    CampaignProblem(String slug, int status, String title) {
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
