package org.anshe.enforcement;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.deadline.internal.AnnounceDeadlines;
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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A street with two departments, and what joint actions and cases are made of. */
@IntegrationTest
abstract class EnforcementTest {

    static final String ACTIONS = "/api/joint-actions";
    static final String CASES = "/api/illegal-cases";

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

    @Autowired
    AnnounceDeadlines announcing;

    AreaKey street;
    AreaKey community;
    UUID safetyOffice;
    UUID market;
    UUID police;
    Caller office;
    Caller deputy;
    Caller marketHandler;
    Caller officer;
    Caller neighbour;
    String today;

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

    UUID unit(String name, AreaKey area) {
        UUID id = Ids.next();
        units.register(
                Caller.system("test"), List.of(new NewUnit(id, name + id, Units.Kind.DEPARTMENT, area, null, null)));
        return id;
    }

    ResultActions send(Caller caller, String path, Map<String, ?> body) throws Exception {
        return mvc.perform(post(path)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    JsonNode read(Caller caller, String path) throws Exception {
        return json.readTree(mvc.perform(get(path).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    /** A step with the newest version, seen by who takes it. */
    ResultActions step(Caller caller, String path, UUID id, String action, Map<String, ?> body) throws Exception {
        Map<String, Object> whole = new LinkedHashMap<>(body);
        whole.putIfAbsent(
                "version", read(office, path + "/" + id).get("version").asInt());
        return send(caller, path + "/" + id + "/" + action, whole);
    }

    Map<String, Object> plan(String title) {
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

    UUID planned() throws Exception {
        UUID id = Ids.next();
        send(office, ACTIONS, Map.of("id", id, "plan", plan("餐饮用气联合执法"))).andExpect(status().isCreated());
        return id;
    }

    UUID held() throws Exception {
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

    UUID hazard() {
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

    Map<String, Object> found(UUID id) {
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

    UUID opened() throws Exception {
        UUID id = Ids.next();
        send(office, CASES, found(id)).andExpect(status().isCreated());
        return id;
    }

    UUID transferred() throws Exception {
        UUID id = opened();
        step(office, CASES, id, "transfer", Map.of("unitId", market, "reason", "属市场监管职责"))
                .andExpect(status().isNoContent());
        return id;
    }

    List<UUID> told(UUID subject, String kind) {
        return sql.query(
                "select person_id from notification.receipt join notification.notice on notice.id = notice_id"
                        + " where subject_id = ? and notice.kind = ?",
                (row, number) -> row.getObject(1, UUID.class),
                subject,
                kind);
    }
}
