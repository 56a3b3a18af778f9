package org.anshe.campaign.internal.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Abolishes a measure in force (废), or gives up one that was never issued. Both stay readable. */
@Service
public class EndMeasure {

    private final MeasureRepository measures;
    private final MeasureAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    EndMeasure(MeasureRepository measures, MeasureAccess access, AuditTrail audit, Clock clock) {
        this.measures = measures;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param on the first day it is no longer in force */
    @Transactional
    public void abolish(Caller caller, UUID id, int version, LocalDate on, String reason) {
        MeasureRow measure = access.lock(caller, id, version);
        Integer inForce = measure.nthInForce();
        if (measure.state() != MeasureState.IN_FORCE || inForce == null) {
            throw MeasureAccess.wrongState(measure);
        }
        if (measure.nthDraft() != null) {
            measures.saveText(id, measure.unitId(), dropped(access.draft(measure)));
        }
        measures.save(with(measure, MeasureState.ABOLISHED, null, on, reason.strip()));
        measures.step(id, MeasureAction.ABOLISHED, inForce, reason.strip(), clock.instant(), caller);
        record(caller, "measure.abolish", measure, reason.strip());
    }

    @Transactional
    public void withdraw(Caller caller, UUID id, int version, String reason) {
        MeasureRow measure = access.lock(caller, id, version);
        if (measure.state() != MeasureState.DRAFT) {
            throw MeasureAccess.wrongState(measure);
        }
        MeasureText draft = access.draft(measure);
        measures.saveText(id, measure.unitId(), dropped(draft));
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        measures.save(with(measure, MeasureState.WITHDRAWN, null, today, reason.strip()));
        measures.step(id, MeasureAction.WITHDRAWN, draft.nth(), reason.strip(), clock.instant(), caller);
        record(caller, "measure.withdraw", measure, reason.strip());
    }

    static MeasureText dropped(MeasureText draft) {
        return new MeasureText(
                draft.nth(),
                draft.filesId(),
                draft.title(),
                draft.body(),
                draft.revises(),
                MeasureText.State.DROPPED,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static MeasureRow with(
            MeasureRow measure,
            MeasureState state,
            @Nullable Integer draft,
            @Nullable LocalDate endedOn,
            @Nullable String reason) {
        return new MeasureRow(
                measure.id(),
                measure.area(),
                measure.unitId(),
                measure.kind(),
                measure.domain(),
                measure.listId(),
                measure.origin(),
                state,
                measure.nthInForce(),
                draft,
                measure.title(),
                measure.number(),
                measure.issuedOn(),
                measure.createdAt(),
                measure.createdByName(),
                endedOn,
                reason,
                measure.version());
    }

    private void record(Caller caller, String action, MeasureRow measure, String reason) {
        audit.record(
                caller,
                action,
                Subject.of("measure", measure.id()),
                measure.area(),
                Map.of("title", measure.title(), "reason", reason));
    }
}
