package org.anshe.hazard;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class BulkStepIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    Attachments attachments;

    @Autowired
    TestAreas areas;

    @Autowired
    TestPeople people;

    @Autowired
    Units units;

    private HazardStreet street;

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
    }

    @Test
    void oneRefusalHoldsUpNoOther() throws Exception {
        HazardStreet neighbour = new HazardStreet(mvc, json, attachments, areas, people, units);
        UUID good = street.hazardIn(HazardStatus.CONFIRMED);
        UUID wrong = street.hazardIn(HazardStatus.REPORTED);
        UUID old = street.hazardIn(HazardStatus.CONFIRMED);
        UUID foreign = neighbour.hazardIn(HazardStatus.CONFIRMED);
        UUID also = street.hazardIn(HazardStatus.CONFIRMED);
        List<Map<String, Object>> items = new ArrayList<>();
        for (UUID id : List.of(good, wrong, foreign, also)) {
            items.add(item(id, id.equals(foreign) ? 2 : street.version(id)));
        }
        items.add(2, item(old, 1));
        send(street.office, "assign", items, Map.of("unitId", street.shop))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].problem").isEmpty())
                .andExpect(jsonPath("$[1].problem.type").value("/problems/hazard/wrong-state"))
                .andExpect(jsonPath("$[1].problem.state").value("REPORTED"))
                .andExpect(jsonPath("$[2].problem.type").value("/problems/shared/conflict"))
                .andExpect(jsonPath("$[3].problem.type").value("/problems/shared/not-found"))
                .andExpect(jsonPath("$[4].problem").isEmpty());
        assertThat(street.state(good)).isEqualTo("ASSIGNED");
        assertThat(street.state(wrong)).isEqualTo("REPORTED");
        assertThat(street.state(also)).isEqualTo("ASSIGNED");
        assertThat(neighbour.state(foreign)).isEqualTo("CONFIRMED");
    }

    @Test
    void confirmsAndClosesManyButNoMajorOneAndNobodysOwnWork() throws Exception {
        UUID reported = street.hazardIn(HazardStatus.REPORTED);
        UUID major = Ids.next();
        street.send(street.gridWorker, HazardStreet.with(street.report(major), "grade", "MAJOR"));
        send(street.office, "confirm", List.of(item(reported, 1), item(major, 1)), Map.of())
                .andExpect(jsonPath("$[0].problem").isEmpty())
                .andExpect(jsonPath("$[1].problem.type").value("/problems/hazard/judgement-required"));
        UUID submitted = street.hazardIn(HazardStatus.SUBMITTED);
        UUID fixed = street.hazardIn(HazardStatus.FIXED_ON_SPOT);
        send(
                        street.worker,
                        "close",
                        List.of(item(submitted, street.version(submitted)), item(fixed, street.version(fixed))),
                        Map.of("note", "集中复查合格"))
                .andExpect(jsonPath("$[0].problem").isEmpty())
                .andExpect(jsonPath("$[1].problem.type").value("/problems/hazard/not-independent"));
        assertThat(street.state(submitted)).isEqualTo("CLOSED");
    }

    @Test
    void refusesNoneAndTooMany() throws Exception {
        send(street.office, "close", List.of(), Map.of()).andExpect(status().isBadRequest());
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            many.add(item(Ids.next(), 1));
        }
        send(street.office, "close", many, Map.of()).andExpect(status().isBadRequest());
        send(street.gridWorker, "close", many.subList(0, 1), Map.of()).andExpect(status().isForbidden());
        mvc.perform(post("/api/hazards/bulk/close").with(TestPeople.withToken()))
                .andExpect(status().isUnauthorized());
    }

    private static Map<String, Object> item(UUID id, int version) {
        return Map.of("id", id, "version", version);
    }

    private ResultActions send(Caller caller, String step, List<Map<String, Object>> items, Map<String, ?> more)
            throws Exception {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("items", items);
        return mvc.perform(post("/api/hazards/bulk/{step}", step)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }
}
