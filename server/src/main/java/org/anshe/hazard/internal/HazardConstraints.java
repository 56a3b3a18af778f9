package org.anshe.hazard.internal;

import java.util.Map;
import org.anshe.hazard.HazardProblem;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the database refuses, in words. */
@Configuration
class HazardConstraints {

    @Bean
    ConstraintProblems hazardProblemsByConstraint() {
        return new ConstraintProblems(
                Map.of(
                        "hazard_closer_independent", HazardProblem.NOT_INDEPENDENT,
                        "step_pkey", SharedProblem.CONFLICT,
                        "hazard_duplicate_of_another", HazardProblem.NOT_A_DUPLICATE),
                Map.of(
                        "hazard_description_length", new FieldError("/description", "length"),
                        "hazard_domain_format", new FieldError("/domain", "format"),
                        "hazard_place_length", new FieldError("/place", "length"),
                        "hazard_measure_length", new FieldError("/measure", "length"),
                        "hazard_responsible_length", new FieldError("/responsibleName", "length"),
                        "hazard_funding_positive", new FieldError("/fundingAmount", "range"),
                        "hazard_funding_explicit", new FieldError("/fundingAmount", "required"),
                        "hazard_funding_source_length", new FieldError("/fundingSource", "length"),
                        "hazard_contingency_length", new FieldError("/contingency", "length")));
    }
}
