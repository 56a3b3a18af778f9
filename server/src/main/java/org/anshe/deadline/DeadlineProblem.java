package org.anshe.deadline;

import org.anshe.shared.ProblemType;

/** Refusals of the deadline module. */
public enum DeadlineProblem implements ProblemType {
    ALREADY_DONE("already-done", 409, "The duty is fulfilled for this period already"),
    NOT_BEGUN("not-begun", 409, "The period has not begun yet");

    private final String slug;
    private final int status;
    private final String title;

    DeadlineProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "deadline";
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
