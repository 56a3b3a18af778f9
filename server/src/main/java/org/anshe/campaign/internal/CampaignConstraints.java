package org.anshe.campaign.internal;

import java.util.Map;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.ListProblem;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.SharedProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Words for what the database refuses. */
@Configuration
class CampaignConstraints {

    @Bean
    ConstraintProblems campaignConstraintProblems() {
        return new ConstraintProblems(Map.ofEntries(
                Map.entry("campaign_span", CampaignProblem.SPAN_REVERSED),
                Map.entry("stage_span", CampaignProblem.SPAN_REVERSED),
                Map.entry("campaign_pkey", CampaignProblem.ID_TAKEN),
                Map.entry("stage_pkey", CampaignProblem.ID_TAKEN),
                Map.entry("task_pkey", CampaignProblem.ID_TAKEN),
                Map.entry("finding_pkey", CampaignProblem.ID_TAKEN),
                Map.entry("task_topic_fk", SharedProblem.NOT_FOUND),
                Map.entry("campaign_document_once", CampaignProblem.NOT_UNDER_REVIEW),
                Map.entry("list_entry_pkey", CampaignProblem.ID_TAKEN),
                Map.entry("list_version_stage_idx", ListProblem.STAGE_FROZEN),
                Map.entry("list_version_pkey", SharedProblem.CONFLICT),
                Map.entry("measure_text_number_idx", ListProblem.MEASURE_NUMBER_TAKEN),
                Map.entry("measure_text_one_draft_idx", SharedProblem.CONFLICT)));
    }
}
