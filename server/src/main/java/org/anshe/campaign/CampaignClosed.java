package org.anshe.campaign;

import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A campaign has ended; what was not done stays open in its figures. */
public record CampaignClosed(UUID campaignId, AreaKey area) {}
