package org.anshe.enforcement.internal;

import java.util.Map;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the database refuses, in words. */
@Configuration
class EnforcementConstraints {

    @Bean
    ConstraintProblems enforcementProblemsByConstraint() {
        return new ConstraintProblems(
                Map.of(
                        "joint_action_unit_once", SharedProblem.CONFLICT,
                        "case_transfer_one_open_idx", SharedProblem.CONFLICT,
                        "case_transfer_elsewhere", EnforcementProblem.SAME_UNIT,
                        "illegal_case_fined", EnforcementProblem.OUTCOME_INCOMPLETE,
                        "illegal_case_no_offence_alone", EnforcementProblem.OUTCOME_INCOMPLETE,
                        "illegal_case_other_in_words", EnforcementProblem.OUTCOME_INCOMPLETE,
                        "joint_action_feedback_after", EnforcementProblem.DAY_OUT_OF_RANGE,
                        "illegal_case_exposed_late", EnforcementProblem.DAY_OUT_OF_RANGE),
                Map.of(
                        "joint_action_place_once", new FieldError("/places", "range"),
                        "illegal_case_fine_positive", new FieldError("/fine", "range"),
                        "illegal_case_party_known", new FieldError("/party", "required")));
    }
}
