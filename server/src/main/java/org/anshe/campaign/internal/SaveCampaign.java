package org.anshe.campaign.internal;

import java.time.LocalDate;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Component;

/** Writes a campaign with its parts and, when it runs, puts them into the calendar. */
@Component
class SaveCampaign {

    private final CampaignRepository campaigns;
    private final CampaignPartsRepository parts;
    private final TaskRepository tasks;
    private final CampaignClocks clocks;

    SaveCampaign(
            CampaignRepository campaigns, CampaignPartsRepository parts, TaskRepository tasks, CampaignClocks clocks) {
        this.campaigns = campaigns;
        this.parts = parts;
        this.tasks = tasks;
        this.clocks = clocks;
    }

    /** Duties count from the campaign's first day, but never from before today: nobody is late for the past. */
    LocalDate dutiesFrom(CampaignRow campaign) {
        LocalDate today = clocks.today();
        LocalDate start = campaign.startsOn();
        return start == null || start.isBefore(today) ? today : start;
    }

    void save(Caller caller, CampaignRow campaign, CampaignParts given) {
        campaigns.add(campaign);
        parts.addTopics(campaign.id(), given.topics());
        given.stages().forEach(stage -> parts.addStage(campaign.id(), stage));
        given.tasks().forEach(tasks::add);
        parts.addDuties(campaign.id(), given.duties());
        parts.addTargets(campaign.id(), given.targets());
        if (campaign.state() == CampaignState.RUNNING) {
            clocks.start(caller, campaign, given.tasks(), given.duties());
        }
    }
}
