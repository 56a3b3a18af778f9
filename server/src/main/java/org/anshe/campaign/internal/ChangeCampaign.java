package org.anshe.campaign.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignClosed;
import org.anshe.campaign.CampaignStarted;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a campaign is, starts it and closes it. */
@Service
public class ChangeCampaign {

    private final CampaignAccess access;
    private final CampaignRepository campaigns;
    private final CampaignPartsRepository parts;
    private final TaskRepository tasks;
    private final CampaignClocks clocks;
    private final Units units;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeCampaign(
            CampaignAccess access,
            CampaignRepository campaigns,
            CampaignPartsRepository parts,
            TaskRepository tasks,
            CampaignClocks clocks,
            Units units,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.campaigns = campaigns;
        this.parts = parts;
        this.tasks = tasks;
        this.clocks = clocks;
        this.units = units;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public record Facts(
            String title,
            @Nullable String summary,
            @Nullable UUID leadUnitId,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    @Transactional
    public void change(Caller caller, UUID id, int version, Facts facts) {
        CampaignRow campaign = access.lockOpen(caller, id, version);
        if (facts.leadUnitId() != null && !facts.leadUnitId().equals(campaign.leadUnitId())) {
            units.getActive(facts.leadUnitId());
        }
        campaigns.change(
                id, facts.title().strip(), facts.summary(), facts.leadUnitId(), facts.startsOn(), facts.endsOn());
        if (!Objects.equals(campaign.endsOn(), facts.endsOn())) {
            clocks.moveEnd(
                    caller, campaign, parts.moveDutiesEnd(id, campaign.endsOn(), facts.endsOn()), facts.endsOn());
        }
        record(
                caller,
                campaign,
                "campaign.change",
                Map.of("title", facts.title().strip()));
    }

    /** A draft begins to run: its dated tasks and its duties enter the calendar. */
    @Transactional
    public void start(Caller caller, UUID id, int version) {
        CampaignRow campaign = access.lockOpen(caller, id, version);
        if (campaign.state() != CampaignState.DRAFT) {
            throw CampaignAccess.wrongState(campaign.state().name());
        }
        campaigns.start(id);
        clocks.start(caller, campaigns.find(id).orElseThrow(), tasks.of(id), parts.duties(id));
        record(caller, campaign, "campaign.start", Map.of());
        events.publishEvent(new CampaignStarted(id, campaign.area()));
    }

    /** Ends a campaign: nothing falls due any more; what is open stays open in its figures. */
    @Transactional
    public void close(Caller caller, UUID id, int version, String reason) {
        CampaignRow campaign = access.lockOpen(caller, id, version);
        campaigns.close(id, clock.instant(), reason.strip());
        clocks.stop(caller, id, tasks.of(id));
        record(caller, campaign, "campaign.close", Map.of("reason", reason.strip()));
        events.publishEvent(new CampaignClosed(id, campaign.area()));
    }

    private void record(Caller caller, CampaignRow campaign, String action, Map<String, ?> facts) {
        audit.record(caller, action, Subject.of("campaign", campaign.id()), campaign.area(), facts);
    }
}
