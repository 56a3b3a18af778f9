package org.anshe.report;

import static org.anshe.testing.TestPeople.as;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.UUID;
import org.anshe.report.ReportFixtures.Hazard;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
class IndicatorIntegrationTests {

    private static final String FIRST_HALF = "&from=2026-01-01&to=2026-06-30";
    /** The last millisecond of 30 June in Shanghai. */
    private static final Instant LAST_MOMENT = Instant.parse("2026-06-30T15:59:59.999Z");

    @Autowired
    MockMvc mvc;

    @Autowired
    DSLContext sql;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    MovableClock clock;

    private AreaKey street = TestPeople.newStreet();
    private AreaKey east = street;
    private AreaKey west = street;
    private Caller office = Caller.system("none");

    @BeforeEach
    void aStreetOfTwoCommunities() {
        clock.set(Instant.parse("2026-07-10T02:00:00Z"));
        street = areas.street("边界街道");
        east = areas.community(street, 1, "东社区");
        west = areas.community(street, 2, "西社区");
        office = people.with("street-office", street);
    }

    private UUID hazard(AreaKey area, String reported) {
        return fixtures().hazard(Hazard.open(area, "fire", Instant.parse(reported)));
    }

    private ReportFixtures fixtures() {
        return new ReportFixtures(sql);
    }

    private ResultActions values(Caller caller, String query) throws Exception {
        return mvc.perform(get("/api/indicator-values?" + query).with(as(caller)));
    }

