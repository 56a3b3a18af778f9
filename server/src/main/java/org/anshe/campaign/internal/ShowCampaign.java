package org.anshe.campaign.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.campaign.internal.CampaignParts.Duty;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.Unit;
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

/** Shows campaigns: the list, and one with all its parts and its document. */
@Service
public class ShowCampaign {

    private final CampaignQueries queries;
    private final TaskQueries taskQueries;
    private final TaskRepository tasks;
    private final CampaignPartsRepository parts;
    private final PlanRepository plans;
    private final TaskViews taskViews;
    private final CampaignClocks clocks;
    private final Areas areas;
    private final Units units;

    ShowCampaign(
            CampaignQueries queries,
            TaskQueries taskQueries,
            TaskRepository tasks,
            CampaignPartsRepository parts,
            PlanRepository plans,
            TaskViews taskViews,
            CampaignClocks clocks,
            Areas areas,
            Units units) {
        this.queries = queries;
        this.taskQueries = taskQueries;
        this.tasks = tasks;
        this.parts = parts;
        this.plans = plans;
        this.taskViews = taskViews;
        this.clocks = clocks;
        this.areas = areas;
        this.units = units;
    }

    @Transactional(readOnly = true)
    public Page<CampaignView.Listed> list(
            Caller caller, @Nullable CampaignState state, @Nullable String text, boolean slipping, PageRequest page) {
        Page<CampaignQueries.Listed> found =
                queries.list(caller.scope(), new CampaignQueries.Filter(state, text, slipping), clocks.today(), page);
        List<CampaignRow> rows =
                found.items().stream().map(CampaignQueries.Listed::campaign).toList();
        Map<AreaKey, String> areaNames =
                areas.names(rows.stream().map(CampaignRow::area).distinct().toList());
        Map<UUID, Unit> leads = units.byIds(rows.stream()
                .map(CampaignRow::leadUnitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.map(row -> listed(row, areaNames, leads));
    }

    @Transactional(readOnly = true)
    public CampaignView show(Caller caller, UUID id) {
        CampaignQueries.Listed found = find(caller, id);
        CampaignRow campaign = found.campaign();
        List<Duty> duties = parts.duties(id);
        Map<UUID, Unit> named = units.byIds(Stream.concat(
                        Stream.ofNullable(campaign.leadUnitId()),
                        duties.stream().map(Duty::unitId))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new CampaignView(
                listed(found, areas.names(List.of(campaign.area())), named),
                campaign.summary(),
                campaign.documentId(),
                campaign.createdByName(),
                campaign.closedAt(),
                campaign.closeReason(),
                caller.may("campaign.manage", campaign.area(), campaign.leadUnitId()),
                campaign.version(),
                clocks.today(),
                queries.stages(id),
                queries.topics(id),
                taskViews.of(caller, campaign, tasks.of(id)),
                duties.stream().map(duty -> duty(duty, named)).toList(),
                queries.targets(id),
                taskQueries.months(id, clocks.today()).stream()
                        .map(month -> new CampaignView.Month(
                                month.month(), month.due(), month.done(), month.doneLate(), month.slipping()))
                        .toList());
    }

    /** The text the campaign came from, for everybody who sees the campaign. */
    @Transactional(readOnly = true)
    public CampaignView.Document document(Caller caller, UUID id) {
        UUID document = find(caller, id).campaign().documentId();
        PlanRow plan = document == null ? null : plans.find(document).orElse(null);
        if (plan == null) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        return new CampaignView.Document(plan.id(), plan.title(), plan.fileName(), plans.paragraphs(plan.id()));
    }

    private CampaignQueries.Listed find(Caller caller, UUID id) {
        return queries.find(caller.scope(), id, clocks.today())
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    private static CampaignView.DutyView duty(Duty duty, Map<UUID, Unit> named) {
        Unit unit = duty.unitId() == null ? null : named.get(duty.unitId());
        return new CampaignView.DutyView(
                duty.id(),
                duty.topicId(),
                duty.title(),
                duty.every(),
                duty.times(),
                duty.at(),
                duty.unitId(),
                unit == null ? null : unit.name(),
                duty.startsOn(),
                duty.endsOn(),
                duty.source());
    }

    private static CampaignView.Listed listed(
            CampaignQueries.Listed row, Map<AreaKey, String> areaNames, Map<UUID, Unit> leads) {
        CampaignRow campaign = row.campaign();
        Unit lead = campaign.leadUnitId() == null ? null : leads.get(campaign.leadUnitId());
        return new CampaignView.Listed(
                campaign.id(),
                campaign.title(),
                campaign.area(),
                areaNames.get(campaign.area()),
                campaign.leadUnitId(),
                lead == null ? null : lead.name(),
                campaign.startsOn(),
                campaign.endsOn(),
                campaign.state(),
                campaign.createdAt(),
                row.progress().tasks(),
                row.progress().done(),
                row.progress().slipping(),
                row.progress().percent(),
                row.progress().nextDueOn());
    }
}
