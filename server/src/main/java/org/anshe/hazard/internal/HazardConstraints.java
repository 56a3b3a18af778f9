package org.anshe.hazard.internal;

import java.util.Map;
import org.anshe.hazard.HazardProblem;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.SharedProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the database refuses, in words. */
@Configuration
class HazardConstraints {

    @Bean
    ConstraintProblems hazardProblemsByConstraint() {
        return new ConstraintProblems(Map.of(
                "hazard_closer_independent", HazardProblem.NOT_INDEPENDENT,
                "step_pkey", SharedProblem.CONFLICT,
                "hazard_duplicate_of_another", HazardProblem.NOT_A_DUPLICATE));
    }
}