    @Test
    void refusesStrangersAndPeopleWithoutPermission() throws Exception {
        for (String path : new String[] {
            "/api/indicators",
            "/api/indicator-values?codes=hazards-open" + FIRST_HALF,
            "/api/indicators/hazards-open/rows?x=1" + FIRST_HALF,
            "/api/dashboard?x=1" + FIRST_HALF
        }) {
            mvc.perform(get(path)).andExpect(status().isUnauthorized());
            mvc.perform(get(path).with(as(people.with("enterprise", null, UUID.randomUUID()))))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/api/dashboard?x=1" + FIRST_HALF).with(as(people.with("grid-worker", east))))
                .andExpect(status().isForbidden());
    }

    @Test
    void knowsNothingOfOtherAreasAndUnknownCodes() throws Exception {
        Caller worker = people.with("community-worker", east);
        String other = "&area=" + west + FIRST_HALF;
        values(worker, "codes=hazards-open" + other).andExpect(status().isNotFound());
        mvc.perform(get("/api/indicators/hazards-open/rows?x=1" + other).with(as(worker)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/dashboard?x=1" + other).with(as(worker))).andExpect(status().isNotFound());
        values(office, "codes=hazards-of-mars" + FIRST_HALF)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("/problems/report/unknown-indicator"));
    }

    @Test
    void refusesWhatCannotBeAnswered() throws Exception {
        hazard(east, "2026-03-01T02:00:00Z");
        values(office, "codes=hazards-open&from=2026-06-30&to=2026-01-01")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/report/bad-period"));
        values(office, "codes=hazards-open&by=checklist" + FIRST_HALF)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/report/no-breakdown"));
        for (String filter : new String[] {"fire", "month:13", "unit:nobody", "area:x"}) {
            mvc.perform(get("/api/indicators/hazards-reported/rows?filter=" + filter + FIRST_HALF)
                            .with(as(office)))
                    .andExpect(status().isBadRequest());
        }
        mvc.perform(get("/api/indicators/hazards-reported/rows?after=rubbish&area=" + street + FIRST_HALF)
                        .with(as(office)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void eachCommunitySeesItsOwnRowsAndTheStreetAll() throws Exception {
        hazard(east, "2026-03-01T02:00:00Z");
        hazard(west, "2026-03-01T02:00:00Z");
        hazard(west, "2026-03-02T02:00:00Z");
        String asked = "codes=hazards-reported&area=" + street + FIRST_HALF;
        values(people.with("community-worker", east), asked)
                .andExpect(jsonPath("$.whole").value(false))
                .andExpect(jsonPath("$.values[0].reading.numerator").value(1));
        values(people.with("community-worker", west), asked)
                .andExpect(jsonPath("$.values[0].reading.numerator").value(2));
        values(office, asked)
                .andExpect(jsonPath("$.whole").value(true))
                .andExpect(jsonPath("$.values[0].reading.numerator").value(3));
        mvc.perform(get("/api/indicators/hazards-reported/rows?filter=area:" + west + "&area=" + street + FIRST_HALF)
                        .with(as(people.with("community-worker", east))))
                .andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void theLastMillisecondOfJuneBelongsToTheFirstHalf() throws Exception {
        UUID last = fixtures().hazard(Hazard.open(east, "fire", LAST_MOMENT));
        UUID next = fixtures().hazard(Hazard.open(east, "fire", LAST_MOMENT.plusMillis(1)));
        String rows = "/api/indicators/hazards-reported/rows?area=" + street;
        mvc.perform(get(rows + FIRST_HALF).with(as(office)))
                .andExpect(jsonPath("$.items[*].id", containsInAnyOrder(last.toString())));
        mvc.perform(get(rows + "&from=2026-07-01&to=2026-12-31").with(as(office)))
                .andExpect(jsonPath("$.items[*].id", containsInAnyOrder(next.toString())));
        mvc.perform(get(rows + "&from=2026-01-01&to=2026-12-31&filter=month:2026-06")
                        .with(as(office)))
                .andExpect(jsonPath("$.items[*].id", containsInAnyOrder(last.toString())));
    }

    @Test
    void closedInTheFirstMomentOfJulyWasOpenAtTheEndOfJune() throws Exception {
        fixtures()
                .hazard(Hazard.open(east, "fire", Instant.parse("2026-05-01T02:00:00Z"))
                        .due(LAST_MOMENT)
                        .closed(LAST_MOMENT.plusMillis(1), false));
        values(
                        office,
                        "codes=hazards-open,hazards-overdue,hazards-closed,rectification-rate&area=" + street
                                + FIRST_HALF)
                .andExpect(jsonPath("$.values[0].reading.numerator").value(1))
                .andExpect(jsonPath("$.values[1].reading.numerator").value(1))
                .andExpect(jsonPath("$.values[2].reading.numerator").value(0))
                .andExpect(jsonPath("$.values[3].reading.value").value(0.0));
        values(office, "codes=hazards-open,hazards-closed&area=" + street + "&from=2026-07-01&to=2026-07-31")
                .andExpect(jsonPath("$.values[0].reading.numerator").value(0))
                .andExpect(jsonPath("$.values[1].reading.numerator").value(1));
    }

    @Test
    void unknownIsNotZero() throws Exception {
        hazard(east, "2026-02-01T02:00:00Z");
        values(office, "codes=hazards-reported,on-time-rectification-rate,checks-due&area=" + street + FIRST_HALF)
                .andExpect(jsonPath("$.values[0].reading.numerator").value(1))
                .andExpect(jsonPath("$.values[0].yearBefore.numerator").value(nullValue()))
                .andExpect(jsonPath("$.values[0].previous.value").value(nullValue()))
                .andExpect(jsonPath("$.values[1].reading.denominator").value(0))
                .andExpect(jsonPath("$.values[1].reading.value").value(nullValue()))
                .andExpect(jsonPath("$.values[2].reading.value").value(nullValue()));
        // The west has no row of its own, but the street records: that is zero.
        values(office, "codes=hazards-reported&area=" + west + FIRST_HALF)
                .andExpect(jsonPath("$.values[0].reading.numerator").value(0));
        // A period to come is unknown.
        values(office, "codes=hazards-reported,hazards-open&area=" + street + "&from=2027-01-01&to=2027-06-30")
                .andExpect(jsonPath("$.values[0].reading.value").value(nullValue()))
                .andExpect(jsonPath("$.values[1].reading.value").value(nullValue()));
    }

    @Test
    void comparesWithTheHalfYearBeforeAcrossTheYearBoundary() throws Exception {
        hazard(east, "2025-05-01T02:00:00Z");
        hazard(east, "2025-12-31T15:59:59.999Z");
        hazard(east, "2025-12-31T16:00:00Z");
        hazard(east, "2026-06-01T02:00:00Z");
        values(office, "codes=hazards-reported&area=" + street + FIRST_HALF)
                .andExpect(jsonPath("$.previous.from").value("2025-07-01"))
                .andExpect(jsonPath("$.values[0].reading.numerator").value(2))
                .andExpect(jsonPath("$.values[0].previous.numerator").value(1))
                .andExpect(jsonPath("$.values[0].yearBefore.numerator").value(1));
    }

    @Test
    void anEarlierMomentShowsWhatWasKnownThen() throws Exception {
        fixtures()
                .hazard(Hazard.open(east, "fire", Instant.parse("2026-03-01T02:00:00Z"))
                        .closed(Instant.parse("2026-06-05T02:00:00Z"), true));
        String rate = "codes=rectification-rate&area=" + street + FIRST_HALF;
        values(office, rate).andExpect(jsonPath("$.values[0].reading.value").value(1.0));
        values(office, rate + "&asOf=2026-06-01T00:00:00Z")
                .andExpect(jsonPath("$.values[0].reading.value").value(0.0));
    }

    @Test
    void rowsOfAnAreaThatWasMergedCountToTheOneItWentInto() throws Exception {
        hazard(east, "2026-03-01T02:00:00Z");
        hazard(west, "2026-03-02T02:00:00Z");
        Caller district = people.with("district-office", street);
        mvc.perform(post("/api/areas/" + west + "/merger")
                        .with(as(district))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"into":"%s","reason":"社区合并"}""".formatted(east)))
                .andExpect(status().isOk());

        values(office, "codes=hazards-reported&area=" + east + FIRST_HALF)
                .andExpect(jsonPath("$.values[0].reading.numerator").value(2));
        mvc.perform(get("/api/indicators/hazards-reported/rows?area=" + east + FIRST_HALF)
                        .with(as(people.with("community-worker", east))))
                .andExpect(jsonPath("$.total").value(2));
        mvc.perform(get("/api/dashboard?x=1" + FIRST_HALF).with(as(people.with("community-worker", east))))
                .andExpect(jsonPath("$.area").value(east.toString()))
                .andExpect(jsonPath("$.whole").value(true));
    }

    @Test
    void theDashboardComparesCommunitiesAndListsTheLongestOverdueFirst() throws Exception {
        fixtures()
                .hazard(Hazard.open(east, "fire", Instant.parse("2026-03-01T02:00:00Z"))
                        .due(Instant.parse("2026-05-01T02:00:00Z")));
        UUID longest = fixtures()
                .hazard(Hazard.open(east, "gas", Instant.parse("2026-03-02T02:00:00Z"))
                        .due(Instant.parse("2026-04-01T02:00:00Z")));
        mvc.perform(get("/api/dashboard?area=" + street + FIRST_HALF).with(as(office)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.headlines", hasSize(8)))
                .andExpect(jsonPath("$.trend", hasSize(12)))
                .andExpect(jsonPath("$.trend[11].value").value("2026-06"))
                .andExpect(jsonPath("$.domains[*].value", containsInAnyOrder("fire", "gas")))
                .andExpect(jsonPath("$.areas[0].name.zh-CN").value("东社区"))
                .andExpect(
                        jsonPath("$.areas[0].figures.hazards-overdue.numerator").value(2))
                .andExpect(
                        jsonPath("$.areas[1].figures.hazards-overdue.numerator").value(0))
                .andExpect(jsonPath("$.areas[1].figures.checks-due.numerator").value(nullValue()))
                .andExpect(jsonPath("$.overdue[0].id").value(longest.toString()));
    }

    @Test
    void whatWasOverdueAtTheEndOfAPeriodIsListedThoughItIsSettledSince() throws Exception {
        Instant reported = Instant.parse("2026-03-01T02:00:00Z");
        UUID inTheFirstMomentAfter = fixtures()
                .hazard(Hazard.open(east, "fire", reported)
                        .due(Instant.parse("2026-06-01T02:00:00Z"))
                        .closed(LAST_MOMENT.plusMillis(1), false));
        UUID later = fixtures()
                .hazard(Hazard.open(east, "gas", reported)
                        .due(Instant.parse("2026-05-01T02:00:00Z"))
                        .closed(Instant.parse("2026-07-01T02:00:00Z"), false));
        fixtures()
                .hazard(Hazard.open(east, "gas", reported)
                        .due(Instant.parse("2026-04-01T02:00:00Z"))
                        .closed(LAST_MOMENT, false));
        fixtures()
                .hazard(Hazard.open(east, "gas", reported)
                        .due(Instant.parse("2026-07-01T01:00:00Z"))
                        .closed(Instant.parse("2026-07-01T02:00:00Z"), false));
        mvc.perform(get("/api/dashboard?area=" + street + FIRST_HALF).with(as(office)))
                .andExpect(jsonPath("$.overdue", hasSize(2)))
                .andExpect(jsonPath("$.overdue[0].id").value(later.toString()))
                .andExpect(jsonPath("$.overdue[1].id").value(inTheFirstMomentAfter.toString()));
    }
}
