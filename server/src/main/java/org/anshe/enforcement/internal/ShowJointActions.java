package org.anshe.enforcement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Attachment;
import org.anshe.deadline.ClockState;
import org.anshe.enforcement.JointActionKind;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.UnitAnswer;
import org.anshe.enforcement.internal.db.tables.records.JointActionRecord;
import org.anshe.hazard.HazardLedger;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joint actions with names, what was found at them, and what the caller may do. */
@Service
public class ShowJointActions {

    private final JointActionQueries actions;
    private final JointActionRepository whole;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final ShowCases cases;
    private final HazardLedger hazards;
    private final Attachments attachments;
    private final RegisterObjects objects;
    private final Units units;
    private final Areas areas;

    ShowJointActions(
            JointActionQueries actions,
            JointActionRepository whole,
            CourseRepository course,
            EnforcementTerms terms,
            ShowCases cases,
            HazardLedger hazards,
            Attachments attachments,
            RegisterObjects objects,
            Units units,
            Areas areas) {
        this.actions = actions;
        this.whole = whole;
        this.course = course;
        this.terms = terms;
        this.cases = cases;
        this.hazards = hazards;
        this.attachments = attachments;
        this.objects = objects;
        this.units = units;
        this.areas = areas;
    }

    /** What a list is narrowed to; empty and null do not restrict. */
    public record Filter(
            Set<JointActionStatus> states,
            @Nullable JointActionKind kind,
            @Nullable AreaKey area,
            @Nullable UUID unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q) {

        JointActionQueries.Filter query() {
            return new JointActionQueries.Filter(states, kind, area, unit, from, to, q);
        }
    }

    /**
     * One in the list.
     *
     * @param units how many besides the leading one
     * @param owing how many of them have not said what they did
     */
    public record Row(
            UUID id,
            String number,
            JointActionKind kind,
            String title,
            JointActionStatus state,
            AreaKey area,
            @Nullable String areaName,
            UUID unitId,
            @Nullable String unitName,
            LocalDate plannedFrom,
            LocalDate plannedTo,
            @Nullable LocalDate heldOn,
            int units,
            int owing) {}

    /** One unit of an action; {@code clock} is null unless feedback is awaited. */
    public record UnitPart(
            UUID unitId,
            @Nullable String unitName,
            UnitAnswer answer,
            @Nullable String reason,
            @Nullable String answeredName,
            @Nullable Boolean tookPart,
            @Nullable Integer people,
            @Nullable String peopleNames,
            @Nullable String feedback,
            @Nullable Instant feedbackAt,
            @Nullable String feedbackName,
            boolean mine,
            @Nullable Instant nearAt,
            @Nullable Instant dueAt,
            @Nullable ClockState clock) {}

    /** What was or is to be visited. */
    public record VisitedPlace(
            @Nullable UUID objectId,
            @Nullable String name,
            @Nullable String words) {}

    /**
     * One action.
     *
     * @param hazards those the caller may see
     * @param hazardCount how many there are in all
     * @param offers the steps the caller may take: change, hold, cancel, ask-feedback, conclude, add-finds
     */
    public record View(
            Row row,
            int version,
            @Nullable String plan,
            @Nullable String summary,
            @Nullable LocalDate feedbackDueOn,
            @Nullable String conclusion,
            @Nullable String missingReason,
            @Nullable String cancelReason,
            String createdName,
            Instant createdAt,
            List<UnitPart> units,
            List<VisitedPlace> places,
            List<HazardLedger.Named> hazards,
            int hazardCount,
            List<ShowCases.Row> cases,
            List<Attachment> files,
            List<CourseRepository.Step> timeline,
            List<String> offers) {}

    @Transactional(readOnly = true)
    public Page<Row> list(Caller caller, Filter filter, PageRequest page) {
        Page<JointActionRecord> found = actions.list(caller.scopeFor(JointAction.VIEW), filter.query(), page);
        return new Page<>(named(found.items()), found.next(), null);
    }

    /** The actions a hazard was found at. */
    @Transactional(readOnly = true)
    public List<Row> ofHazard(Caller caller, UUID hazard) {
        return named(actions.ofHazard(caller.scopeFor(JointAction.VIEW), hazard));
    }

