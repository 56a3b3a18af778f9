package org.anshe.campaign.internal.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Linked;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.ListProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues a draft, the first (立) or a revision (改): words and documents are frozen from then on. */
@Service
public class IssueMeasure {

    private final MeasureRepository measures;
    private final MeasureAccess access;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final Clock clock;

    IssueMeasure(
            MeasureRepository measures, MeasureAccess access, Attachments attachments, AuditTrail audit, Clock clock) {
        this.measures = measures;
        this.access = access;
        this.attachments = attachments;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Issues the draft.
     *
     * @param number of the document (文号), once for each text of a unit
     * @param effectiveOn the first day it is in force
     */
    @Transactional
    public void issue(Caller caller, UUID id, int version, String number, LocalDate issuedOn, LocalDate effectiveOn) {
        MeasureRow before = access.lock(caller, id, version);
        MeasureText draft = access.draft(before);
        if (effectiveOn.isBefore(issuedOn)) {
            throw new ProblemException(ListProblem.MEASURE_DATES);
        }
        String files = attachments.of(DraftMeasure.FILES, draft.filesId()).stream()
                .map(Linked::attachment)
                .map(file -> file.sha256() + " " + file.fileName())
                .sorted()
                .collect(Collectors.joining("\n"));
        String body = draft.body() == null ? "" : draft.body();
        if (files.isEmpty() && body.isBlank()) {
            throw new ProblemException(ListProblem.MEASURE_TEXT_MISSING);
        }
        String plain = String.join("\n", number.strip(), draft.title(), issuedOn.toString(), body, files);
        measures.saveText(
                id,
                before.unitId(),
                new MeasureText(
                        draft.nth(),
                        draft.filesId(),
                        draft.title(),
                        draft.body(),
                        draft.revises(),
                        MeasureText.State.ISSUED,
                        number.strip(),
                        issuedOn,
                        effectiveOn,
                        clock.instant(),
                        caller.name(),
                        Sha256.hex(plain)));
        measures.save(new MeasureRow(
                id,
                before.area(),
                before.unitId(),
                before.kind(),
                before.domain(),
                before.listId(),
                before.origin(),
                MeasureState.IN_FORCE,
                draft.nth(),
                null,
                draft.title(),
                number.strip(),
                issuedOn,
                before.createdAt(),
                before.createdByName(),
                null,
                null,
                before.version()));
        boolean first = before.nthInForce() == null;
        MeasureAction action = first ? MeasureAction.ISSUED : MeasureAction.REVISED;
        measures.step(id, action, draft.nth(), draft.revises(), clock.instant(), caller);
        audit.record(
                caller,
                first ? "measure.issue" : "measure.revise",
                Subject.of("measure", id),
                before.area(),
                Map.of("title", draft.title(), "number", number.strip(), "nth", draft.nth()));
    }
}
