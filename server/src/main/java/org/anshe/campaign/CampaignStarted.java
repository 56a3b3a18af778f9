package org.anshe.campaign;

import java.util.UUID;
import org.anshe.shared.AreaKey;

/** A campaign runs from now on: its deadlines and duties are in the calendar. */
public record CampaignStarted(UUID campaignId, AreaKey area) {}
