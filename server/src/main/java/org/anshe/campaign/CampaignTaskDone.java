package org.anshe.campaign;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A task of a campaign was finished with evidence. */
public record CampaignTaskDone(UUID campaignId, UUID taskId, AreaKey area, Instant doneAt) {}
