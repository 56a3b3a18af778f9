package org.anshe.organisation.internal;

import java.util.Map;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.shared.ConstraintProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OrganisationConfiguration {

    @Bean
    ConstraintProblems organisationConstraints() {
        return new ConstraintProblems(Map.of(
                "unit_name_once_idx", OrganisationProblem.NAME_TAKEN,
                "unit_credit_code_once_idx", OrganisationProblem.CREDIT_CODE_TAKEN,
                "unit_parent", OrganisationProblem.UNKNOWN_UNIT,
                "membership_once_idx", OrganisationProblem.POST_HELD,
                "membership_person", OrganisationProblem.UNKNOWN_PERSON,
                "membership_other_unit", OrganisationProblem.UNKNOWN_UNIT,
                "area_holder_person", OrganisationProblem.UNKNOWN_PERSON,
                "area_holder_once_idx", OrganisationProblem.HOLDER_PRESENT,
                "area_holder_single_idx", OrganisationProblem.HOLDER_PRESENT));
    }
}
