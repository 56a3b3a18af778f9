package org.anshe.campaign.internal.reading;

/** A file that cannot be read as a plan; the reason is a fact the interface can word. */
public final class UnreadablePlan extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a file was refused. */
    public enum Reason {
        TOO_LARGE,
        NOT_FOUND,
        EMPTY,
        NOT_A_DOCUMENT,
        MACROS,
        ZIP_BOMB,
        ENCRYPTED,
        LEGACY_DOC,
        DAMAGED,
        NO_TEXT,
        BAD_ENCODING
    }

    private final Reason reason;
    private final String fact;

    public UnreadablePlan(Reason reason, String fact) {
        super(reason + ": " + fact);
        this.reason = reason;
        this.fact = fact;
    }

    public UnreadablePlan(Reason reason, String fact, Throwable cause) {
        super(reason + ": " + fact, cause);
        this.reason = reason;
        this.fact = fact;
    }

    public Reason reason() {
        return reason;
    }

    /** What was seen, such as the size of the file or the name of the part. */
    public String fact() {
        return fact;
    }
}
