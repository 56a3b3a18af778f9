package org.anshe.campaign.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.campaign.internal.CampaignParts.Role;
import org.anshe.campaign.internal.CampaignParts.Stage;
import org.anshe.campaign.internal.CampaignParts.Target;
import org.anshe.campaign.internal.CampaignParts.Topic;
import org.anshe.campaign.internal.reading.Passage;
import org.anshe.campaign.internal.reading.PlanDocument;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** A campaign as its page shows it. */
public record CampaignView(
        Listed campaign,
        @Nullable String summary,
        @Nullable UUID documentId,
        String createdByName,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        boolean mayManage,
        int version,
        LocalDate today,
        List<Stage> stages,
        List<Topic> topics,
        List<TaskView> tasks,
        List<DutyView> duties,
        List<Target> targets,
        List<Month> months) {

    /**
     * A campaign in the list.
     *
     * @param tasks not counting withdrawn ones
     * @param slipping open tasks whose day has passed
     * @param percent mean progress over the tasks, null when there are none
     */
    public record Listed(
            UUID id,
            String title,
            AreaKey area,
            @Nullable String areaName,
            @Nullable UUID leadUnitId,
            @Nullable String leadUnitName,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            CampaignState state,
            Instant createdAt,
            int tasks,
            int done,
            int slipping,
            @Nullable Integer percent,
            @Nullable LocalDate nextDueOn) {}

    /** A unit of a task; without an id it is a name as printed that is no unit in the directory. */
    public record Participant(
            Role role, String name, @Nullable UUID unitId) {}

    /**
     * A task.
     *
     * @param slipping open although its day has passed
     * @param mayWork whether the caller may report progress on it
     */
    public record TaskView(
            UUID id,
            UUID campaignId,
            @Nullable UUID topicId,
            String title,
            @Nullable String recipient,
            @Nullable LocalDate dueOn,
            @Nullable DatePrecision duePrecision,
            TaskState state,
            int percent,
            @Nullable Instant doneAt,
            @Nullable String withdrawReason,
            boolean slipping,
            boolean mayWork,
            List<Participant> units,
            @Nullable Passage source,
            int version) {}

    /** A task with the campaign it belongs to and what was reported on it. */
    public record TaskPage(
            TaskView task,
            String campaignTitle,
            CampaignState campaignState,
            @Nullable UUID documentId,
            boolean mayManage,
            @Nullable String passage,
            List<NoteView> notes) {}

    public record NoteView(
            UUID id,
            String kind,
            int percent,
            String words,
            Instant at,
            String byName,
            List<Attachments.Attachment> files) {}

    /** An open task in the list over all campaigns. */
    public record OpenTask(TaskView task, String campaignTitle) {}

    /** A duty that comes back, with the unit that answers for it. */
    public record DutyView(
            UUID id,
            @Nullable UUID topicId,
            String title,
            String every,
            int times,
            @Nullable String at,
            @Nullable UUID unitId,
            @Nullable String unitName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Passage source) {}

    /** Tasks due in a month. */
    public record Month(String month, int due, int done, int doneLate, int slipping) {}

    /** The text of the document a campaign came from. */
    public record Document(UUID documentId, String title, String fileName, List<PlanDocument.Paragraph> paragraphs) {}
}
