package org.anshe.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Papers as the modules above need them. A module gathers the facts of a record and asks for a draft; signing, issuing
 * and serving happen here.
 */
public interface Papers {

    /**
     * The record a paper is about, with what decides who may see the paper.
     *
     * @param kind for example {@code hazard}
     * @param unitId the unit the record is about or held by, which sees the paper once it is issued; null for none
     * @param name how people call the record, for example its number
     * @param viewPermission the permission a reader needs for the record, for example {@code hazard.view}
     */
    record Subject(
            String kind, UUID id, AreaKey area, @Nullable UUID unitId, String name, String viewPermission) {}

    /**
     * What is known. Values are text; days are written as {@code 2026-07-03}. What is unknown is left out and never
     * empty, 0 or "null". A kind takes the facts it has blanks for and ignores the rest.
     *
     * @param rows of the paper's table, by column
     */
    record Facts(Map<String, String> values, List<Map<String, String>> rows) {

        public Facts {
            values = Map.copyOf(values);
            rows = rows.stream().map(Map::copyOf).toList();
        }
    }

    /** A kind of paper in force today. */
    record Kind(String code, LocalText name) {}

    /**
     * A paper in short.
     *
     * @param number as printed, null before it is issued
     */
    record Summary(
            UUID id,
            String kind,
            LocalText kindName,
            PaperState state,
            @Nullable String number,
            String organName,
            String createdBy,
            Instant createdAt,
            @Nullable LocalDate issuedOn) {}

    /** An organ that may issue papers about a record. */
    record OrganChoice(UUID unitId, String name) {}

    /**
     * What a page about a record shows of papers.
     *
     * @param kinds what the caller may draft; empty without the permission
     * @param organs the caller's own first, then the nearest; empty when none is set up
     */
    record Desk(List<Summary> papers, List<Kind> kinds, List<OrganChoice> organs) {}

    /** The papers about a record, and which of these kinds the caller may draft for which organs. */
    Desk desk(Caller caller, Subject subject, List<String> kinds);

    /**
     * Makes a draft, in the running transaction or one of its own. Idempotent on the id.
     *
     * @param organ the unit that is to issue it; it must be set up as an organ the caller may draft for
     */
    void draft(Caller caller, UUID id, String kind, UUID organ, Subject subject, Facts facts);

    /** Issues a signed paper and returns its number as printed. */
    String issue(Caller caller, UUID id, int version);

    /** The papers about a record that the caller may see, newest first. */
    List<Summary> bySubject(Caller caller, String kind, UUID id);

    /** The number and date of the newest paper of a kind that was issued about a record and still counts. */
    Map<String, Summary> newestIssued(String subjectKind, UUID subjectId, Set<String> kinds);

    /** Follows a record to another area or unit. */
    void move(Subject subject);
}
