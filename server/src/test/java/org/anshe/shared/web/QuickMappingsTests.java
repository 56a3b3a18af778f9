package org.anshe.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickMappingsTests {

    @ParameterizedTest
    @CsvSource({
        "/api/hazards/{id}, /api/hazards/1, true",
        "/api/hazards/{id}, /api/hazards/, true",
        "/api/hazards/{id}, /api/hazards, false",
        "/api/hazards/{id}, /api/hazard-lists/1, false",
        "/api/{kind}/x, /api/anything, true",
        "/api/hazards/{id}, /%61pi/hazards/1, true",
        "/api/hazards/{id}, /api;v=1/hazards/1, true",
        "/api/areas, /api/areas, true",
        "/api/areas, /api/area, false",
        "/**, /anything, true"
    })
    void onlyWhatCannotMatchIsLeftOut(String pattern, String path, boolean may) {
        assertThat(QuickMappings.beginsLike(pattern, path)).isEqualTo(may);
    }
}
