package org.anshe.paper.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.PaperState;
import org.anshe.paper.Papers.Subject;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A paper as its steps see it.
 *
 * @param organ the unit that issues it
 * @param issued null before
 * @param served null before
 * @param ended why and when it was withdrawn or made void, null while it counts
 */
public record Paper(
        UUID id,
        String kind,
        int kindVersion,
        PaperState state,
        int version,
        Issuer organ,
        Subject subject,
        PaperContent content,
        boolean stamped,
        Created created,
        @Nullable Issued issued,
        @Nullable Served served,
        @Nullable Ended ended) {

    static final String KIND = "paper";
    static final String VIEW = "paper.view";

    /** The organ with its name and abbreviation as they stand on the paper. */
    public record Issuer(UUID unitId, String name, String abbreviation) {}

    public record Created(Instant at, @Nullable UUID by, String byName) {}

    /**
     * What issuing added.
     *
     * @param token the end of the address its QR code leads to
     */
    public record Issued(
            int year, int number, String token, LocalDate on, String contentSha256, Instant at, String byName) {}

    /** How it came to the one it is addressed to. */
    public record Served(
            Way way, LocalDate on, String to, @Nullable String note, Instant at, String byName) {

        /** Handed over, left behind before a witness, by post, electronically, through another organ. */
        public enum Way {
            DIRECT,
            LEFT,
            POST,
            ELECTRONIC,
            ENTRUSTED
        }
    }

    public record Ended(Instant at, String byName, String why) {}

    /** The paper, if it stands in one of these states; refused otherwise. */
    Paper in(PaperState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new ProblemException(PaperProblem.WRONG_STATE, "state", state.name());
        }
        return this;
    }

    /**
     * Whether the caller may do this to the paper. Who drafts and issues does it for the organ; who only looks may also
     * be the one it was written to, once it is issued. In both cases the record it is about must be visible.
     */
    boolean opensTo(Caller caller, String permission) {
        boolean subject = caller.may(this.subject.viewPermission(), this.subject.area(), organ.unitId())
                || caller.may(this.subject.viewPermission(), this.subject.area(), this.subject.unitId());
        boolean ours = caller.may(permission, this.subject.area(), organ.unitId());
        boolean theirs = permission.equals(VIEW)
                && state.issued()
                && this.subject.unitId() != null
                && caller.may(permission, this.subject.area(), this.subject.unitId());
        return subject && (ours || theirs);
    }
}
