package org.anshe.campaign.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.CampaignTaskDone;
import org.anshe.campaign.internal.CampaignParts.Task;
import org.anshe.campaign.internal.TaskRepository.NoteKind;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports progress on a task, finishes it with evidence, takes it up again. */
@Service
public class WorkOnTask {

    private static final int ALL = 100;
    private static final String VIEW = "campaign.view";
    private static final String EVIDENCE = "evidence";

    private final CampaignAccess access;
    private final TaskRepository tasks;
    private final CampaignClocks clocks;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkOnTask(
            CampaignAccess access,
            TaskRepository tasks,
            CampaignClocks clocks,
            Attachments attachments,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.tasks = tasks;
        this.clocks = clocks;
        this.attachments = attachments;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is reported.
     *
     * @param id of the note, made by the caller: reporting again with the same id changes nothing
     * @param version of the task as the person saw it
     * @param files uploaded by the caller
     */
    public record Report(UUID id, int version, String words, List<UUID> files) {
        public Report {
            files = List.copyOf(files);
        }
    }

    /** How far the task has come, 0 to 99 percent; finishing is {@link #done}. */
    @Transactional
    public void progress(Caller caller, UUID campaign, UUID task, int percent, Report report) {
        CampaignRow row = access.lockForWork(caller, campaign, task);
        if (tasks.isNoted(report.id())) {
            return;
        }
        Task before = open(campaign, task);
        write(caller, row, before, with(before, TaskState.OPEN, percent, null, report), NoteKind.PROGRESS, report);
    }

    /** Finishes the task. Evidence is required: at least one file. */
    @Transactional
    public void done(Caller caller, UUID campaign, UUID task, Report report) {
        CampaignRow row = access.lockForWork(caller, campaign, task);
        if (tasks.isNoted(report.id())) {
            return;
        }
        if (report.files().isEmpty()) {
            throw new ProblemException(CampaignProblem.EVIDENCE_REQUIRED);
        }
        Task before = open(campaign, task);
        Instant now = clock.instant();
        write(caller, row, before, with(before, TaskState.DONE, ALL, now, report), NoteKind.DONE, report);
        events.publishEvent(new CampaignTaskDone(campaign, task, row.area(), now));
    }

    /** Takes a finished task up again, with the reason. */
    @Transactional
    public void reopen(Caller caller, UUID campaign, UUID task, Report report) {
        CampaignRow row = access.lockOpen(caller, campaign);
        if (tasks.isNoted(report.id())) {
            return;
        }
        Task before = access.task(campaign, task);
        if (before.state() != TaskState.DONE) {
            throw CampaignAccess.wrongState(before.state().name());
        }
        write(caller, row, before, with(before, TaskState.OPEN, ALL - 1, null, report), NoteKind.REOPENED, report);
    }

    private Task open(UUID campaign, UUID task) {
        Task found = access.task(campaign, task);
        if (found.state() != TaskState.OPEN) {
            throw CampaignAccess.wrongState(found.state().name());
        }
        return found;
    }

    private void write(Caller caller, CampaignRow campaign, Task before, Task after, NoteKind kind, Report report) {
        tasks.note(report.id(), before, kind, after.percent(), report.words().strip(), clock.instant(), caller);
        if (!tasks.change(after)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        linkEvidence(caller, campaign, after, report);
        clocks.follow(campaign, after);
        audit.record(
                caller,
                switch (kind) {
                    case PROGRESS -> "campaign.progress";
                    case DONE -> "campaign.finish-task";
                    case REOPENED -> "campaign.reopen-task";
                },
                Subject.of("campaign", campaign.id()),
                campaign.area(),
                Map.of("task", after.id().toString(), "percent", after.percent()));
    }

    /** Whoever sees the campaign sees the files: those of its area and those whose unit takes part in the task. */
    private void linkEvidence(Caller caller, CampaignRow campaign, Task task, Report report) {
        attachments.link(
                caller,
                new Attachments.Owner(
                        "campaign-progress-note", report.id(), campaign.area(), campaign.leadUnitId(), VIEW),
                EVIDENCE,
                report.files());
        for (CampaignParts.TaskUnit unit : task.units()) {
            UUID unitId = unit.unitId();
            AreaKey area = unit.unitArea();
            if (unitId != null && area != null) {
                attachments.link(
                        caller,
                        new Attachments.Owner("campaign-participant", unitId, area, unitId, VIEW),
                        EVIDENCE,
                        report.files());
            }
        }
    }

    private static Task with(Task task, TaskState state, int percent, @Nullable Instant doneAt, Report report) {
        return new Task(
                task.id(),
                task.campaignId(),
                task.topicId(),
                task.title(),
                task.recipient(),
                task.dueOn(),
                task.duePrecision(),
                state,
                percent,
                doneAt,
                null,
                task.units(),
                task.source(),
                report.version());
    }
}
