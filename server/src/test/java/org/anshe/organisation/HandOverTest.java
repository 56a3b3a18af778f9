package org.anshe.organisation;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A street with two communities, somebody who leaves and somebody who follows in the first of them. */
@IntegrationTest
abstract class HandOverTest {

    static final Caller SYSTEM = Caller.system("test");

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    Units units;

    @Autowired
    JdbcTemplate sql;

    AreaKey street = AreaKey.parse("91");
    AreaKey guiyuan = street;
    AreaKey songshan = street;
    UUID unit = Ids.next();
    Caller office = SYSTEM;
    Caller leaver = SYSTEM;
    Caller successor = SYSTEM;

    @BeforeEach
    void somebodyLeaves() {
        street = areas.street("青石街道");
        guiyuan = areas.community(street, 1, "桂园社区");
        songshan = areas.community(street, 2, "松山社区");
        units.register(SYSTEM, List.of(new NewUnit(unit, "桂园社区居委会", Units.Kind.COMMUNITY, guiyuan, null, null)));
        office = people.with("street-office", street);
        leaver = people.with("community-worker", street);
        successor = people.with("community-worker", guiyuan);
    }

    /** This many hazards the person answers for, as they lie in the database. */
    void hazards(int many, AreaKey area, Caller person, String state) {
        sql.update("""
                insert into hazard.hazard (id, number, state, area_key, description, domain, grade, source,
                    reporter_name, reported_at, unit_id, assigned_at, submitted_at, due_at, responsible_id, responsible_name)
                select gen_random_uuid(), '2026-' || lpad((?::int + n)::text, 6, '0'), ?, ?, '楼道堆放杂物', 'fire',
                    'GENERAL', 'PATROL', '陈一', now(), ?, now(), now(), now() + interval '5 days', ?, ?
                from generate_series(1, ?) n""", NUMBERS.getAndAdd(many), state, area.value(), unit, person.person(), person.name(), many);
    }

    private static final java.util.concurrent.atomic.AtomicInteger NUMBERS =
            new java.util.concurrent.atomic.AtomicInteger(1);

    UUID hazard(AreaKey area, Caller person, String state) {
        hazards(1, area, person, state);
        return one(
                "select id from hazard.hazard where responsible_id = ? order by number desc limit 1", person.person());
    }

    /** A plan that names the person, with an open task given to the person. */
    UUID planWithTask(AreaKey area, Caller person) {
        UUID plan = Ids.next();
        sql.update("""
                insert into inspection.plan (id, name, area_key, object_types, mode, unit_rule, starts_on, state, created_at)
                values (?, '九小场所检查', ?, '{}', 'ALL', 'COMMUNITY_UNIT', '2026-01-01', 'DRAFT', now())""", plan, area.value());
        sql.update("insert into inspection.plan_inspector (plan_id, person_id) values (?, ?)", plan, person.person());
        sql.update("""
                insert into inspection.task (id, plan_id, object_id, object_type, area_key, unit_id, every, period_start,
                    window_start, window_end, near_at, due_at, assignee_id, created_at)
                values (gen_random_uuid(), ?, gen_random_uuid(), 'small-premises', ?, ?, 'P1M', '2026-06-01', '2026-06-01',
                    '2026-06-30', now(), now(), ?, now())""", plan, area.value(), unit, person.person());
        return plan;
    }

    static Map<String, Object> part(Caller to, @Nullable AreaKey area, String... work) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("successorId", to.person());
        part.put("work", Set.of(work));
        part.put("area", area == null ? null : area.toString());
        part.put("roles", false);
        return part;
    }

    @SafeVarargs
    static List<Map<String, Object>> parts(Map<String, Object>... parts) {
        return new ArrayList<>(List.of(parts));
    }

    Map<String, Object> handOver(List<Map<String, Object>> parts) {
        return new LinkedHashMap<>(Map.of(
                "id",
                Ids.next(),
                "personId",
                leaver.person(),
                "reason",
                "调到区里工作",
                "handedOn",
                "2026-01-02",
                "parts",
                parts));
    }

    ResultActions send(Caller caller, Object body) throws Exception {
        return postTo("/api/hand-overs", caller, body);
    }

    JsonNode preview(Caller caller, List<Map<String, Object>> parts) throws Exception {
        return read(postTo("/api/hand-overs/preview", caller, Map.of("personId", leaver.person(), "parts", parts)));
    }

    ResultActions postTo(String address, Caller caller, Object body) throws Exception {
        return mvc.perform(post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .with(as(caller)));
    }

    ResultActions see(Caller caller, String address, Object... variables) throws Exception {
        return mvc.perform(get(address, variables).with(as(caller)));
    }

    JsonNode read(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString());
    }

    /** What a share of this kind came to. */
    static JsonNode share(JsonNode handOver, String kind) {
        for (JsonNode share : handOver.required("shares")) {
            if (share.required("kind").asString().equals(kind)) {
                return share;
            }
        }
        throw new AssertionError("no " + kind + " in " + handOver);
    }

    int count(String table, Object... values) {
        Integer count = sql.queryForObject("select count(*) from " + table, Integer.class, values);
        return count == null ? 0 : count;
    }

    private UUID one(String query, Object... values) {
        UUID id = sql.queryForObject(query, UUID.class, values);
        if (id == null) {
            throw new AssertionError(query);
        }
        return id;
    }

    int heldBy(Caller person) {
        return count("hazard.hazard where open and responsible_id = ?", person.person());
    }
}
