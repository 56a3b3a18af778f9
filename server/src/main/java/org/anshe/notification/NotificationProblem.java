package org.anshe.notification;

import org.anshe.shared.ProblemType;

/** Refusals of the notification module. */
public enum NotificationProblem implements ProblemType {
    BAD_URL("bad-url", 400, "The address is no web address this server may post to"),
    PRIVATE_ADDRESS("private-address", 400, "The address leads into this server or its own network"),
    BAD_TEMPLATE("bad-template", 400, "The template is no JSON object or names a placeholder that does not exist"),
    UNKNOWN_KIND("unknown-kind", 400, "There is no such kind of notice"),
    SECRET_REQUIRED("secret-required", 400, "A new target needs a secret of at least 16 characters"),
    QUIET_SPAN("quiet-span", 400, "Quiet hours begin and end at the same time"),
    NOT_FAILED("not-failed", 409, "Only what failed or is uncertain is sent again");

    private final String slug;
    private final int status;
    private final String title;

    NotificationProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "notification";
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
