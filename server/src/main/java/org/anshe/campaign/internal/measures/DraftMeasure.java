package org.anshe.campaign.internal.measures;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.ListProblem;
import org.anshe.hazard.HazardLedger;
import org.anshe.hazard.Hazards;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a measure, and writes its draft as long as that is not issued. */
@Service
public class DraftMeasure {

    static final String FILES = "measure-text";
    static final String DOCUMENT = "document";
    private static final String DRAFT = "measure.draft";

    private final MeasureRepository measures;
    private final MeasureAccess access;
    private final MeasureLists lists;
    private final Hazards hazards;
    private final HazardLedger ledger;
    private final Attachments attachments;
    private final Areas areas;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    DraftMeasure(
            MeasureRepository measures,
            MeasureAccess access,
            MeasureLists lists,
            Hazards hazards,
            HazardLedger ledger,
            Attachments attachments,
            Areas areas,
            Units units,
            AuditTrail audit,
            Clock clock) {
        this.measures = measures;
        this.access = access;
        this.lists = lists;
        this.hazards = hazards;
        this.ledger = ledger;
        this.attachments = attachments;
        this.areas = areas;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param unitId who issues it; a measure in force keeps its unit
     * @param listId the list it stands in
     * @param revises what a revision changes and why
     * @param hazards the problems it answers
     * @param files documents uploaded by the caller that are added
     */
    public record Draft(
            String title,
            MeasureKind kind,
            @Nullable String domain,
            UUID unitId,
            @Nullable UUID listId,
            @Nullable String body,
            @Nullable String revises,
            Set<UUID> hazards,
            List<UUID> files) {}

    /** @param origin facts of the common problem it answers */
    @Transactional
    public void begin(Caller caller, UUID id, AreaKey area, Draft draft, Map<String, String> origin) {
        if (!caller.may(DRAFT, area, draft.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "area", area.toString());
        }
        areas.getActive(area);
        check(caller, area, draft);
        String title = draft.title().strip();
        MeasureRow measure = new MeasureRow(
                id,
                area,
                draft.unitId(),
                draft.kind(),
                draft.domain(),
                draft.listId(),
                origin,
                MeasureState.DRAFT,
                null,
                1,
                title,
                null,
                null,
                clock.instant(),
                caller.name(),
                null,
                null,
                0);
        if (!measures.add(measure)) {
            Optional<MeasureRow> known =
                    measures.find(id).filter(found -> found.area().equals(area));
            if (known.filter(found -> found.title().equals(title)).isPresent()) {
                return;
            }
            throw new ProblemException(CampaignProblem.ID_TAKEN);
        }
        MeasureText text = new MeasureText(
                1, Ids.next(), title, draft.body(), null, MeasureText.State.DRAFT, null, null, null, null, null, null);
        measures.addText(id, draft.unitId(), text);
        measures.answer(id, draft.hazards());
        link(caller, measure, text, draft.files());
        measures.step(id, MeasureAction.DRAFTED, 1, null, clock.instant(), caller);
        record(caller, DRAFT, measure, title);
    }

    @Transactional
    public void write(Caller caller, UUID id, int version, Draft draft) {
        MeasureRow before = access.lock(caller, id, version);
        MeasureText text = access.draft(before);
        boolean first = before.state() == MeasureState.DRAFT;
        if (!first && !before.unitId().equals(draft.unitId())) {
            throw new ProblemException(
                    ListProblem.MEASURE_STATE, Map.of("state", before.state().name()));
        }
        if (!caller.may(DRAFT, before.area(), draft.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN);
        }
        check(caller, before.area(), draft);
        String title = draft.title().strip();
        MeasureText written = new MeasureText(
                text.nth(),
                text.filesId(),
                title,
                draft.body(),
                text.nth() == 1 || draft.revises() == null || draft.revises().isBlank()
                        ? text.revises()
                        : draft.revises().strip(),
                MeasureText.State.DRAFT,
                null,
                null,
                null,
                null,
                null,
                null);
        measures.saveText(id, draft.unitId(), written);
        MeasureRow after = new MeasureRow(
                id,
                before.area(),
                draft.unitId(),
                draft.kind(),
                draft.domain(),
                draft.listId(),
                before.origin(),
                before.state(),
                before.nthInForce(),
                before.nthDraft(),
                first ? title : before.title(),
                before.number(),
                before.issuedOn(),
                before.createdAt(),
                before.createdByName(),
                null,
                null,
                before.version());
        measures.save(after);
        measures.answer(id, kept(caller, before, draft));
        link(caller, after, written, draft.files());
        record(caller, "measure.write", after, title);
    }

    /** Problems the caller does not see stay as they are: nobody takes away what is hidden. */
    private Set<UUID> kept(Caller caller, MeasureRow measure, Draft draft) {
        Set<UUID> known = measures.hazards(measure.id());
        var hidden = new java.util.LinkedHashSet<>(known);
        ledger.named(caller.scopeFor("hazard.view"), null, known).forEach(named -> hidden.remove(named.id()));
        hidden.addAll(draft.hazards());
        return hidden;
    }

    private void check(Caller caller, AreaKey area, Draft draft) {
        if (draft.domain() != null && !hazards.isDomain(draft.domain())) {
            throw new ProblemException(ListProblem.UNKNOWN_DOMAIN, "domain", draft.domain());
        }
        units.getActive(draft.unitId());
        if (draft.listId() != null) {
            lists.require(caller, draft.listId(), area);
        }
        int seen = ledger.named(caller.scopeFor("hazard.view"), area, draft.hazards())
                .size();
        if (seen < draft.hazards().size()) {
            throw new ProblemException(
                    ListProblem.HAZARD_ELSEWHERE, "missing", draft.hazards().size() - seen);
        }
    }

    private void link(Caller caller, MeasureRow measure, MeasureText text, List<UUID> files) {
        attachments.link(
                caller,
                new Attachments.Owner(FILES, text.filesId(), measure.area(), measure.unitId(), MeasureAccess.VIEW),
                DOCUMENT,
                files);
    }

    private void record(Caller caller, String action, MeasureRow measure, String title) {
        audit.record(caller, action, Subject.of("measure", measure.id()), measure.area(), Map.of("title", title));
    }
}
