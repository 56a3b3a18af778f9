package org.anshe.campaign.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.internal.CampaignParts.Task;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/**
 * The way to a campaign. It is visible to whoever's scope covers its area and lead unit, or one of the units its tasks
 * name: a community that cooperates sees the campaign of its street.
 */
@Component
class CampaignAccess {

    static final String VIEW = "campaign.view";

    private final CampaignRepository campaigns;
    private final TaskRepository tasks;
    private final CampaignQueries queries;

    CampaignAccess(CampaignRepository campaigns, TaskRepository tasks, CampaignQueries queries) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.queries = queries;
    }

    /** The campaign locked for a change by somebody who may do this to all of it. */
    CampaignRow lock(Caller caller, UUID id) {
        CampaignRow campaign = visible(caller, id);
        if (!caller.scope().covers(campaign.area(), campaign.leadUnitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN);
        }
        return campaign;
    }

    /** The campaign locked for a change while it is not closed, at the version the person saw. */
    CampaignRow lockOpen(Caller caller, UUID id, int version) {
        CampaignRow campaign = lock(caller, id);
        requireOpen(campaign);
        if (campaign.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        return campaign;
    }

    CampaignRow lockOpen(Caller caller, UUID id) {
        CampaignRow campaign = lock(caller, id);
        requireOpen(campaign);
        return campaign;
    }

    /** The campaign locked for work on one of its tasks by somebody whose campaign or unit it is. */
    CampaignRow lockForWork(Caller caller, UUID id, UUID taskId) {
        CampaignRow campaign = visible(caller, id);
        Task task = task(id, taskId);
        if (!mayWork(caller.scope(), campaign, task)) {
            throw new ProblemException(SharedProblem.FORBIDDEN);
        }
        if (campaign.state() != CampaignState.RUNNING) {
            throw wrongState(campaign.state().name());
        }
        return campaign;
    }

    Task task(UUID campaign, UUID id) {
        return tasks.find(campaign, id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    static boolean mayWork(Scope scope, CampaignRow campaign, Task task) {
        return scope.covers(campaign.area(), campaign.leadUnitId())
                || task.units().stream()
                        .anyMatch(unit -> unit.unitArea() != null
                                && (scope.covers(unit.unitArea(), unit.unitId())
                                        || scope.covers(campaign.area(), unit.unitId())));
    }

    private CampaignRow visible(Caller caller, UUID id) {
        CampaignRow campaign =
                campaigns.findForUpdate(id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        boolean seen = queries.sees(caller.scopeFor(VIEW), id)
                || caller.scope().covers(campaign.area(), campaign.leadUnitId());
        if (!seen) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        return campaign;
    }

    private static void requireOpen(CampaignRow campaign) {
        if (campaign.state() == CampaignState.CLOSED) {
            throw wrongState(campaign.state().name());
        }
    }

    static ProblemException wrongState(String state) {
        return new ProblemException(CampaignProblem.WRONG_STATE, Map.of("state", state));
    }
}
