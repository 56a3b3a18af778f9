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
        "/api/{kind}/x, /api/anything, false",
        "/api/{kind}/x, /api/anything/x, true",
        "/api/{kind}/x, /api/anything/y, false",
        "/api/{kind}/x, /api/anything/x/y, false",
        "/api/{kind}/{id}, /api/a/b, true",
        "/api/{kind}/{id}, /api/a, false",
        "/api/{kind}, /api/a/b, false",
        "/api/{kind}, /api/, true",
        "/api/{kind}/x, /api/anything/%78, true",
        "/api/{kind}/x, /api/%2F/x, true",
        "/api/{name}.docx, /api/a.docx, true",
        "'/api/{id:[0-9]+}/x', /api/a/b, true",
        "/api/{*rest}, /api/a/b, true",
        "/api/hazards/{id}, /%61pi/hazards/1, true",
        "/api/hazards/{id}, /api;v=1/hazards/1, true",
        "/api/areas, /api/areas, true",
        "/api/areas, /api/area, false",
        "/api/areas, /api/areas/, false",
        "/api/areas, /api/areas;v=1, true",
        "/**, /anything, true"
    })
    void onlyWhatCannotMatchIsLeftOut(String pattern, String path, boolean may) {
        assertThat(QuickMappings.mayMatch(pattern, path)).isEqualTo(may);
    }
}
