package org.anshe.campaign.internal;

import java.util.Map;
import org.anshe.campaign.CampaignProblem;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.SharedProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Words for what the database refuses. */
@Configuration
class CampaignConstraints {

    @Bean
    ConstraintProblems campaignConstraintProblems() {
        return new ConstraintProblems(Map.of(
                "campaign_span", CampaignProblem.SPAN_REVERSED,
                "stage_span", CampaignProblem.SPAN_REVERSED,
                "campaign_pkey", CampaignProblem.ID_TAKEN,
                "stage_pkey", CampaignProblem.ID_TAKEN,
                "task_pkey", CampaignProblem.ID_TAKEN,
                "finding_pkey", CampaignProblem.ID_TAKEN,
                "task_topic_fk", SharedProblem.NOT_FOUND,
                "campaign_document_once", CampaignProblem.NOT_UNDER_REVIEW));
    }
}
