package org.anshe.attachment;

import org.anshe.shared.ProblemType;

/** Refusals of the attachment module. */
public enum AttachmentProblem implements ProblemType {
    EMPTY("empty", 400, "The file is empty"),
    TOO_LARGE("too-large", 413, "The file is larger than its kind may be"),
    UNKNOWN_KIND("unknown-kind", 415, "The content is of no kind that is taken"),
    PICTURE_FORMAT("picture-format", 415, "This picture format is not taken; JPEG and PNG are"),
    ACTIVE_CONTENT("active-content", 415, "Programs, web pages, drawings with script and macros are not taken"),
    UNREADABLE("unreadable", 422, "The content is damaged or cannot be read"),
    TOO_MANY_PIXELS("too-many-pixels", 422, "The picture has more pixels than can be read"),
    ID_TAKEN("id-taken", 409, "There is another file under this id"),
    NOT_YOURS("not-yours", 409, "A file that is to be linked does not exist or was uploaded by somebody else");

    private final String slug;
    private final int status;
    private final String title;

    AttachmentProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "attachment";
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
