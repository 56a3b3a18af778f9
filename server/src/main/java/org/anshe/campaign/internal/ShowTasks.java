package org.anshe.campaign.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Linked;
import org.anshe.campaign.internal.CampaignParts.Task;
import org.anshe.campaign.internal.reading.Passage;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows tasks: those that are open over all campaigns, and one with what was reported on it. */
@Service
public class ShowTasks {

    private final CampaignQueries campaigns;
    private final CampaignAccess access;
    private final TaskQueries queries;
    private final TaskViews views;
    private final PlanRepository plans;
    private final CampaignClocks clocks;
    private final Attachments attachments;

    ShowTasks(
            CampaignQueries campaigns,
            CampaignAccess access,
            TaskQueries queries,
            TaskViews views,
            PlanRepository plans,
            CampaignClocks clocks,
            Attachments attachments) {
        this.campaigns = campaigns;
        this.access = access;
        this.queries = queries;
        this.views = views;
        this.plans = plans;
        this.clocks = clocks;
        this.attachments = attachments;
    }

    /**
     * Open tasks of running campaigns, the next due first.
     *
     * @param mine only those the caller's own unit takes part in; without a unit, all
     * @param slipping only those whose day has passed
     */
    @Transactional(readOnly = true)
    public Page<CampaignView.OpenTask> open(Caller caller, boolean mine, boolean slipping, PageRequest page) {
        Page<TaskQueries.OpenTask> found = queries.listOpen(
                caller, new TaskQueries.Filter(mine ? caller.unitId() : null, slipping ? clocks.today() : null), page);
        Map<UUID, Unit> named = views.named(
                found.items().stream().map(TaskQueries.OpenTask::task).toList());
        return found.map(row -> new CampaignView.OpenTask(views.view(row.task(), named, false), row.campaignTitle()));
    }

    @Transactional(readOnly = true)
    public CampaignView.TaskPage show(Caller caller, UUID campaignId, UUID id) {
        CampaignRow campaign = campaigns
                .find(caller.scope(), campaignId, clocks.today())
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND))
                .campaign();
        Task task = access.task(campaignId, id);
        List<TaskQueries.Note> notes = queries.notes(id);
        Map<UUID, List<Linked>> files = attachments.of(
                "campaign-progress-note",
                notes.stream().map(TaskQueries.Note::id).toList());
        return new CampaignView.TaskPage(
                views.of(caller, campaign, List.of(task)).getFirst(),
                campaign.title(),
                campaign.state(),
                campaign.documentId(),
                caller.may("campaign.manage", campaign.area(), campaign.leadUnitId()),
                passage(campaign.documentId(), task.source()),
                notes.stream()
                        .map(note -> new CampaignView.NoteView(
                                note.id(),
                                note.kind().name(),
                                note.percent(),
                                note.words(),
                                note.at(),
                                note.byName(),
                                files.getOrDefault(note.id(), List.of()).stream()
                                        .map(Linked::attachment)
                                        .toList()))
                        .toList());
    }

    /** The whole paragraph a task came from, so that its words can be read in context. */
    private @Nullable String passage(@Nullable UUID document, @Nullable Passage source) {
        if (document == null || source == null) {
            return null;
        }
        return plans.paragraphs(document).stream()
                .filter(paragraph -> paragraph.line() == source.line())
                .map(paragraph -> paragraph.text())
                .findFirst()
                .orElse(null);
    }
}
