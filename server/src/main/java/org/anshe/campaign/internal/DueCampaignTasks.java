package org.anshe.campaign.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.campaign.internal.TaskQueries.OpenTask;
import org.anshe.deadline.DueRecords;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Tasks of campaigns in the calendar of what falls due. */
@Component
class DueCampaignTasks implements DueRecords {

    private final TaskQueries tasks;

    DueCampaignTasks(TaskQueries tasks) {
        this.tasks = tasks;
    }

    @Override
    public String subject() {
        return CampaignClocks.TASK_SUBJECT;
    }

    @Override
    public String permission() {
        return CampaignAccess.VIEW;
    }

    @Override
    public Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids) {
        return tasks.byIds(scope, ids).stream()
                .collect(Collectors.toMap(one -> one.task().id(), DueCampaignTasks::record));
    }

    private static DueRecord record(OpenTask one) {
        return new DueRecord(one.task().title(), null, null, null, one.task().campaignId(), false);
    }
}
