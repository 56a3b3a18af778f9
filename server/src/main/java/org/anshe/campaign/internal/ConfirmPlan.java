package org.anshe.campaign.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignStarted;
import org.anshe.campaign.internal.reading.PlanDocument;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns what is accepted in a document into a running campaign, all at once. What is pending or rejected stays out. */
@Service
public class ConfirmPlan {

    private final PlanAccess access;
    private final PlanRepository plans;
    private final FindingRepository findings;
    private final PlanUnits planUnits;
    private final SaveCampaign save;
    private final Units units;
    private final Areas areas;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmPlan(
            PlanAccess access,
            PlanRepository plans,
            FindingRepository findings,
            PlanUnits planUnits,
            SaveCampaign save,
            Units units,
            Areas areas,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.plans = plans;
        this.findings = findings;
        this.planUnits = planUnits;
        this.save = save;
        this.units = units;
        this.areas = areas;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the person confirms.
     *
     * @param campaignId made by the caller: confirming again with the same id answers the same campaign
     * @param version of the document as the person saw it
     */
    public record Confirmation(
            UUID campaignId,
            int version,
            String title,
            AreaKey area,
            @Nullable UUID leadUnitId,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    @Transactional
    public UUID confirm(Caller caller, UUID document, Confirmation given) {
        PlanRow plan = access.lock(caller, document);
        if (plan.state() == PlanState.CONFIRMED
                && plans.campaignOf(document).filter(given.campaignId()::equals).isPresent()) {
            return given.campaignId();
        }
        PlanAccess.requireReview(plan);
        PlanAccess.requireVersion(plan, given.version());
        if (!caller.may("plan.confirm", given.area(), null)) {
            throw new ProblemException(
                    SharedProblem.FORBIDDEN, "area", given.area().toString());
        }
        areas.getActive(given.area());
        if (given.leadUnitId() != null) {
            units.getActive(given.leadUnitId());
        }
        CampaignDraft draft = draft(plan);
        DraftChecks.requireReady(draft);
        CampaignRow campaign = campaign(caller, plan, given, draft);
        CampaignParts parts = parts(plan, campaign, draft);
        save.save(caller, campaign, parts);
        plans.settle(document, PlanState.CONFIRMED, clock.instant(), caller.name(), null);
        audit.record(
                caller, "plan.confirm", Subject.of("plan-document", document), plan.area(), facts(campaign, parts));
        events.publishEvent(new CampaignStarted(campaign.id(), campaign.area()));
        return campaign.id();
    }

    private CampaignDraft draft(PlanRow plan) {
        Map<Integer, String> text = plans.paragraphs(plan.id()).stream()
                .collect(Collectors.toMap(PlanDocument.Paragraph::line, PlanDocument.Paragraph::text));
        return DraftCampaign.of(findings.of(plan.id()), plan.baseYear(), line -> text.getOrDefault(line, ""));
    }

    private CampaignRow campaign(Caller caller, PlanRow plan, Confirmation given, CampaignDraft draft) {
        return new CampaignRow(
                given.campaignId(),
                given.title().strip(),
                null,
                given.area(),
                given.leadUnitId(),
                given.startsOn() == null ? draft.firstDay() : given.startsOn(),
                given.endsOn() == null ? draft.lastDay() : given.endsOn(),
                CampaignState.RUNNING,
                plan.id(),
                clock.instant(),
                caller.name(),
                null,
                null,
                0);
    }

    private CampaignParts parts(PlanRow plan, CampaignRow campaign, CampaignDraft draft) {
        Map<String, Unit> meant = new HashMap<>();
        planUnits
                .resolve(plan, draft.unitNames())
                .forEach((name, meaning) -> meaning.unit().ifPresent(unit -> meant.put(name, unit)));
        return new BuildParts(campaign.id(), draft, meant, campaign.leadUnitId())
                .build(save.dutiesFrom(campaign), campaign.endsOn());
    }

    private static Map<String, Object> facts(CampaignRow campaign, CampaignParts parts) {
        return Map.of(
                "campaign", campaign.id().toString(),
                "stages", parts.stages().size(),
                "tasks", parts.tasks().size(),
                "duties", parts.duties().size(),
                "targets", parts.targets().size());
    }
}
