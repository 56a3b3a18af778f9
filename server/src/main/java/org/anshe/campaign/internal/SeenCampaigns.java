package org.anshe.campaign.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignParts.Stage;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Component;

/** Campaigns as lists know them: those the caller sees, with their stages. */
@Component
public class SeenCampaigns {

    private final CampaignQueries campaigns;
    private final Clock clock;

    SeenCampaigns(CampaignQueries campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Empty when the caller does not see it. */
    public Optional<CampaignRow> find(Caller caller, UUID id) {
        return campaigns
                .find(caller.scopeFor("campaign.view"), id, WorkingCalendar.dayOf(clock.instant()))
                .map(CampaignQueries.Listed::campaign);
    }

    /** The stages of a campaign that was found before, in their order. */
    public List<Stage> stages(UUID campaign) {
        return campaigns.stages(campaign);
    }
}
