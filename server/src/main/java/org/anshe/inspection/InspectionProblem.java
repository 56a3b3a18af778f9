package org.anshe.inspection;

import org.anshe.shared.ProblemType;

/** Refusals of the inspection module. */
public enum InspectionProblem implements ProblemType {
    SHIPPED_CHECKLIST("shipped-checklist", 409, "A shipped checklist is not edited; make a copy"),
    NO_DRAFT("no-draft", 409, "The checklist has no version that is being edited"),
    DRAFT_EXISTS("draft-exists", 409, "A version of this checklist is being edited already"),
    BAD_CHECKLIST("bad-checklist", 400, "The checklist is not complete"),
    CHECKLIST_NOT_IN_FORCE("checklist-not-in-force", 409, "The checklist has no version in force on this day"),
    BAD_PLAN("bad-plan", 400, "The plan is not complete"),
    PLAN_STATE("plan-state", 409, "The plan is not in a state that allows this"),
    PLAN_HAS_ENDED("plan-has-ended", 409, "The last day of the plan has passed"),
    TASK_CLOSED("task-closed", 409, "The task is done or cancelled"),
    TASK_TAKEN("task-taken", 409, "Somebody else is filling this check"),
    CHECKLIST_NOT_WANTED("checklist-not-wanted", 409, "This task does not ask for this checklist"),
    UNANSWERED("unanswered", 409, "Some items have no answer yet"),
    FAILED_ITEM_INCOMPLETE("failed-item-incomplete", 409, "Failed items lack words or photos"),
    UNKNOWN_ITEM("unknown-item", 400, "An answer names an item that the checklist does not have"),
    CHECK_FROZEN("check-frozen", 409, "A submitted check does not change"),
    CORRECTION_TOO_LATE("correction-too-late", 403, "The time for correcting one's own check is over"),
    OBJECT_RETIRED("object-retired", 409, "The object is retired");

    private final String slug;
    private final int status;
    private final String title;

    InspectionProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "inspection";
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
