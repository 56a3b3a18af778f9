package org.anshe.paper;

import org.anshe.shared.ProblemType;

/** Refusals of the paper module. */
public enum PaperProblem implements ProblemType {
    UNKNOWN_KIND("unknown-kind", 404, "There is no kind of paper of this code in force"),
    KIND_NOT_OFFERED("kind-not-offered", 409, "A paper of this kind is not made from this record as it stands"),
    NO_ORGAN("no-organ", 409, "The unit is not set up as an organ that issues papers"),
    UNKNOWN_UNIT("unknown-unit", 400, "There is no such unit"),
    WRONG_STATE("wrong-state", 409, "The paper does not allow this where it stands"),
    INCOMPLETE("incomplete", 409, "Something is missing without which the paper is not issued"),
    NOT_SIGNED("not-signed", 409, "Somebody who must sign has not signed"),
    UNKNOWN_PLACE("unknown-place", 400, "This kind of paper has no such place for a signature"),
    NO_REFUSAL_HERE("no-refusal-here", 400, "Only the one a paper is given to may refuse to sign"),
    BAD_SIGNATURE("bad-signature", 400, "A signature is a PNG picture of at most 256 KiB, drawn and not empty"),
    BAD_STAMP("bad-stamp", 400, "A seal is a PNG picture of at most 1 MiB and between 100 and 2,000 pixels wide"),
    NO_STAMP("no-stamp", 409, "The organ has no picture of its seal"),
    SERVED_BEFORE_ISSUED("served-before-issued", 400, "A paper cannot have been served before its date or tomorrow"),
    WITNESS_NEEDED("witness-needed", 400, "A paper that is left behind needs a note that names the witness"),
    TOO_MANY_QUESTIONS("too-many-questions", 429, "Too many papers were asked for from this address");

    private final String slug;
    private final int status;
    private final String title;

    PaperProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "paper";
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
