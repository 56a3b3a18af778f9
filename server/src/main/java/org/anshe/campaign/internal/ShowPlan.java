package org.anshe.campaign.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.campaign.internal.PlanView.FindingView;
import org.anshe.campaign.internal.PlanView.UnitName;
import org.anshe.campaign.internal.PlanView.WarningView;
import org.anshe.campaign.internal.reading.PlanDocument;
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

/** Shows plan documents: the list, one with its review, and what confirming it would make. */
@Service
public class ShowPlan {

    private final PlanQueries queries;
    private final PlanRepository plans;
    private final FindingRepository findings;
    private final PlanUnits planUnits;
    private final Areas areas;

    ShowPlan(PlanQueries queries, PlanRepository plans, FindingRepository findings, PlanUnits planUnits, Areas areas) {
        this.queries = queries;
        this.plans = plans;
        this.findings = findings;
        this.planUnits = planUnits;
        this.areas = areas;
    }

    @Transactional(readOnly = true)
    public Page<PlanView.Listed> list(
            Caller caller, @Nullable PlanState state, @Nullable String text, PageRequest page) {
        Page<PlanQueries.Listed> found = queries.list(caller.scope(), new PlanQueries.Filter(state, text), page);
        Map<AreaKey, String> names = areas.names(
                found.items().stream().map(row -> row.plan().area()).distinct().toList());
        return found.map(row -> listed(row, names));
    }

    @Transactional(readOnly = true)
    public PlanView show(Caller caller, UUID id) {
        PlanQueries.Listed found = find(caller, id);
        PlanRow plan = found.plan();
        List<Finding> all = findings.of(id);
        return new PlanView(
                listed(found, areas.names(List.of(plan.area()))),
                plan.baseYear(),
                plan.format(),
                plan.attachmentId(),
                plan.readAt(),
                plan.readerVersion(),
                plan.discardReason(),
                plan.version(),
                plans.paragraphs(id),
                all.stream().map(FindingView::of).toList(),
                queries.warnings(id).stream()
                        .map(warning -> new WarningView(
                                warning.kind(), warning.line(), warning.start(), warning.end(), warning.facts()))
                        .toList(),
                unitNames(plan, names(all)));
    }

    /** The names of a document's responsible units with what they mean. */
    @Transactional(readOnly = true)
    public List<UnitName> units(Caller caller, UUID id) {
        return unitNames(find(caller, id).plan(), names(findings.of(id)));
    }

    @Transactional(readOnly = true)
    public PlanView.Preview preview(Caller caller, UUID id) {
        PlanRow plan = find(caller, id).plan();
        List<Finding> all = findings.of(id);
        Map<Integer, String> text = plans.paragraphs(id).stream()
                .collect(Collectors.toMap(PlanDocument.Paragraph::line, PlanDocument.Paragraph::text));
        CampaignDraft draft = DraftCampaign.of(all, plan.baseYear(), line -> text.getOrDefault(line, ""));
        return new PlanView.Preview(
                draft.firstDay(),
                draft.lastDay(),
                draft.stages().size(),
                draft.topics().size(),
                draft.tasks().size(),
                (int) draft.tasks().stream().filter(task -> task.due() != null).count(),
                draft.duties().size(),
                draft.targets().size(),
                (int) all.stream()
                        .filter(finding -> finding.decision() == Decision.PENDING)
                        .count(),
                unitNames(plan, draft.unitNames()).stream()
                        .filter(name -> name.unitId() == null)
                        .map(UnitName::name)
                        .toList(),
                DraftChecks.linesWithoutYear(draft),
                DraftChecks.linesWithOddPeriod(draft),
                DraftChecks.linesReversed(draft));
    }

    private PlanQueries.Listed find(Caller caller, UUID id) {
        return queries.find(caller.scope(), id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    private List<UnitName> unitNames(PlanRow plan, List<String> names) {
        return planUnits.resolve(plan, names).entrySet().stream()
                .map(entry -> new UnitName(
                        entry.getKey(),
                        entry.getValue().unit().map(unit -> unit.id()).orElse(null),
                        entry.getValue().unit().map(unit -> unit.name()).orElse(null),
                        entry.getValue().mapped()))
                .toList();
    }

    /** Names in findings that are not rejected, in reading order. */
    private static List<String> names(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.decision() != Decision.REJECTED)
                .flatMap(finding -> finding.data() instanceof FindingData.Responsibility duty
                        ? duty.names()
                        : java.util.stream.Stream.of())
                .distinct()
                .toList();
    }

    private static PlanView.Listed listed(PlanQueries.Listed row, Map<AreaKey, String> names) {
        PlanRow plan = row.plan();
        return new PlanView.Listed(
                plan.id(),
                plan.title(),
                plan.fileName(),
                plan.area(),
                names.get(plan.area()),
                plan.state(),
                plan.uploadedAt(),
                plan.uploadedByName(),
                plan.settledAt(),
                plan.settledByName(),
                row.pending(),
                row.accepted(),
                row.rejected(),
                row.campaignId());
    }
}
