package org.anshe.hazard;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.hazard.internal.ClimbLadder;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestDatabase;
import org.anshe.testing.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@IntegrationTest
class ClockPolicyIntegrationTests {

    private static final String SHIPPED = "01890000-0000-7000-8000-000000000001";

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
    MovableClock clock;

    @Autowired
    ClimbLadder ladder;

    private HazardStreet street;
    private Caller district;

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
        district = people.with("district-office", street.street.at(AreaLevel.DISTRICT));
    }

    @Test
    void strangersAndThoseWithoutThePermissionAreRefused() throws Exception {
        mvc.perform(get("/api/clock-policies")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/clock-policies").with(as(street.shopOwner))).andExpect(status().isForbidden());
        mvc.perform(get("/api/clock-policies/" + Ids.next()).with(as(street.office)))
                .andExpect(status().isNotFound());
        save(street.office, Ids.next(), null, street.street, content(5)).andExpect(status().isForbidden());
        // The district rules itself, not everywhere, and not its neighbour.
        problem(save(district, Ids.next(), null, null, content(5)), 403, "hazard/policy-outside-scope");
        AreaKey elsewhere = areas.street("邻街道").at(AreaLevel.CITY);
        problem(save(district, Ids.next(), null, elsewhere, content(5)), 403, "hazard/policy-outside-scope");
    }

    @Test
    void runningClocksKeepTheirEndUnlessThePublisherSaysOtherwise() throws Exception {
        UUID running = street.hazardIn(HazardStatus.ASSIGNED);
        UUID policy = Ids.next();
        save(district, policy, null, street.street, content(4)).andExpect(status().isNoContent());
        mvc.perform(get("/api/clock-policies/{id}/effects", policy).with(as(district)))
                .andExpect(jsonPath("$.running").value(1))
                .andExpect(jsonPath("$.earlier").value(1))
                .andExpect(jsonPath("$.over").value(0))
                .andExpect(jsonPath("$.first[0].dueAt").value("2026-06-10T15:59:59.999Z"))
                .andExpect(jsonPath("$.first[0].nextDueAt").value("2026-06-05T15:59:59.999Z"));
        publish(policy, 0, "KEEP").andExpect(jsonPath("$.moved").value(0));
        assertThat(due(running)).isEqualTo("2026-06-10T15:59:59.999Z");
        // What starts from now on goes by it.
        UUID next = street.hazardIn(HazardStatus.ASSIGNED);
        assertThat(due(next)).isEqualTo("2026-06-05T15:59:59.999Z");
        assertThat(street.view(next).path("beside").path("basis").path("policy").asString())
                .isEqualTo("本街道时限");
    }

    @Test
    void settingRunningClocksAnewStandsOnEachTimeline() throws Exception {
        UUID running = street.hazardIn(HazardStatus.ASSIGNED);
        UUID closed = street.hazardIn(HazardStatus.REJECTED);
        int untouched = street.version(closed);
        UUID policy = Ids.next();
        save(district, policy, null, street.street, content(4)).andExpect(status().isNoContent());
        publish(policy, 0, "SET_ANEW").andExpect(jsonPath("$.moved").value(1));
        assertThat(due(running)).isEqualTo("2026-06-05T15:59:59.999Z");
        JsonNode view = street.view(running);
        assertThat(view.path("elements").path("dueAt").asString()).isEqualTo("2026-06-05T15:59:59.999Z");
        JsonNode last = view.path("timeline").get(view.path("timeline").size() - 1);
        assertThat(last.path("action").asString()).isEqualTo("apply-policy");
        assertThat(last.path("facts").path("fromDueAt").asString()).isEqualTo("2026-06-10T15:59:59.999Z");
        assertThat(last.path("seq").asInt()).isEqualTo(street.version(running));
        assertThat(street.version(closed)).isEqualTo(untouched);
        try (var connection = TestDatabase.dataSource().getConnection();
                var statement = connection.prepareStatement(
                        "select due_at from deadline.running_deadline where subject_id = ? and kind = 'rectify'")) {
            statement.setObject(1, running);
            var row = statement.executeQuery();
            row.next();
            assertThat(row.getTimestamp(1).toInstant()).isEqualTo("2026-06-05T15:59:59.999Z");
        }
    }

    @Test
    void anExtendedDeadlineIsKeptWhateverTheNewPolicySays() throws Exception {
        UUID extended = street.hazardIn(HazardStatus.ASSIGNED);
        done(
                street.shopOwner,
                extended,
                "ask-extension",
                Map.of("until", "2026-06-18", "reason", "等待配件", "measures", "专人看守"));
        done(street.worker, extended, "grant-extension", Map.of("until", "2026-06-18"));
        UUID usual = street.hazardIn(HazardStatus.ASSIGNED);
        UUID policy = Ids.next();
        save(district, policy, null, street.street, content(4)).andExpect(status().isNoContent());
        mvc.perform(get("/api/clock-policies/{id}/effects", policy).with(as(district)))
                .andExpect(jsonPath("$.running").value(2))
                .andExpect(jsonPath("$.kept").value(1))
                .andExpect(jsonPath("$.earlier").value(1))
                .andExpect(jsonPath("$.same").value(0));
        publish(policy, 0, "SET_ANEW").andExpect(jsonPath("$.moved").value(1));
        assertThat(due(extended)).isEqualTo("2026-06-18T15:59:59.999Z");
        assertThat(due(usual)).isEqualTo("2026-06-05T15:59:59.999Z");
    }

    @Test
    void aBreachedClockThatIsSetAnewLeavesItsLadder() throws Exception {
        UUID late = street.hazardIn(HazardStatus.ASSIGNED);
        clock.set(Instant.parse("2026-06-12T16:00:00Z"));
        ladder.climb(late);
        assertThat(rungs(late)).containsExactly("TAKEN", "PROPOSED");
        assertThat(deadlines(late)).contains("ladder");
        UUID policy = Ids.next();
        save(district, policy, null, street.street, content(20)).andExpect(status().isNoContent());
        publish(policy, 0, "SET_ANEW").andExpect(jsonPath("$.moved").value(1));
        assertThat(due(late)).isEqualTo("2026-06-30T15:59:59.999Z");
        assertThat(rungs(late)).containsExactly("TAKEN", "LAPSED");
        assertThat(street.view(late).path("hazard").path("pending").size()).isZero();
        assertThat(deadlines(late)).containsExactly("rectify");
    }

    @Test
    void aPolicyThatBeginsLaterReachesNoRunningClock() throws Exception {
        street.hazardIn(HazardStatus.ASSIGNED);
        UUID policy = Ids.next();
        send(district, policy, null, street.street, content(4), "2026-06-02").andExpect(status().isNoContent());
        problem(publish(policy, 0, "SET_ANEW"), 409, "hazard/not-yet-in-force");
        publish(policy, 0, "KEEP").andExpect(status().isOk());
        assertThat(due(street.hazardIn(HazardStatus.ASSIGNED))).isEqualTo("2026-06-10T15:59:59.999Z");
    }

    @Test
    void publishedPoliciesAreFrozenAndBeginOnce() throws Exception {
        UUID policy = Ids.next();
        save(district, policy, null, street.street, content(4)).andExpect(status().isNoContent());
        problem(publish(policy, 7, "KEEP"), 409, "shared/conflict");
        publish(policy, 0, "KEEP").andExpect(status().isOk());
        problem(save(district, policy, 1, street.street, content(3)), 409, "hazard/policy-frozen");
        UUID second = Ids.next();
        save(district, second, null, street.street, content(3)).andExpect(status().isNoContent());
        problem(publish(second, 0, "KEEP"), 409, "hazard/policy-taken");
        try (var connection = TestDatabase.dataSource().getConnection();
                var statement = connection.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(
                            "update hazard.clock_policy set content = '{}' where id = '" + policy + "'"))
                    .hasMessageContaining("does not change");
        }
        withdraw(district, policy, 1).andExpect(status().isNoContent());
        assertThat(due(street.hazardIn(HazardStatus.ASSIGNED))).isEqualTo("2026-06-10T15:59:59.999Z");
        Caller everywhere = people.everywhere("district-office");
        problem(withdraw(everywhere, UUID.fromString(SHIPPED), 0), 409, "hazard/policy-needed");
    }

    @Test
    void aPolicyThatRulesTooLittleIsRefusedAtItsFields() throws Exception {
        ObjectNode content = content(4);
        content.put("nearPercent", 0);
        content.putArray("limits");
        save(district, Ids.next(), null, street.street, content)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/content/nearPercent"))
                .andExpect(jsonPath("$.errors[1].code").value("default-missing"));
    }

    /** The shipped policy with another limit for fire. */
    private ObjectNode content(int days) throws Exception {
        ObjectNode content = (ObjectNode)
                json.readTree(mvc.perform(get("/api/clock-policies/" + SHIPPED).with(as(street.office)))
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray())
                        .path("content");
        for (JsonNode rule : content.path("limits")) {
            if (rule.path("domain").asString("").equals("fire")) {
                ((ObjectNode) rule.path("limit")).put("count", days);
            }
        }
        return content;
    }

    private ResultActions save(
            Caller caller, UUID id, @Nullable Integer version, @Nullable AreaKey area, ObjectNode content)
            throws Exception {
        return send(caller, id, version, area, content, "2026-01-01");
    }

    private ResultActions send(
            Caller caller, UUID id, @Nullable Integer version, @Nullable AreaKey area, ObjectNode content, String from)
            throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", version);
        body.put("areaKey", area);
        body.put("name", "本街道时限");
        body.put("effectiveFrom", from);
        body.put("source", "街道办〔2026〕3号");
        body.put("content", content);
        return mvc.perform(put("/api/clock-policies/{id}", id)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private ResultActions publish(UUID id, int version, String running) throws Exception {
        return mvc.perform(post("/api/clock-policies/{id}/publish", id)
                .with(as(district))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("version", version, "running", running))));
    }

    private void done(Caller caller, UUID hazard, String step, Map<String, Object> body) throws Exception {
        street.step(caller, hazard, step, body).andExpect(status().is2xxSuccessful());
    }

    private List<String> rungs(UUID hazard) throws Exception {
        return street.view(hazard).path("beside").path("escalations").values().stream()
                .map(rung -> rung.path("state").asString())
                .toList();
    }

    private static List<String> deadlines(UUID hazard) throws SQLException {
        List<String> kinds = new ArrayList<>();
        try (var connection = TestDatabase.dataSource().getConnection();
                var statement = connection.prepareStatement(
                        "select kind from deadline.running_deadline where subject_id = ? order by kind")) {
            statement.setObject(1, hazard);
            var rows = statement.executeQuery();
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
        }
        return kinds;
    }

    private ResultActions withdraw(Caller caller, UUID id, int version) throws Exception {
        return mvc.perform(post("/api/clock-policies/{id}/withdraw", id)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("version", version, "reason", "有误"))));
    }

    private static void problem(ResultActions answer, int status, String type) throws Exception {
        answer.andExpect(status().is(status)).andExpect(jsonPath("$.type").value("/problems/" + type));
    }

    private String due(UUID id) throws Exception {
        return street.view(id).path("hazard").path("clock").path("dueAt").asString();
    }
}
