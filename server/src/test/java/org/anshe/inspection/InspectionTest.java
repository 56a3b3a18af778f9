package org.anshe.inspection;

import static org.anshe.testing.TestPeople.as;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.anshe.attachment.Attachments;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.inspection.internal.GenerateTasks;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.NewObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.OfficeTime;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestDatabase;
import org.anshe.testing.TestPeople;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A street with two communities, their units, and the people every inspection test needs. */
@IntegrationTest
abstract class InspectionTest {

    static final Caller SYSTEM = Caller.system("test");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    RegisterObjects register;

    @Autowired
    Units units;

    @Autowired
    Attachments attachments;

    @Autowired
    GenerateTasks generate;

    AreaKey street = AreaKey.parse("91");
    AreaKey guiyuan = AreaKey.parse("91");
    AreaKey songshan = AreaKey.parse("91");
    UUID guiyuanUnit = Ids.next();
    UUID songshanUnit = Ids.next();
    Caller office = SYSTEM;
    Caller worker = SYSTEM;
    Caller neighbour = SYSTEM;

    @BeforeEach
    void aStreetWithTwoCommunities() {
        street = areas.street("青石街道");
        guiyuan = areas.community(street, 1, "桂园社区");
        songshan = areas.community(street, 2, "松山社区");
        units.register(
                SYSTEM,
                List.of(
                        new NewUnit(guiyuanUnit, "桂园社区居委会", Units.Kind.COMMUNITY, guiyuan, null, null),
                        new NewUnit(songshanUnit, "松山社区居委会", Units.Kind.COMMUNITY, songshan, null, null)));
        office = people.with("street-office", street);
        worker = people.with("community-worker", guiyuan);
        neighbour = people.with("community-worker", songshan);
    }

    @AfterEach
    void resetTheClock() {
        clock.set(MovableClock.START);
    }

    /** Nine in the morning of a day, in office time. */
    void morningOf(String day) {
        clock.set(LocalDate.parse(day)
                .atTime(LocalTime.of(9, 0))
                .atZone(OfficeTime.ZONE)
                .toInstant());
    }

    UUID shop(AreaKey area, @Nullable Integer supervisionClass) {
        UUID id = Ids.next();
        register.register(SYSTEM, List.of(newShop(id, area, supervisionClass)));
        return id;
    }

    static NewObject newShop(UUID id, AreaKey area, @Nullable Integer supervisionClass) {
        String name = "便民商店" + id.toString().substring(24);
        return new NewObject(
                id,
                "small-premises",
                name,
                area,
                null,
                "桂园路" + name,
                supervisionClass,
                Map.of("kind", "shop", "operator", "周小满", "floorArea", 60, "threeInOne", false));
    }

    UUID checklist(String code) throws Exception {
        for (JsonNode row : read(perform(get("/api/checklists"), office))) {
            if (row.get("code").asString().equals(code)) {
                return UUID.fromString(row.get("id").asString());
            }
        }
        throw new AssertionError("no checklist " + code);
    }

    Map<String, Object> planOf(Map<String, String> frequencies, String startsOn) throws Exception {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("name", "九小场所检查");
        plan.put("area", street.toString());
        plan.put("checklists", List.of(checklist("electricity")));
        plan.put("objectTypes", List.of("small-premises"));
        plan.put("frequencies", frequencies);
        plan.put("unitRule", "COMMUNITY_UNIT");
        plan.put("startsOn", startsOn);
        return plan;
    }

    UUID draftPlan(Map<String, Object> plan) throws Exception {
        UUID id = Ids.next();
        send(post("/api/inspection-plans"), office, Map.of("id", id, "plan", plan))
                .andExpect(status().isCreated());
        return id;
    }

    /** Drafts a plan, puts it to work and waits for its tasks, which are made in the background. */
    UUID activePlan(Map<String, Object> plan) throws Exception {
        UUID id = draftPlan(plan);
        send(post("/api/inspection-plans/{id}/activate", id), office, Map.of()).andExpect(status().isOk());
        await().until(() -> count("inspection.generation where plan_id = ? and finished_at is not null", id) > 0);
        return id;
    }

    List<JsonNode> tasksOf(UUID plan) throws Exception {
        List<JsonNode> tasks = new ArrayList<>();
        read(perform(get("/api/inspection-tasks").param("planId", plan.toString()), office))
                .get("items")
                .forEach(tasks::add);
        return tasks;
    }

    /** Begins the electricity list of a task and answers every item with PASS but for the given ones. */
    JsonNode filled(Caller caller, String task, Map<String, Map<String, Object>> others) throws Exception {
        JsonNode check = read(send(
                post("/api/inspection-checks"),
                caller,
                Map.of("id", Ids.next(), "taskId", task, "checklistId", checklist("electricity"))));
        save(caller, check, others);
        return check;
    }

    void save(Caller caller, JsonNode check, Map<String, Map<String, Object>> others) throws Exception {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (JsonNode group : check.get("groups")) {
            for (JsonNode item : group.get("items")) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("itemCode", item.get("code").asString());
                answer.put("result", "PASS");
                answer.putAll(others.getOrDefault(item.get("code").asString(), Map.of()));
                answers.add(answer);
            }
        }
        JsonNode saved = read(send(
                put("/api/inspection-checks/{id}", idOf(check)),
                caller,
                Map.of("revision", check.at("/check/revision").asInt(), "answers", answers)));
        org.assertj.core.api.Assertions.assertThat(saved.has("revision"))
                .as(saved.toString())
                .isTrue();
    }

    static String idOf(JsonNode check) {
        return check.at("/check/id").asString();
    }

    /** The n-th item that asks for a photo when it fails. */
    static String photoItem(JsonNode check, int n) {
        int seen = 0;
        for (JsonNode group : check.get("groups")) {
            for (JsonNode item : group.get("items")) {
                if (item.get("photoOnFail").asBoolean() && seen++ == n) {
                    return item.get("code").asString();
                }
            }
        }
        throw new AssertionError("no such item");
    }

    UUID photo(Caller caller) throws Exception {
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, (int) (Math.random() * 0xffffff));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        UUID id = Ids.next();
        attachments.store(caller, id, "现场.png", new ByteArrayInputStream(bytes.toByteArray()));
        return id;
    }

    /** Looks at what was left behind, outside the application. */
    static DSLContext database() {
        return DSL.using(TestDatabase.dataSource(), SQLDialect.POSTGRES);
    }

    static int count(String sql, Object... values) {
        return Optional.ofNullable(database().fetchValue("select count(*) from " + sql, values))
                .map(count -> ((Number) count).intValue())
                .orElse(0);
    }

    ResultActions perform(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
        return mvc.perform(request.with(as(caller)));
    }

    ResultActions send(MockHttpServletRequestBuilder request, Caller caller, Object body) throws Exception {
        return perform(request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)), caller);
    }

    JsonNode read(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString());
    }

    static Instant endOf(String day) {
        return WorkingCalendar.endOf(LocalDate.parse(day));
    }
}
