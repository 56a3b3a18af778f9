package org.anshe.hazard;

import static org.anshe.hazard.HazardStreet.elements;
import static org.anshe.hazard.HazardStreet.with;
import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.deadline.internal.AnnounceDeadlines;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.OfficeTime;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazards that come back: found before they are saved, counted for an early warning. */
@IntegrationTest
class RepeatedHazardIntegrationTests {

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
    AnnounceDeadlines announcing;

    @Autowired
    JdbcTemplate sql;

    private HazardStreet street;

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
    }

    @Test
    void showsWhatIsAlikeAndNothingElse() throws Exception {
        UUID open = street.hazardIn(HazardStatus.CONFIRMED);
        UUID closed = street.hazardIn(HazardStatus.CLOSED);
        UUID rejected = street.hazardIn(HazardStatus.REJECTED);
        UUID other = Ids.next();
        street.send(street.worker, with(street.report(other), "description", "燃气软管老化开裂"));
        List<JsonNode> found = similar(street.gridWorker, Map.of("description", "楼道堆放杂物，疏散通道被堵塞", "domain", "fire"));
        assertThat(found.stream().map(one -> one.path("id").asString()))
                .containsExactlyInAnyOrder(open.toString(), closed.toString());
        assertThat(found.stream()
                        .filter(one -> one.path("closed").asBoolean())
                        .map(one -> one.path("id").asString()))
                .containsExactly(closed.toString());
        assertThat(found.getFirst().path("reasons").toString()).contains("TEXT").contains("DOMAIN");
        assertThat(rejected).isNotNull();
        assertThat(similar(street.gridWorker, Map.of("description", "电动自行车飞线充电")))
                .isEmpty();
    }

    @Test
    void showsTheSamePictureWhateverTheWords() throws Exception {
        UUID first = Ids.next();
        street.send(
                street.worker,
                with(
                        with(street.report(first), "photosBefore", List.of(street.photo(street.worker, 7))),
                        "description",
                        "消防栓被遮挡"));
        UUID photo = street.photo(street.gridWorker, 7);
        Map<String, Object> draft = Map.of("description", "消防栓前堆物，消防栓被遮挡", "photos", List.of(photo), "domain", "fire");
        List<JsonNode> found = similar(street.gridWorker, draft);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("reasons").toString()).contains("PHOTO");
        UUID another = street.photo(street.gridWorker, 8);
        assertThat(similar(street.gridWorker, with(draft, "photos", List.of(another)))
                        .getFirst()
                        .path("reasons")
                        .toString())
                .doesNotContain("PHOTO");
        // Pictures of others are not compared with.
        List<JsonNode> theirs = similar(street.worker, draft);
        assertThat(theirs.isEmpty()
                        || !theirs.getFirst().path("reasons").toString().contains("PHOTO"))
                .isTrue();
    }

    @Test
    void lookingForSimilarOnesElsewhereIsRefused() throws Exception {
        HazardStreet neighbour = new HazardStreet(mvc, json, attachments, areas, people, units);
        mvc.perform(post("/api/hazards/similar")
                        .with(as(neighbour.worker))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("areaKey", street.community, "description", "x"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void threeRepeatedHazardsProposeAWarningThatIsAnsweredAndLifted() throws Exception {
        UUID earlier = street.hazardIn(HazardStatus.CLOSED);
        repeated(earlier);
        repeated(earlier);
        assertThat(warnings(street.office)).isEmpty();
        repeated(earlier);
        List<JsonNode> proposed = warnings(street.office);
        assertThat(proposed).hasSize(1);
        JsonNode warning = proposed.getFirst().path("warning");
        assertThat(warning.path("rule").path("kind").asString()).isEqualTo("REPEATED");
        UUID id = UUID.fromString(warning.path("id").asString());
        // One more does not propose another one.
        repeated(earlier);
        assertThat(warnings(street.office)).hasSize(1);
        assertThat(warnings(street.otherOwner)).isEmpty();

        step(street.shopOwner, id, 0, "warn", Map.of("demand", "x")).andExpect(status().isForbidden());
        step(street.office, id, 0, "lift", Map.of("reason", "x")).andExpect(status().isConflict());
        step(street.office, id, 0, "warn", Map.of("demand", "三日内清除并安排专人值守", "answerBy", "2026-05-31"))
                .andExpect(status().isBadRequest());
        step(street.office, id, 0, "warn", Map.of("demand", "三日内清除并安排专人值守", "answerBy", "2026-06-04"))
                .andExpect(status().isNoContent());
        step(street.shopOwner, id, 1, "answer", Map.of("measures", "已清空，每日两查")).andExpect(status().isNoContent());
        step(street.shopOwner, id, 2, "lift", Map.of("reason", "x")).andExpect(status().isForbidden());
        step(street.office, id, 1, "lift", Map.of("reason", "x")).andExpect(status().isConflict());
        step(street.office, id, 2, "lift", Map.of("reason", "措施落实")).andExpect(status().isNoContent());
        // The hazards of a warning that was lifted do not warn again.
        repeated(earlier);
        assertThat(warnings(street.office).stream()
                        .filter(one ->
                                one.path("warning").path("state").asString().equals("PROPOSED")))
                .isEmpty();
    }

    @Test
    void aUnitThatDoesNotAnswerItsWarningIsToldTheDayBeforeAndAfterItWithWhoWarnedIt() throws Exception {
        UUID id = proposed();
        String day = clock.instant()
                .atZone(OfficeTime.ZONE)
                .toLocalDate()
                .plusDays(2)
                .toString();
        step(street.office, id, 0, "warn", Map.of("demand", "安排专人值守", "answerBy", day))
                .andExpect(status().isNoContent());
        Instant due = WorkingCalendar.endOf(LocalDate.parse(day));

        clock.set(due.minus(Duration.ofDays(1)).minusMillis(1));
        announcing.announce();
        clock.set(due.minus(Duration.ofDays(1)));
        announcing.announce();
        await().untilAsserted(() ->
                assertThat(told(id, "hazard.warning-answer-near")).containsExactly(street.shopOwner.person()));
        clock.set(due);
        announcing.announce();
        assertThat(told(id, "hazard.warning-answer-overdue")).isEmpty();
        clock.set(due.plusMillis(1));
        announcing.announce();
        await().untilAsserted(() -> assertThat(told(id, "hazard.warning-answer-overdue"))
                .containsExactlyInAnyOrder(
                        street.shopOwner.person(), street.office.person(), street.secondOffice.person()));
    }

    @Test
    void whoWasWarnedForTheSameDayIsNotToldAgainAtOnceAndWhoAnsweredNotAtAll() throws Exception {
        UUID id = proposed();
        LocalDate today = clock.instant().atZone(OfficeTime.ZONE).toLocalDate();
        step(street.office, id, 0, "warn", Map.of("demand", "安排专人值守", "answerBy", today.toString()))
                .andExpect(status().isNoContent());
        announcing.announce();
        step(street.shopOwner, id, 1, "answer", Map.of("measures", "已清空")).andExpect(status().isNoContent());
        clock.set(WorkingCalendar.endOf(today).plusMillis(1));
        announcing.announce();
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(told(id, "hazard.warning-answer-near"))
                        .isEqualTo(told(id, "hazard.warning-answer-overdue"))
                        .isEmpty());
    }

    private List<UUID> told(UUID subject, String kind) {
        return sql.query(
                "select person_id from notification.receipt join notification.notice on notice.id = notice_id"
                        + " where subject_id = ? and notice.kind = ?",
                (row, number) -> row.getObject(1, UUID.class),
                subject,
                kind);
    }

    @Test
    void anUnknownEarlierHazardIsRefused() throws Exception {
        street.send(street.worker, with(street.report(Ids.next()), "repeatOf", Ids.next()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/hazard/unknown-earlier"));
    }

    /** A warning that three repeated hazards proposed. */
    private UUID proposed() throws Exception {
        UUID earlier = street.hazardIn(HazardStatus.CLOSED);
        for (int i = 0; i < 3; i++) {
            repeated(earlier);
        }
        return UUID.fromString(
                warnings(street.office).getFirst().path("warning").path("id").asString());
    }

    private void repeated(UUID earlier) throws Exception {
        UUID id = Ids.next();
        street.send(street.worker, with(street.report(id), "repeatOf", earlier)).andExpect(status().isCreated());
        street.step(street.office, id, "confirm", Map.of());
        street.step(street.office, id, "assign", with(elements(), "unitId", street.shop))
                .andExpect(status().isNoContent());
    }

    private List<JsonNode> similar(Caller caller, Map<String, ?> draft) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>(draft);
        body.put("areaKey", street.community);
        JsonNode answer = json.readTree(mvc.perform(post("/api/hazards/similar")
                        .with(as(caller))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        return answer.valueStream().toList();
    }

    private List<JsonNode> warnings(Caller caller) throws Exception {
        return json.readTree(mvc.perform(get("/api/hazard-warnings?area=" + street.street)
                                .with(as(caller)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path("items")
                .valueStream()
                .toList();
    }

    private ResultActions step(Caller caller, UUID id, int version, String step, Map<String, ?> more) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("version", version);
        return mvc.perform(post("/api/hazard-warnings/{id}/{step}", id, step)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }
}
