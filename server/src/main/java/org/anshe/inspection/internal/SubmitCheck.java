package org.anshe.inspection.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Owner;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.Deadlines;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.Hazards;
import org.anshe.inspection.CheckSubmitted;
import org.anshe.inspection.InspectionProblem;
import org.anshe.inspection.internal.CheckRepository.HazardLink;
import org.anshe.inspection.internal.FilledChecklist.Filled;
import org.anshe.inspection.internal.db.tables.records.TaskRecord;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands in a filled checklist. Every failed item opens its hazard in the same transaction; the hazard's id follows from
 * the check and the item, so handing in twice opens it once.
 */
@Service
public class SubmitCheck {

    static final String OWNER = "check";

    private final CheckRepository checks;
    private final OwnDraft drafts;
    private final InspectionTaskRepository tasks;
    private final TaskChecklists wanted;
    private final ChecklistQueries checklists;
    private final Hazards hazards;
    private final RegisterObjects register;
    private final Areas areas;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmitCheck(
            CheckRepository checks,
            OwnDraft drafts,
            InspectionTaskRepository tasks,
            TaskChecklists wanted,
            ChecklistQueries checklists,
            Hazards hazards,
            RegisterObjects register,
            Areas areas,
            Attachments attachments,
            Deadlines deadlines,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checks = checks;
        this.drafts = drafts;
        this.tasks = tasks;
        this.wanted = wanted;
        this.checklists = checklists;
        this.hazards = hazards;
        this.register = register;
        this.areas = areas;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Submits the caller's draft. Submitting again what is submitted changes nothing. */
    @Transactional
    public void submit(Caller caller, UUID id) {
        Check check = drafts.locked(caller, id);
        if (check.state() == Check.State.SUBMITTED && check.outcome() == Check.Outcome.CHECKED) {
            return;
        }
        check.requireDraft();
        TaskRecord task = openTask(check);
        List<Answer> answers = checks.answers(id);
        FilledChecklist filled = FilledChecklist.of(checklists.groups(check.versionId()), answers);
        linkPhotos(caller, check, answers);
        openHazards(caller, check, filled.failed());
        checks.submit(id, filled.items(), filled.failed().size());
        if (check.corrects() != null) {
            checks.setState(check.corrects(), Check.State.SUPERSEDED);
        }
        if (task != null) {
            finish(task);
        }
        audit.record(
                caller,
                check.corrects() == null ? "inspection.check" : "inspection.correct",
                Subject.of(OWNER, id),
                check.area(),
                Map.of("items", filled.items(), "failed", filled.failed().size()));
        events.publishEvent(new CheckSubmitted(
                id,
                check.taskId(),
                check.objectId(),
                check.area(),
                filled.items(),
                filled.failed().size()));
    }

    /** The id of the hazard an item of a check opens; the same over all corrections of the check. */
    static UUID hazardId(UUID rootCheck, String item) {
        return UUID.nameUUIDFromBytes(("anshe:check:" + rootCheck + ":" + item).getBytes(StandardCharsets.UTF_8));
    }

    static Owner owner(Check check) {
        UUID visited = check.objectUnitId();
        Set<UUID> subjects = visited == null ? Set.of() : Set.of(visited);
        return new Owner(OWNER, check.rootId(), check.area(), check.unitId(), subjects, "inspection.view");
    }

    private @Nullable TaskRecord openTask(Check check) {
        if (check.taskId() == null) {
            return null;
        }
        TaskRecord task = tasks.findLocked(check.taskId()).orElseThrow();
        boolean closed = task.getCancelledAt() != null || (task.getDoneAt() != null && check.corrects() == null);
        if (closed) {
            throw new ProblemException(InspectionProblem.TASK_CLOSED);
        }
        return task;
    }

    private void linkPhotos(Caller caller, Check check, List<Answer> answers) {
        if (answers.stream()
                .allMatch(answer -> answer.before().isEmpty() && answer.after().isEmpty())) {
            return;
        }
        Set<UUID> linked = attachments.of(OWNER, check.rootId()).stream()
                .map(link -> link.attachment().id())
                .collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>(linked);
        Set<UUID> fresh = new LinkedHashSet<>();
        Set<UUID> freshAfter = new LinkedHashSet<>();
        for (Answer answer : answers) {
            answer.before().stream().filter(seen::add).forEach(fresh::add);
            answer.after().stream().filter(seen::add).forEach(freshAfter::add);
        }
        if (!fresh.isEmpty()) {
            attachments.link(caller, owner(check), "photo", fresh);
        }
        if (!freshAfter.isEmpty()) {
            attachments.link(caller, owner(check), "after", freshAfter);
        }
    }

    private void openHazards(Caller caller, Check check, List<Filled> failed) {
        if (failed.isEmpty()) {
            return;
        }
        Map<String, HazardLink> before = check.corrects() == null ? Map.of() : checks.hazards(check.corrects());
        String domain = checklists.content(check.versionId()).hazardDomain();
        AreaKey area = presentArea(check);
        for (Filled one : failed) {
            HazardLink hazard = before.get(one.item().code());
            if (hazard == null) {
                UUID id = hazardId(check.rootId(), one.item().code());
                hazard = new HazardLink(id, hazards.reportFound(caller, report(id, check, area, domain, one)));
            }
            checks.linkHazard(check.id(), one.item().code(), hazard);
        }
    }

    /** Where the object lies by now: it may have moved, or its area been merged, since the draft was begun. */
    private AreaKey presentArea(Check check) {
        RegisterObject object = register.byIds(List.of(check.objectId())).get(check.objectId());
        return areas.current(object == null ? check.area() : object.area());
    }

    private static Hazards.Report report(UUID id, Check check, AreaKey area, String domain, Filled one) {
        Answer answer = one.answer();
        Hazards.@Nullable FixedOnSpot fixed = answer.measure() == null
                ? null
                : new Hazards.FixedOnSpot(answer.measure(), new ArrayList<>(answer.after()));
        return new Hazards.Report(
                id,
                answer.note() + "（检查项：" + one.item().text().simplified() + "）",
                domain,
                answer.grade() == null ? one.item().defaultGrade() : answer.grade(),
                HazardSource.CHECK,
                check.rootId(),
                area,
                check.objectId(),
                check.place(),
                answer.before(),
                fixed);
    }

    /** A task is done when each of its checklists has been handed in. */
    private void finish(TaskRecord task) {
        boolean failed = checks.anyFailed(task.getId());
        if (task.getDoneAt() != null) {
            tasks.correctResult(task.getId(), failed);
            return;
        }
        Set<UUID> done = checks.checklistsDone(task.getId());
        boolean complete =
                wanted.wanted(task.getPlanId(), task.getObjectType()).stream().allMatch(row -> done.contains(row.id()));
        if (complete) {
            tasks.done(task.getId(), !clock.instant().isAfter(task.getDueAt()), failed);
            deadlines.clearAll(TaskDeadline.SUBJECT, task.getId());
        }
    }
}