    @Transactional(readOnly = true)
    public View show(Caller caller, UUID id) {
        JointActionRecord row = actions.find(caller.scopeFor(JointAction.VIEW), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        JointAction action = whole.action(row);
        List<UUID> linked = actions.hazards(id);
        return new View(
                named(List.of(row)).getFirst(),
                row.getVersion(),
                row.getPlan(),
                row.getSummary(),
                row.getFeedbackDueOn(),
                row.getConclusion(),
                row.getMissingReason(),
                row.getCancelReason(),
                row.getCreatedName(),
                row.getCreatedAt(),
                parts(caller, row),
                places(id),
                linked.isEmpty() ? List.of() : hazards.named(caller.scopeFor(LinkHazards.HAZARD_VIEW), null, linked),
                linked.size(),
                cases.ofAction(caller, id),
                attachments.of(JointAction.KIND, id).stream()
                        .map(Attachments.Linked::attachment)
                        .toList(),
                course.steps(JointAction.KIND, id),
                offers(caller, action));
    }

    List<Row> named(List<JointActionRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, Units.Unit> leaders = units.byIds(
                rows.stream().map(JointActionRecord::getUnitId).distinct().toList());
        Map<AreaKey, String> places = areas.names(rows.stream()
                .map(row -> new AreaKey(row.getAreaKey()))
                .distinct()
                .toList());
        Map<UUID, List<JointActionQueries.Part>> parts =
                actions.partsOf(rows.stream().map(JointActionRecord::getId).toList()).stream()
                        .collect(Collectors.groupingBy(JointActionQueries.Part::actionId));
        return rows.stream()
                .map(row -> {
                    AreaKey area = new AreaKey(row.getAreaKey());
                    Units.Unit leader = leaders.get(row.getUnitId());
                    List<JointActionQueries.Part> of = parts.getOrDefault(row.getId(), List.of());
                    return new Row(
                            row.getId(),
                            row.getNumber(),
                            JointActionKind.valueOf(row.getKind()),
                            row.getTitle(),
                            JointActionStatus.valueOf(row.getState()),
                            area,
                            places.get(area),
                            row.getUnitId(),
                            leader == null ? null : leader.name(),
                            row.getPlannedFrom(),
                            row.getPlannedTo(),
                            row.getHeldOn(),
                            Math.max(0, of.size() - 1),
                            (int) of.stream().filter(ShowJointActions::owes).count());
                })
                .toList();
    }

    private static boolean owes(JointActionQueries.Part part) {
        return Boolean.TRUE.equals(part.tookPart()) && part.answer() != UnitAnswer.LEADING && part.feedback() == null;
    }

    private List<UnitPart> parts(Caller caller, JointActionRecord row) {
        List<JointActionQueries.Part> parts = actions.partsOf(List.of(row.getId()));
        Map<UUID, Units.Unit> names =
                units.byIds(parts.stream().map(JointActionQueries.Part::unitId).toList());
        LocalDate due = row.getFeedbackDueOn();
        boolean asked = JointActionStatus.FEEDBACK_DUE.name().equals(row.getState()) && due != null;
        AreaKey area = new AreaKey(row.getAreaKey());
        return parts.stream()
                .map(part -> {
                    EnforcementTerms.Term term = asked && due != null && owes(part) ? terms.feedback(due) : null;
                    Units.Unit unit = names.get(part.unitId());
                    return new UnitPart(
                            part.unitId(),
                            unit == null ? null : unit.name(),
                            part.answer(),
                            part.reason(),
                            part.answeredName(),
                            part.tookPart(),
                            part.people(),
                            part.peopleNames(),
                            part.feedback(),
                            part.feedbackAt(),
                            part.feedbackName(),
                            caller.may(JointAction.TAKE_PART, area, part.unitId()),
                            term == null ? null : term.nearAt(),
                            term == null ? null : term.dueAt(),
                            term == null ? null : ClockState.at(terms.now(), term.nearAt(), term.dueAt()));
                })
                .toList();
    }

    private List<VisitedPlace> places(UUID id) {
        List<JointActionQueries.Place> places = actions.places(id);
        List<UUID> ids = new ArrayList<>();
        for (JointActionQueries.Place place : places) {
            if (place.objectId() != null) {
                ids.add(place.objectId());
            }
        }
        Map<UUID, RegisterObjects.RegisterObject> known = ids.isEmpty() ? Map.of() : objects.byIds(ids);
        return places.stream()
                .map(place -> {
                    RegisterObjects.RegisterObject object =
                            place.objectId() == null ? null : known.get(place.objectId());
                    return new VisitedPlace(place.objectId(), object == null ? null : object.name(), place.words());
                })
                .toList();
    }

    private static List<String> offers(Caller caller, JointAction action) {
        boolean arranges = caller.may(JointAction.ARRANGE, action.area(), action.unitId());
        List<String> offers = new ArrayList<>();
        switch (action.state()) {
            case PLANNED -> {
                if (arranges) {
                    offers.addAll(List.of("hold", "change", "cancel"));
                }
            }
            case HELD -> {
                if (arranges) {
                    offers.addAll(action.owing().isEmpty() ? List.of("conclude") : List.of("ask-feedback", "conclude"));
                }
            }
            case FEEDBACK_DUE -> {
                if (arranges) {
                    offers.add("conclude");
                }
            }
            case CONCLUDED, CANCELLED -> {}
        }
        if (action.state().takesFinds() && JointActionSteps.mayAdd(caller, action)) {
            offers.add("add-finds");
        }
        return offers;
    }
}
