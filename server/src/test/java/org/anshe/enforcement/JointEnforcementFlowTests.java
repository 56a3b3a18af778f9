package org.anshe.enforcement;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.Hazards;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.paper.internal.KeepOrgan;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.OfficeTime;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.anshe.testing.TestPictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Joint actions and cases from beginning to end, as browsers walk them. */
@IntegrationTest
class JointEnforcementFlowTests {

    private static final String ACTIONS = "/api/joint-actions";
    private static final String CASES = "/api/illegal-cases";

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestAreas areas;

    @Autowired
    TestPeople people;

    @Autowired
    Units units;

    @Autowired
    Hazards hazards;

    @Autowired
    Attachments attachments;

    @Autowired
    KeepOrgan organs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate sql;

    private AreaKey street;
    private AreaKey community;
    private UUID safetyOffice;
    private UUID market;
    private UUID police;
    private Caller office;
    private Caller deputy;
    private Caller marketHandler;
    private Caller officer;
    private Caller neighbour;
    private String today;

    @BeforeEach
    void aStreetAndTwoDepartments() {
        street = areas.street("青石街道");
        community = areas.community(street, 1, "桂园社区");
        AreaKey elsewhere = areas.street("白沙街道");
        safetyOffice = unit("青石街道安监办", street);
        market = unit("市场监管所", street);
        police = unit("派出所", elsewhere);
        office = people.with("street-office", street);
        deputy = people.with("street-office", street);
        marketHandler = people.with("department-handler", null, market);
        officer = people.with("department-handler", null, police);
        neighbour = people.with("street-office", elsewhere);
        today = clock.instant().atZone(OfficeTime.ZONE).toLocalDate().toString();
    }

    private UUID unit(String name, AreaKey area) {
        UUID id = Ids.next();
        units.register(
                Caller.system("test"), List.of(new NewUnit(id, name + id, Units.Kind.DEPARTMENT, area, null, null)));
        return id;
    }

