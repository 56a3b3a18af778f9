package org.anshe.hazard;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.paper.internal.KeepOrgan;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Papers about a hazard are filled from its rows. */
@IntegrationTest
class HazardPaperIntegrationTests {

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

    @Autowired
    KeepOrgan organs;

    private HazardStreet street;
    private final UUID organ = Ids.next();

    @BeforeEach
    void anOrgan() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
        units.register(
                Caller.system("test"),
                List.of(new NewUnit(organ, "青石街道安监办", Units.Kind.OFFICE, street.street, null, null)));
        organs.keep(street.office.with("paper-organ.manage"), organ, 0, "青石街道安监办", "青安");
    }

    private ResultActions draft(Caller caller, UUID hazard, UUID paper, String kind) throws Exception {
        return mvc.perform(post("/api/hazards/{id}/papers", hazard)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("id", paper, "kind", kind, "organId", organ))));
    }

    private JsonNode read(Caller caller, String path) throws Exception {
        return json.readTree(mvc.perform(get(path).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private JsonNode values(UUID paper) throws Exception {
        return read(street.office, "/api/papers/" + paper).get("values");
    }

    private List<String> offered(UUID hazard) throws Exception {
        return read(street.office, "/api/hazards/" + hazard + "/papers")
                .get("kinds")
                .valueStream()
                .map(kind -> kind.get("code").asString())
                .toList();
    }

    private void issue(UUID paper, String place) throws Exception {
        Map<String, Object> signature =
                Map.of("version", 1, "id", Ids.next(), "place", place, "name", "沈一鸣", "way", "ON_PAPER");
        mvc.perform(post("/api/papers/{id}/signatures", paper)
                        .with(as(street.office))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(signature)))
                .andExpect(status().isNoContent());
        mvc.perform(post("/api/papers/{id}/issue", paper)
                        .with(as(street.office))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":2}"))
                .andExpect(status().isOk());
    }

    @Test
    void anOrderIsFilledFromTheHazard() throws Exception {
        UUID hazard = street.hazardIn(HazardStatus.ASSIGNED);
        UUID paper = Ids.next();
        draft(street.worker, hazard, paper, "order-to-rectify").andExpect(status().isCreated());
        JsonNode shown = read(street.office, "/api/papers/" + paper);

        assertThat(shown.at("/values/recipient").asString()).startsWith("桂园小吃店");
        assertThat(shown.at("/values/recipientPerson").asString()).isEqualTo("周师傅");
        assertThat(shown.at("/values/requirement").asString()).isEqualTo("清空楼道并张贴禁令");
        assertThat(shown.at("/values/deadline").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(shown.at("/rows/0/problem").asString()).isEqualTo("楼道内堆放杂物，堵塞疏散通道");
        assertThat(shown.get("missing")).isEmpty();
        assertThat(shown.get("values").toString()).doesNotContain("null");
    }

    @Test
    void whatMakesNoSenseWhereTheHazardStandsIsNotOffered() throws Exception {
        UUID reported = street.hazardIn(HazardStatus.REPORTED);
        assertThat(offered(reported)).isEmpty();
        draft(street.office, reported, Ids.next(), "order-to-rectify")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/paper/kind-not-offered"));
        assertThat(offered(street.hazardIn(HazardStatus.ASSIGNED)))
                .contains("order-to-rectify", "hand-over-letter", "supervision-slip", "interview-record")
                .doesNotContain("reinspection-opinion", "listed-supervision-notice", "stop-work-order");
        assertThat(offered(street.hazardIn(HazardStatus.CLOSED))).containsExactly("reinspection-opinion");
    }

    @Test
    void aReinspectionOpinionNamesTheOrderAndTheResult() throws Exception {
        UUID hazard = street.hazardIn(HazardStatus.ASSIGNED);
        UUID order = Ids.next();
        draft(street.office, hazard, order, "order-to-rectify").andExpect(status().isCreated());
        issue(order, "inspector");
        street.step(street.shopOwner, hazard, "submit", street.bodyOf("submit", street.shopOwner, hazard))
                .andExpect(status().isNoContent());
        street.step(street.office, hazard, "close", Map.of()).andExpect(status().isNoContent());
        UUID opinion = Ids.next();
        draft(street.office, hazard, opinion, "reinspection-opinion").andExpect(status().isCreated());

        assertThat(values(opinion).get("orderNumber").asString()).matches("青安责改〔\\d{4}〕第1号");
        assertThat(values(opinion).get("conclusion").asString()).contains("经复查合格");
        assertThat(read(street.office, "/api/papers/" + opinion)
                        .at("/rows/0/result")
                        .asString())
                .isEqualTo("已清理");
    }

    @Test
    void aHandOverLetterGoesToTheUnitItWasHandedTo() throws Exception {
        UUID paper = Ids.next();
        draft(street.office, street.hazardIn(HazardStatus.HANDED_OVER), paper, "hand-over-letter")
                .andExpect(status().isCreated());

        assertThat(values(paper).get("recipient").asString()).startsWith("松林五金店");
        assertThat(values(paper).get("reason").asString()).isEqualTo("归口");
    }

    @Test
    void thePaperFollowsTheHazardToTheNextUnit() throws Exception {
        UUID hazard = street.hazardIn(HazardStatus.ASSIGNED);
        UUID paper = Ids.next();
        draft(street.office, hazard, paper, "supervision-slip").andExpect(status().isCreated());
        issue(paper, "approver");
        read(street.shopOwner, "/api/papers/" + paper);
        street.step(street.office, hazard, "hand-over", Map.of("unitId", street.otherShop, "reason", "归口"))
                .andExpect(status().isNoContent());

        await().untilAsserted(() -> read(street.otherOwner, "/api/papers/" + paper));
        mvc.perform(get("/api/papers/" + paper).with(as(street.shopOwner))).andExpect(status().isNotFound());
    }

    @Test
    void aNeighbourSeesNeitherTheHazardNorItsPapers() throws Exception {
        UUID hazard = street.hazardIn(HazardStatus.ASSIGNED);
        Caller neighbour = people.with("street-office", areas.street("白沙街道"));
        mvc.perform(get("/api/hazards/{id}/papers", hazard).with(as(neighbour))).andExpect(status().isNotFound());
        draft(neighbour, hazard, Ids.next(), "order-to-rectify").andExpect(status().isNotFound());
        draft(people.with("auditor", street.street), hazard, Ids.next(), "order-to-rectify")
                .andExpect(status().isForbidden());
    }
}
