package org.anshe.register.internal;

import java.util.Map;
import org.anshe.register.RegisterProblem;
import org.anshe.shared.ConstraintProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the database's own checks mean to a person. */
@Configuration
class RegisterConfiguration {

    @Bean
    ConstraintProblems registerConstraints() {
        return new ConstraintProblems(Map.of(
                "type_code_format", RegisterProblem.TYPE_INVALID,
                "type_code_not_reserved", RegisterProblem.TYPE_INVALID,
                "object_name_present", RegisterProblem.FIELDS_INVALID,
                "object_address_length", RegisterProblem.FIELDS_INVALID,
                "object_class_range", RegisterProblem.FIELDS_INVALID,
                "object_place_whole", RegisterProblem.FIELDS_INVALID,
                "object_place_on_earth", RegisterProblem.FIELDS_INVALID));
    }
}
