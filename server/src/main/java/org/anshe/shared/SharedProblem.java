package org.anshe.shared;

/** Refusals that any request can meet. */
public enum SharedProblem implements ProblemType {
    INVALID("invalid", 400, "The request is not valid"),
    BAD_LIMIT("bad-limit", 400, "The page size is out of range"),
    BAD_CURSOR("bad-cursor", 400, "The cursor does not belong to this list"),
    NOT_LOGGED_IN("not-logged-in", 401, "Log in first"),
    FORBIDDEN("forbidden", 403, "The caller may not do this"),
    NOT_FOUND("not-found", 404, "There is no such thing, or it lies outside the caller's scope"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take this method"),
    CONFLICT("conflict", 409, "Somebody changed the record meanwhile"),
    CONSTRAINT("constraint", 409, "The database refused the record"),
    TOO_LARGE("too-large", 413, "The upload is too large"),
    UNSUPPORTED_MEDIA("unsupported-media", 415, "This kind of content is not taken here"),
    CSRF("csrf", 403, "The request lacks the token that proves it comes from this site"),
    INTERNAL("internal", 500, "The server failed");

    private final String slug;
    private final int status;
    private final String title;

    SharedProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "shared";
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