    private ResultActions send(Caller caller, String path, Map<String, ?> body) throws Exception {
        return mvc.perform(post(path)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private JsonNode read(Caller caller, String path) throws Exception {
        return json.readTree(mvc.perform(get(path).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    /** A step with the newest version, seen by who takes it. */
    private ResultActions step(Caller caller, String path, UUID id, String action, Map<String, ?> body)
            throws Exception {
        Map<String, Object> whole = new LinkedHashMap<>(body);
        whole.putIfAbsent(
                "version", read(office, path + "/" + id).get("version").asInt());
        return send(caller, path + "/" + id + "/" + action, whole);
    }

    private Map<String, Object> plan(String title) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("kind", "ENFORCEMENT");
        plan.put("title", title);
        plan.put("plan", "沿街餐饮用气");
        plan.put("areaKey", community);
        plan.put("unitId", safetyOffice);
        plan.put("plannedFrom", today);
        plan.put("plannedTo", today);
        plan.put("unitIds", List.of(market, police));
        plan.put("places", List.of(Map.of("words", "桂园路美食街")));
        return plan;
    }

    private UUID planned() throws Exception {
        UUID id = Ids.next();
        send(office, ACTIONS, Map.of("id", id, "plan", plan("餐饮用气联合执法"))).andExpect(status().isCreated());
        return id;
    }

    private UUID held() throws Exception {
        UUID id = planned();
        step(officer, ACTIONS, id, "agree", Map.of("unitId", police)).andExpect(status().isNoContent());
        step(
                        office,
                        ACTIONS,
                        id,
                        "hold",
                        Map.of(
                                "day",
                                today,
                                "summary",
                                "检查餐饮单位",
                                "present",
                                List.of(
                                        Map.of("unitId", safetyOffice, "people", 3),
                                        Map.of("unitId", police, "people", 2, "names", "两名民警"))))
                .andExpect(status().isNoContent());
        return id;
    }

    private UUID hazard() {
        UUID id = Ids.next();
        hazards.report(
                office,
                new Hazards.Report(
                        id,
                        "液化气瓶间无报警器",
                        "gas",
                        HazardGrade.GENERAL,
                        HazardSource.SUPERIOR,
                        null,
                        community,
                        null,
                        "美食街3号",
                        List.of(),
                        null));
        return id;
    }

    private Map<String, Object> found(UUID id) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("id", id);
        found.put("areaKey", community);
        found.put("domain", "gas");
        found.put("act", "无证储存液化石油气");
        found.put("clause", "《城镇燃气管理条例》第十五条");
        found.put("party", "某气瓶存放点");
        found.put("foundOn", today);
        return found;
    }

    private UUID opened() throws Exception {
        UUID id = Ids.next();
        send(office, CASES, found(id)).andExpect(status().isCreated());
        return id;
    }

    private UUID transferred() throws Exception {
        UUID id = opened();
        step(office, CASES, id, "transfer", Map.of("unitId", market, "reason", "属市场监管职责"))
                .andExpect(status().isNoContent());
        return id;
    }

    @Test
    void anActionGoesFromTheInvitationToItsConclusion() throws Exception {
        UUID id = planned();
        assertThat(read(officer, "/api/enforcement/to-do").at("/0/kind").asString())
                .isEqualTo("INVITATION");
        await().untilAsserted(() -> assertThat(sql.queryForObject(
                        "select count(*) from notification.receipt e where e.person_id = ? and e.kind = 'joint-action.invited'",
                        Integer.class,
                        officer.person()))
                .isEqualTo(1));
        step(officer, ACTIONS, id, "agree", Map.of("unitId", police)).andExpect(status().isNoContent());
        step(marketHandler, ACTIONS, id, "decline", Map.of("unitId", market, "reason", "当日抽检"))
                .andExpect(status().isNoContent());
        UUID photo = Ids.next();
        attachments.store(office, photo, "现场.jpg", new ByteArrayInputStream(TestPictures.jpeg()));
        Map<String, Object> holding = Map.of(
                "day",
                today,
                "summary",
                "检查餐饮单位12家",
                "present",
                List.of(Map.of("unitId", safetyOffice, "people", 3), Map.of("unitId", police, "people", 2)),
                "files",
                List.of(photo));
        step(office, ACTIONS, id, "hold", holding).andExpect(status().isNoContent());
        UUID hazard = hazard();
        step(office, ACTIONS, id, "link-hazard", Map.of("hazardId", hazard)).andExpect(status().isNoContent());
        UUID oneCase = Ids.next();
        Map<String, Object> found = found(oneCase);
        found.put("actionId", id);
        found.put("hazardId", hazard);
        send(office, CASES, found).andExpect(status().isCreated());
        step(office, ACTIONS, id, "ask-feedback", Map.of()).andExpect(status().isNoContent());
        assertThat(read(officer, "/api/enforcement/to-do").at("/0/kind").asString())
                .isEqualTo("FEEDBACK");
        step(office, ACTIONS, id, "conclude", Map.of("conclusion", "整治到位"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/enforcement/feedback-missing"));
        step(officer, ACTIONS, id, "feed-back", Map.of("unitId", police, "feedback", "查处一起，训诫两人"))
                .andExpect(status().isNoContent());
        step(office, ACTIONS, id, "conclude", Map.of("conclusion", "整治到位")).andExpect(status().isNoContent());

        JsonNode view = read(office, ACTIONS + "/" + id);
        assertThat(view.at("/row/state").asString()).isEqualTo("CONCLUDED");
        assertThat(view.at("/row/number").asString()).isEqualTo("LH" + today.substring(0, 4) + "-0001");
        assertThat(view.at("/hazards/0/id").asString()).isEqualTo(hazard.toString());
        assertThat(view.at("/cases/0/id").asString()).isEqualTo(oneCase.toString());
        assertThat(view.at("/files/0/id").asString()).isEqualTo(photo.toString());
        assertThat(view.get("timeline")
                        .valueStream()
                        .map(step -> step.get("action").asString()))
                .containsExactly(
                        "plan", "agree", "decline", "hold", "link-hazard", "ask-feedback", "feed-back", "conclude");
        assertThat(read(office, "/api/hazards/" + hazard + "/enforcement")
                        .at("/actions/0/id")
                        .asString())
                .isEqualTo(id.toString());
        assertThat(sql.queryForObject(
                        "select count(*) from deadline.running_deadline where subject = 'joint-feedback' and unit_id = ?",
                        Integer.class,
                        police))
                .isZero();
    }

    @Test
    void aCaseOfAHazardIsRefusedSentOnAndConcluded() throws Exception {
        UUID hazard = hazard();
        UUID id = Ids.next();
        Map<String, Object> found = found(id);
        found.put("hazardId", hazard);
        send(office, CASES, found).andExpect(status().isCreated());
        send(office, CASES, found)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value("AJ" + today.substring(0, 4) + "-0001"));
        step(office, CASES, id, "transfer", Map.of("unitId", market, "reason", "属市场监管职责"))
                .andExpect(status().isNoContent());
        read(marketHandler, CASES + "/" + id);
        mvc.perform(get(CASES + "/" + id).with(as(officer))).andExpect(status().isNotFound());
        step(marketHandler, CASES, id, "refuse", Map.of("reason", "应由公安机关管辖")).andExpect(status().isNoContent());
        mvc.perform(get(CASES + "/" + id).with(as(marketHandler))).andExpect(status().isNotFound());
        step(deputy, CASES, id, "transfer", Map.of("unitId", police, "reason", "涉嫌危险作业"))
                .andExpect(status().isNoContent());
        assertThat(read(officer, "/api/enforcement/to-do").at("/0/kind").asString())
                .isEqualTo("CASE_ANSWER");
        step(officer, CASES, id, "accept", Map.of("note", "已立案")).andExpect(status().isNoContent());
        step(
                        officer,
                        CASES,
                        id,
                        "conclude",
                        Map.of("day", today, "outcomes", List.of("FINED", "ORDERED_TO_STOP"), "fine", "5000.50"))
                .andExpect(status().isNoContent());
        step(officer, CASES, id, "expose", Map.of("day", today, "where", "街道公示栏"))
                .andExpect(status().isNoContent());

        JsonNode view = read(office, CASES + "/" + id);
        assertThat(view.at("/row/state").asString()).isEqualTo("CONCLUDED");
        assertThat(view.at("/row/transfers").asInt()).isEqualTo(2);
        assertThat(view.at("/row/fine").asDouble()).isEqualTo(5000.5);
        assertThat(view.at("/transfers/0/state").asString()).isEqualTo("REFUSED");
        assertThat(view.at("/row/exposedOn").asString()).isEqualTo(today);
        assertThat(read(office, "/api/hazards/" + hazard + "/enforcement")
                        .at("/cases/0/id")
                        .asString())
                .isEqualTo(id.toString());
        await().untilAsserted(() -> assertThat(sql.queryForList(
                        "select kind from notification.receipt where person_id in (?, ?) and kind like 'illegal-case%'",
                        String.class, officer.person(), office.person()))
                .contains("illegal-case.transferred", "illegal-case.refused", "illegal-case.concluded"));
    }

    @Test
    void whoSentACaseDoesNotAnswerForTheDepartment() throws Exception {
        UUID id = transferred();
        step(office, CASES, id, "accept", Map.of())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/enforcement/own-transfer"));
        step(deputy, CASES, id, "accept", Map.of()).andExpect(status().isNoContent());
    }

    @Test
    void aDepartmentHasFiveWorkingDaysToAnswer() throws Exception {
        UUID id = transferred();
        JsonNode answer = read(office, CASES + "/" + id).at("/row/answer");
        assertThat(answer.get("state").asString()).isEqualTo("IN_TIME");
        Instant due = Instant.parse(answer.get("dueAt").asString());
        clock.advance(Duration.between(clock.instant(), due));
        assertThat(read(office, CASES + "/" + id).at("/row/answer/state").asString())
                .isEqualTo("NEAR");
        clock.advance(Duration.ofMillis(1));
        assertThat(read(office, CASES + "/" + id).at("/row/answer/state").asString())
                .isEqualTo("BREACHED");
        assertThat(read(office, CASES + "?overdue=true&area=" + street)
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(read(office, CASES + "?overdue=false&area=" + street)
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void anOutcomeMustBeWhole() throws Exception {
        UUID id = opened();
        for (Map<String, Object> outcome : List.<Map<String, Object>>of(
                Map.of("outcomes", List.of("FINED")),
                Map.of("outcomes", List.of("ORDERED_TO_STOP"), "fine", 10),
                Map.of("outcomes", List.of("NO_OFFENCE", "WARNED")),
                Map.of("outcomes", List.of("OTHER")))) {
            Map<String, Object> body = new LinkedHashMap<>(outcome);
            body.put("day", today);
            step(office, CASES, id, "conclude", body)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/enforcement/outcome-incomplete"));
        }
        step(office, CASES, id, "conclude", Map.of("day", "2020-01-01", "outcomes", List.of("WARNED")))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/day-out-of-range"));
        step(office, CASES, id, "expose", Map.of("day", today, "where", "x"))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/wrong-state"));
        step(office, CASES, id, "conclude", Map.of("day", today, "outcomes", List.of("WARNED"), "version", 9))
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
        step(office, CASES, id, "conclude", Map.of("day", today, "outcomes", List.of("WARNED")))
                .andExpect(status().isNoContent());
    }

    @Test
    void feedbackThatIsMissingNeedsAReason() throws Exception {
        UUID id = held();
        step(office, ACTIONS, id, "ask-feedback", Map.of("by", "2020-01-01"))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/day-out-of-range"));
        step(office, ACTIONS, id, "ask-feedback", Map.of("by", today)).andExpect(status().isNoContent());
        step(marketHandler, ACTIONS, id, "feed-back", Map.of("unitId", market, "feedback", "x"))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/nothing-owed"));
        step(officer, ACTIONS, id, "feed-back", Map.of("unitId", market, "feedback", "x"))
                .andExpect(status().isForbidden());
        step(office, ACTIONS, id, "conclude", Map.of("conclusion", "完成", "missingReason", "派出所另案处理"))
                .andExpect(status().isNoContent());
        assertThat(read(office, ACTIONS + "/" + id).get("missingReason").asString())
                .isEqualTo("派出所另案处理");
    }

    @Test
    void onlyWhatIsHeldTakesHazards() throws Exception {
        UUID id = planned();
        step(office, ACTIONS, id, "link-hazard", Map.of("hazardId", hazard()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/enforcement/wrong-state"));
        step(
                        office,
                        ACTIONS,
                        id,
                        "hold",
                        Map.of(
                                "day",
                                "2099-01-01",
                                "summary",
                                "x",
                                "present",
                                List.of(Map.of("unitId", safetyOffice, "people", 1))))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/day-out-of-range"));
        step(
                        office,
                        ACTIONS,
                        id,
                        "hold",
                        Map.of("day", today, "summary", "x", "present", List.of(Map.of("unitId", police, "people", 1))))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/nobody-took-part"));
        step(office, ACTIONS, id, "cancel", Map.of("reason", "暴雨")).andExpect(status().isNoContent());
        step(officer, ACTIONS, id, "agree", Map.of("unitId", police))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/wrong-state"));
    }

    @Test
    void aNeighbourSeesNothingAndAPartnerFromElsewhereSeesTheAction() throws Exception {
        UUID action = planned();
        UUID oneCase = opened();
        mvc.perform(get(ACTIONS + "/" + action)).andExpect(status().isUnauthorized());
        mvc.perform(get(CASES + "/" + oneCase).with(as(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get(ACTIONS + "/" + action).with(as(people.with("enterprise", null, market))))
                .andExpect(status().isForbidden());
        read(officer, ACTIONS + "/" + action);
        assertThat(read(officer, ACTIONS).get("items").size()).isEqualTo(1);
        UUID alone = Ids.next();
        Map<String, Object> plan = plan("内部检查");
        plan.put("unitIds", List.of(market));
        send(office, ACTIONS, Map.of("id", alone, "plan", plan)).andExpect(status().isCreated());
        mvc.perform(get(ACTIONS + "/" + alone).with(as(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get(ACTIONS + "/" + alone).with(as(officer))).andExpect(status().isNotFound());
        send(neighbour, ACTIONS, Map.of("id", Ids.next(), "plan", plan))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/enforcement/outside-scope"));
        send(officer, CASES, found(Ids.next())).andExpect(status().isForbidden());
        plan.put("unitIds", List.of(market, safetyOffice));
        send(office, ACTIONS, Map.of("id", Ids.next(), "plan", plan))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/leader-invited"));
    }

    @Test
    void theLetterIsFilledFromTheCase() throws Exception {
        UUID organ = safetyOffice;
        organs.keep(office.with("paper-organ.manage"), organ, 0, "青石街道安监办", "青安");
        UUID id = opened();
        UUID paper = Ids.next();
        Map<String, Object> body = Map.of("id", paper, "kind", "case-transfer-letter", "organId", organ);
        send(office, CASES + "/" + id + "/papers", body)
                .andExpect(jsonPath("$.type").value("/problems/paper/kind-not-offered"));
        step(office, CASES, id, "transfer", Map.of("unitId", market, "reason", "属市场监管职责"))
                .andExpect(status().isNoContent());
        send(office, CASES + "/" + id + "/papers", body).andExpect(status().isCreated());
        JsonNode shown = read(office, "/api/papers/" + paper);
        assertThat(shown.at("/values/recipient").asString()).startsWith("市场监管所");
        assertThat(shown.at("/values/reason").asString()).isEqualTo("属市场监管职责");
        assertThat(shown.at("/rows/0/act").asString()).isEqualTo("无证储存液化石油气");
        assertThat(shown.get("missing")).isEmpty();
    }

    @Test
    void theLedgerIsATable() throws Exception {
        opened();
        byte[] table = mvc.perform(get(CASES + "/export?area=" + street).with(as(office)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(table, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        mvc.perform(get(CASES + "/export").with(as(people.with("community-worker", community))))
                .andExpect(status().isForbidden());
    }
}
