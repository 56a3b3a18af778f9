package org.anshe.paper;

/** Where a paper stands. */
public enum PaperState {
    /** Its text may change. */
    DRAFT,
    /** Everybody who must sign has signed; changing the text takes the signatures back. */
    SIGNED,
    /** It has its number and never changes again. */
    ISSUED,
    /** The one it is addressed to has it. */
    SERVED,
    /** It was issued and no longer counts; the number stays with it. */
    VOID,
    /** A draft that came to nothing. */
    WITHDRAWN;

    /** Whether number and files are there. */
    public boolean issued() {
        return switch (this) {
            case ISSUED, SERVED, VOID -> true;
            case DRAFT, SIGNED, WITHDRAWN -> false;
        };
    }

    /** Whether signatures may be given. */
    public boolean open() {
        return this == DRAFT || this == SIGNED;
    }
}
