package org.anshe.report;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.report.ReportFixtures.Hazard;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestDatabase;
import org.anshe.testing.TestPeople;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class CommonProblemIntegrationTests {

    private static final Instant MAY = Instant.parse("2026-05-10T02:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-10T02:00:00Z");
    private static final String SPAN = "from=2026-05-01&to=2026-05-31";

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

    private final DSLContext sql = DSL.using(TestDatabase.dataSource(), SQLDialect.POSTGRES);
    private final ReportFixtures fixtures = new ReportFixtures(sql);
    private AreaKey street = AreaKey.parse("910101");
    private AreaKey community = street;
    private Caller officer = Caller.system("test");

    @BeforeEach
    void aStreet() {
        clock.set(Instant.parse("2026-06-15T02:00:00Z"));
        street = areas.street("青石街道");
        community = areas.community(street, 1, "桂园社区");
        officer = people.with("street-office", street);
    }

    @AfterEach
    void clockBack() {
        clock.set(MovableClock.START);
    }

    private void report(String domain, Instant at, int times) {
        for (int i = 0; i < times; i++) {
            fixtures.hazard(Hazard.open(community, domain, at.plus(Duration.ofMinutes(i))));
        }
    }

    private JsonNode read(Caller caller, String address) throws Exception {
        return json.readTree(mvc.perform(get(address).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Map<String, JsonNode> groups(String query) throws Exception {
        Map<String, JsonNode> groups = new HashMap<>();
        read(officer, "/api/common-problems?" + SPAN + query)
                .path("groups")
                .forEach(group -> groups.put(group.path("key").stringValue(), group));
        return groups;
    }

    private static JsonNode of(Map<String, JsonNode> groups, String key) {
        return Objects.requireNonNull(groups.get(key), key);
    }

    @Test
    void callsARiseOneOnlyWithEnoughCases() throws Exception {
        report("food", APRIL.minus(Duration.ofDays(30)), 1);
        report("fire", APRIL, 4);
        report("fire", MAY, 6);
        report("gas", APRIL, 1);
        report("gas", MAY, 2);
        report("electricity", MAY, 5);
        Map<String, JsonNode> groups = groups("&order=GROWTH");
        assertThat(of(groups, "fire").path("growth").intValue()).isEqualTo(50);
        assertThat(of(groups, "gas").path("growth").isNull())
                .as("from one to two is no trend")
                .isTrue();
        assertThat(of(groups, "electricity").path("emerging").booleanValue()).isTrue();
        assertThat(of(groups, "electricity").path("growth").isNull())
                .as("against nothing there is no share")
                .isTrue();
        JsonNode first = read(officer, "/api/common-problems?" + SPAN + "&order=GROWTH")
                .path("groups")
                .get(0);
        assertThat(first.path("key").stringValue()).isEqualTo("electricity");
    }

    @Test
    void doesNotCompareWithATimeBeforeRecordingBegan() throws Exception {
        report("fire", APRIL, 2);
        report("fire", MAY, 6);
        JsonNode fire = of(groups(""), "fire");
        assertThat(fire.path("now").intValue()).isEqualTo(6);
        assertThat(fire.path("before").isNull()).isTrue();
        assertThat(fire.path("growth").isNull()).isTrue();
    }

    @Test
    void everyNumberOpensItsRows() throws Exception {
        report("food", APRIL.minus(Duration.ofDays(30)), 1);
        report("fire", APRIL, 3);
        report("fire", MAY, 5);
        UUID object = UUID.randomUUID();
        UUID first =
                fixtures.hazard(Hazard.open(community, "fire", APRIL).closed(APRIL.plus(Duration.ofDays(3)), true));
        UUID again = fixtures.hazard(Hazard.open(community, "fire", MAY));
        sql.execute("update hazard.hazard set object_id = ? where id in (?, ?)", object, first, again);
        sql.execute("update hazard.hazard set reopened_count = 1 where id = ?", again);
        UUID rejected = fixtures.hazard(Hazard.open(community, "fire", MAY));
        sql.execute("update hazard.hazard set state = 'REJECTED' where id = ?", rejected);
        JsonNode fire = of(groups(""), "fire");
        Map<String, Integer> numbers = Map.of(
                "NOW", fire.path("now").intValue(),
                "BEFORE", fire.path("before").intValue(),
                "REOPENED", fire.path("reopened").intValue(),
                "REPEATED", fire.path("repeated").intValue(),
                "OPEN", fire.path("open").intValue());
        assertThat(numbers).isEqualTo(Map.of("NOW", 6, "BEFORE", 4, "REOPENED", 1, "REPEATED", 1, "OPEN", 6));
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            JsonNode rows =
                    read(officer, "/api/common-problems/rows?" + SPAN + "&by=DOMAIN&key=fire&of=" + number.getKey());
            assertThat(rows.path("items").size()).as(number.getKey()).isEqualTo(number.getValue());
        }
    }

    @Test
    void countsTheFirstAndLastMomentOfThePeriod() throws Exception {
        fixtures.hazard(Hazard.open(community, "fire", Instant.parse("2026-04-30T16:00:00Z")));
        fixtures.hazard(Hazard.open(community, "fire", Instant.parse("2026-05-31T15:59:59Z")));
        fixtures.hazard(Hazard.open(community, "fire", Instant.parse("2026-05-31T16:00:00Z")));
        assertThat(of(groups(""), "fire").path("now").intValue()).isEqualTo(2);
    }

    @Test
    void groupsByAreaAndObjectType() throws Exception {
        report("fire", MAY, 2);
        assertThat(groups("&by=AREA")).containsOnlyKeys(community.toString());
        assertThat(groups("&by=OBJECT_TYPE")).containsOnlyKeys("-");
        assertThat(groups("&by=ITEM")).isEmpty();
    }

    @Test
    void isKeptFromStrangers() throws Exception {
        report("fire", MAY, 6);
        Caller neighbour = people.with("street-office", areas.street("白沙街道"));
        String query = SPAN + "&area=" + street;
        mvc.perform(get("/api/common-problems?" + query)).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/common-problems?" + query).with(as(people.with("grid-worker", community))))
                .andExpect(status().isForbidden());
        assertThat(read(neighbour, "/api/common-problems?" + query)
                        .path("groups")
                        .size())
                .isZero();
        assertThat(read(neighbour, "/api/common-problems/rows?" + query + "&by=DOMAIN&key=fire")
                        .path("items")
                        .size())
                .isZero();
    }
}
