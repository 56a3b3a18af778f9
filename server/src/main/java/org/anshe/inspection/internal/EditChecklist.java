package org.anshe.inspection.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.Hazards;
import org.anshe.inspection.InspectionProblem;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a local checklist: copied, edited as a draft, published as a version that never changes. */
@Service
public class EditChecklist {

    private static final String MANAGE = "checklist.manage";

    private final ChecklistRepository checklists;
    private final ChecklistQueries queries;
    private final Hazards hazards;
    private final RegisterObjects register;
    private final AuditTrail audit;
    private final Clock clock;

    EditChecklist(
            ChecklistRepository checklists,
            ChecklistQueries queries,
            Hazards hazards,
            RegisterObjects register,
            AuditTrail audit,
            Clock clock) {
        this.checklists = checklists;
        this.queries = queries;
        this.hazards = hazards;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** Copies the newest published version into a local list of an area. Idempotent on the id of the copy. */
    @Transactional
    public void copy(Caller caller, UUID id, UUID original, AreaKey area, LocalText name) {
        if (!caller.scopeFor(MANAGE).coversArea(area)) {
            throw new ProblemException(SharedProblem.NOT_FOUND, "area", area);
        }
        if (checklists.find(id).isPresent()) {
            return;
        }
        var source =
                queries.find(caller.scopeFor("inspection.view"), original, null).orElseThrow(EditChecklist::none);
        UUID version =
                checklists.findNewest(original).orElseThrow(EditChecklist::none).id();
        String code = source.code() + "-c" + (checklists.copies(original) + 1)
                + id.toString().substring(30);
        checklists.add(id, code, area, original);
        checklists.addVersion(id, 1, renamed(queries.content(version), name), null);
        audit.record(caller, "checklist.copy", Subject.of("checklist", id), area, Map.of("from", source.code()));
    }

    /** Begins a new version of a published local list. */
    @Transactional
    public void draft(Caller caller, UUID id) {
        var checklist = own(caller, id);
        if (checklists.findDraft(id).isPresent()) {
            throw new ProblemException(InspectionProblem.DRAFT_EXISTS);
        }
        var newest = checklists.findNewest(id).orElseThrow(EditChecklist::none);
        checklists.addVersion(id, newest.version() + 1, queries.content(newest.id()), null);
        audit.record(
                caller,
                "checklist.draft",
                Subject.of("checklist", id),
                checklist.area(),
                Map.of("version", newest.version() + 1));
    }

    /**
     * Saves what the draft says.
     *
     * @param revision the revision the editor began with; a newer one in the database is a conflict
     */
    @Transactional
    public void save(Caller caller, UUID id, int revision, ChecklistContent content) {
        own(caller, id);
        var draft = openDraft(id);
        content.requireUniqueCodes();
        requireKnown(content);
        if (!checklists.change(new ChecklistRepository.Draft(draft.versionId(), draft.version(), revision), content)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
    }

    /** Makes the draft the version that checks use from this day on; null: from today. */
    @Transactional
    public void publish(Caller caller, UUID id, @Nullable LocalDate effectiveFrom) {
        var checklist = own(caller, id);
        var draft = openDraft(id);
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        LocalDate from = effectiveFrom == null ? today : effectiveFrom;
        boolean earlierThanLast = checklists
                .findNewest(id)
                .filter(last -> from.isBefore(last.effectiveFrom()))
                .isPresent();
        if (from.isBefore(today) || earlierThanLast) {
            throw new ProblemException(InspectionProblem.BAD_CHECKLIST, "reason", "effective-too-early");
        }
        requireKnown(queries.content(draft.versionId()));
        checklists.publish(draft.versionId(), from);
        audit.record(
                caller,
                "checklist.publish",
                Subject.of("checklist", id),
                checklist.area(),
                Map.of("version", draft.version(), "effectiveFrom", from.toString()));
    }

    private ChecklistRepository.Checklist own(Caller caller, UUID id) {
        if (queries.find(caller.scopeFor("inspection.view"), id, null).isEmpty()) {
            throw none();
        }
        var checklist = checklists.find(id).orElseThrow(EditChecklist::none);
        if (checklist.area() == null) {
            throw new ProblemException(InspectionProblem.SHIPPED_CHECKLIST);
        }
        if (!caller.scopeFor(MANAGE).coversArea(checklist.area())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", MANAGE);
        }
        return checklist;
    }

    private ChecklistRepository.Draft openDraft(UUID id) {
        return checklists.findDraft(id).orElseThrow(() -> new ProblemException(InspectionProblem.NO_DRAFT));
    }

    /** A failed item opens its hazard in the domain of the list, so there must be one; and objects of its types to check. */
    private void requireKnown(ChecklistContent content) {
        List<FieldError> errors = new ArrayList<>();
        if (!hazards.isDomain(content.hazardDomain())) {
            errors.add(new FieldError("/content/hazardDomain", "unknown-domain"));
        }
        Set<String> types = register.types();
        for (int i = 0; i < content.objectTypes().size(); i++) {
            if (!types.contains(content.objectTypes().get(i))) {
                errors.add(new FieldError("/content/objectTypes/" + i, "unknown-object-type"));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(InspectionProblem.BAD_CHECKLIST, Map.of("reason", "unknown-codes"), errors);
        }
    }

    private static ChecklistContent renamed(ChecklistContent content, LocalText name) {
        return new ChecklistContent(
                name,
                content.hazardDomain(),
                content.objectTypes(),
                content.source(),
                content.gradeNote(),
                content.groups());
    }

    private static ProblemException none() {
        return new ProblemException(SharedProblem.NOT_FOUND);
    }
}
