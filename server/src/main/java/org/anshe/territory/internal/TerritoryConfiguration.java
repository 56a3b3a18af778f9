package org.anshe.territory.internal;

import java.util.Map;
import org.anshe.shared.ConstraintProblems;
import org.anshe.territory.TerritoryProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TerritoryConfiguration {

    @Bean
    ConstraintProblems territoryConstraints() {
        return new ConstraintProblems(Map.of(
                "area_parent", TerritoryProblem.UNKNOWN_PARENT,
                "area_pkey", TerritoryProblem.KEY_TAKEN,
                "area_import_running_idx", TerritoryProblem.IMPORT_RUNNING));
    }
}
