package org.anshe.campaign.internal.measures;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins the revision of a measure in force, or gives it up. The issued text stays in force meanwhile. */
@Service
public class ReviseMeasure {

    private final MeasureRepository measures;
    private final MeasureAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    ReviseMeasure(MeasureRepository measures, MeasureAccess access, AuditTrail audit, Clock clock) {
        this.measures = measures;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param revises what is to change and why */
    @Transactional
    public void begin(Caller caller, UUID id, int version, String revises) {
        MeasureRow measure = access.lock(caller, id, version);
        if (measure.state() != MeasureState.IN_FORCE || measure.nthDraft() != null) {
            throw MeasureAccess.wrongState(measure);
        }
        List<MeasureText> texts = measures.texts(id);
        MeasureText current = texts.stream()
                .filter(text -> Integer.valueOf(text.nth()).equals(measure.nthInForce()))
                .findFirst()
                .orElseThrow();
        int nth = texts.getFirst().nth() + 1;
        measures.addText(
                id,
                measure.unitId(),
                new MeasureText(
                        nth,
                        Ids.next(),
                        current.title(),
                        current.body(),
                        revises.strip(),
                        MeasureText.State.DRAFT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        measures.save(EndMeasure.with(measure, measure.state(), nth, null, null));
        measures.step(id, MeasureAction.REVISION_BEGUN, nth, revises.strip(), clock.instant(), caller);
        record(caller, "measure.begin-revision", measure, revises.strip());
    }

    @Transactional
    public void drop(Caller caller, UUID id, int version, String reason) {
        MeasureRow measure = access.lock(caller, id, version);
        if (measure.state() != MeasureState.IN_FORCE) {
            throw MeasureAccess.wrongState(measure);
        }
        MeasureText draft = access.draft(measure);
        measures.saveText(id, measure.unitId(), EndMeasure.dropped(draft));
        measures.save(EndMeasure.with(measure, measure.state(), null, null, null));
        measures.step(id, MeasureAction.REVISION_DROPPED, draft.nth(), reason.strip(), clock.instant(), caller);
        record(caller, "measure.drop-revision", measure, reason.strip());
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
