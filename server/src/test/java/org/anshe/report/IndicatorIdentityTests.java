package org.anshe.report;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number opens its rows, and its parts make the whole: for every indicator, breakdown and kind of caller. */
@IntegrationTest
class IndicatorIdentityTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    Units units;

    @Autowired
    MovableClock clock;

    private AreaKey street = TestPeople.newStreet();
    private final List<AreaKey> places = new ArrayList<>();

    @BeforeEach
    void aStreetWithTwoCommunitiesAndRowsEverywhere() {
        clock.set(Instant.parse("2026-06-20T04:00:00Z"));
        street = areas.street("同值街道");
        places.clear();
        AreaKey one = areas.community(street, 1, "甲社区");
        places.addAll(List.of(
                street,
                one,
                areas.community(street, 2, "乙社区"),
                areas.below(one, 1, "甲一网格"),
                areas.below(one, 2, "甲二网格")));
        units.register(
                Caller.system("test"),
                List.of(
                        new Units.NewUnit(Ids.next(), "领导小组", Units.Kind.LEADING_GROUP, street, null, null),
                        new Units.NewUnit(Ids.next(), "工作组", Units.Kind.WORKING_GROUP, one, null, null)));
        Caller inspector = people.with("community-worker", one);
        new ReportFixtures(sql).scatter(20_250_110L, places, inspector.person(), LocalDate.of(2025, 1, 10), 250);
    }

    @Test
    void forTheStreetOverARunningHalfYear() throws Exception {
        everyIndicatorHolds(people.with("street-office", street), street, "2026-01-01", "2026-06-30");
    }

    @Test
    void forACommunityWorkerWhoAsksForTheWholeStreet() throws Exception {
        everyIndicatorHolds(people.with("community-worker", places.get(1)), street, "2025-07-01", "2025-12-31");
    }

    @Test
    void forTheAuditorOfOneCommunityOverAnOddPeriod() throws Exception {
        everyIndicatorHolds(people.with("auditor", places.get(2)), places.get(2), "2025-11-17", "2026-03-05");
    }

    private void everyIndicatorHolds(Caller caller, AreaKey area, String from, String to) throws Exception {
        String period = "&area=" + area + "&from=" + from + "&to=" + to;
        Set<String> counted = new HashSet<>();
        int breakdowns = 0;
        for (JsonNode indicator : read(caller, "/api/indicators")) {
            String code = indicator.get("code").asString();
            JsonNode value = value(caller, code, period, "");
            compare(caller, code, value.get("reading"), period, "");
            if (value.get("reading").get("numerator").asLong(0) > 0) {
                counted.add(code);
            }
            for (JsonNode by : indicator.get("by")) {
                JsonNode divided = value(caller, code, period, by.asString());
                long numerators = 0;
                long denominators = 0;
                for (JsonNode group : divided.get("groups")) {
                    JsonNode reading = group.get("reading");
                    compare(
                            caller,
                            code,
                            reading,
                            period,
                            "&filter=" + by.asString() + ":"
                                    + group.get("value").asString());
                    numerators += reading.get("numerator").asLong();
                    denominators += reading.get("denominator").asLong(0);
                    breakdowns++;
                }
                assertThat(numerators)
                        .as(code + " by " + by)
                        .isEqualTo(value.get("reading").get("numerator").asLong(0));
                assertThat(denominators)
                        .as(code + " by " + by)
                        .isEqualTo(value.get("reading").get("denominator").asLong(0));
            }
        }
        assertThat(counted).as("indicators that counted anything").hasSizeGreaterThan(20);
        assertThat(breakdowns).isGreaterThan(100);
    }

    private void compare(Caller caller, String code, JsonNode reading, String period, String filter) throws Exception {
        assertThat(rows(caller, code, "NUMERATOR", period + filter))
                .as(code + filter)
                .isEqualTo(reading.get("numerator").asLong(0));
        if (!reading.get("denominator").isNull()) {
            assertThat(rows(caller, code, "DENOMINATOR", period + filter))
                    .as(code + " denominator" + filter)
                    .isEqualTo(reading.get("denominator").asLong());
        }
    }

    /** Opens all pages, so that a row shown twice or left out would be noticed. */
    private long rows(Caller caller, String code, String part, String query) throws Exception {
        Set<String> seen = new HashSet<>();
        String after = "";
        do {
            JsonNode page = read(caller, "/api/indicators/" + code + "/rows?limit=97&part=" + part + query + after);
            for (JsonNode row : page.get("items")) {
                assertThat(seen.add(row.get("id").asString())).as("shown once").isTrue();
            }
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        return seen.size();
    }

    private JsonNode value(Caller caller, String code, String period, String by) throws Exception {
        return read(caller, "/api/indicator-values?codes=" + code + period + (by.isEmpty() ? "" : "&by=" + by))
                .get("values")
                .get(0);
    }

    private JsonNode read(Caller caller, String path) throws Exception {
        return json.readTree(mvc.perform(get(path).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }
}
