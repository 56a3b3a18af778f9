package org.anshe.deadline;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anshe.deadline.Deadlines.Key;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class DueCalendarIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    Deadlines deadlines;

    @Autowired
    RecurringDuties duties;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    MovableClock clock;

    private AreaKey street = new AreaKey(Long.MAX_VALUE);
    private AreaKey community = street;
    private Caller office = Caller.system("none");

    @BeforeEach
    void aStreet() {
        clock.set(MovableClock.START);
        street = areas.street("望月街道");
        community = areas.community(street, 1, "望月社区");
        office = people.with("street-office", street);
    }

    @Test
    void asksForALoginAndAPermission() throws Exception {
        mvc.perform(get("/api/due-days?from=2026-06-01&to=2026-06-30")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/due-records?day=2026-06-01")).andExpect(status().isUnauthorized());
        Caller owner = people.with("enterprise", null, Ids.next());
        mvc.perform(get("/api/due-days?from=2026-06-01&to=2026-06-30").with(as(owner)))
                .andExpect(status().isForbidden());
    }

    @Test
    void refusesASpanThatIsNoSheet() throws Exception {
        for (String span :
                List.of("from=2026-06-02&to=2026-06-01", "from=2026-06-01&to=2026-07-13", "from=2026-06-01")) {
            mvc.perform(get("/api/due-days?" + span).with(as(office))).andExpect(status().isBadRequest());
        }
        mvc.perform(get("/api/due-days?from=2026-06-01&to=2026-07-12").with(as(office)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(42));
    }

    @Test
    void countsByTheDayOfTheOfficeAndByKind() throws Exception {
        due("rectify", "2026-06-10T15:59:59.999Z");
        due("rectify", "2026-06-10T02:00:00Z");
        due("extension", "2026-06-10T02:00:00Z");
        due("rectify", "2026-06-10T16:00:00Z");
        JsonNode tenth = day(office, "", "2026-06-10");
        assertThat(tenth.path("due").toString()).isEqualTo("""
                [{"subject":"hazard","kind":"extension","count":1},{"subject":"hazard","kind":"rectify","count":2}]""");
        assertThat(day(office, "", "2026-06-11").path("due").size()).isEqualTo(1);
        assertThat(day(office, "&kind=extension", "2026-06-10").path("due").size())
                .isEqualTo(1);
        assertThat(day(office, "&subject=inspection-task", "2026-06-10")
                        .path("due")
                        .size())
                .isZero();
        assertThat(records(office, "2026-06-10", "")).hasSize(3);
        assertThat(records(office, "2026-06-10", "&kind=rectify")).hasSize(2);
    }

    @Test
    void marksHolidaysAndTheDaysWorkedInstead() throws Exception {
        JsonNode duanwu = day(office, "", "2026-06-19");
        assertThat(duanwu.path("working").asBoolean()).isFalse();
        assertThat(duanwu.path("name").asString()).isNotBlank();
        assertThat(day(office, "", "2026-06-13").path("working").asBoolean()).isFalse();
        assertThat(day(office, "", "2026-06-12").path("working").asBoolean()).isTrue();
        assertThat(day(office, "", "2026-06-12").path("name").isNull()).isTrue();
    }

    @Test
    void showsNothingOfANeighbourNorOfKindsOneMayNotSee() throws Exception {
        due("rectify", "2026-06-10T02:00:00Z");
        deadlines.set(
                new Key("campaign-task", Ids.next(), "task"),
                community,
                null,
                Instant.parse("2026-06-09T02:00:00Z"),
                Instant.parse("2026-06-10T02:00:00Z"));
        assertThat(records(office, "2026-06-10", "")).hasSize(2);
        Caller gridWorker = people.with("grid-worker", community);
        assertThat(records(gridWorker, "2026-06-10", ""))
                .as("a grid worker sees no campaigns")
                .hasSize(1);
        Caller neighbour = people.with("community-worker", areas.community(street, 2, "邻月社区"));
        for (String area : List.of("", "&area=" + community, "&area=" + street)) {
            assertThat(records(neighbour, "2026-06-10", area)).isEmpty();
            assertThat(day(neighbour, area, "2026-06-10").path("due").size()).isZero();
        }
        assertThat(records(office, "2026-06-10", "&area=" + community)).hasSize(2);
        assertThat(records(office, "2026-06-10", "&area=" + areas.community(street, 3, "远月社区")))
                .isEmpty();
    }

    @Test
    void walksADayPageByPageAndNamesItsRecords() throws Exception {
        UUID subject = Ids.next();
        duties.register(
                Caller.system("test"),
                List.of(new RecurringDuties.Duty(
                        Ids.next(),
                        "campaign",
                        subject,
                        "每月检查消防通道",
                        community,
                        null,
                        Period.ofMonths(1),
                        1,
                        LocalDate.of(2026, 6, 1),
                        null)));
        for (int i = 0; i < 4; i++) {
            due("rectify", "2026-06-30T02:00:00Z");
        }
        List<JsonNode> walked = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = read(office, "/api/due-records?limit=2&day=2026-06-30" + after);
            page.path("items").forEach(walked::add);
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(walked).hasSize(5).doesNotHaveDuplicates();
        JsonNode duty = walked.getLast();
        assertThat(duty.path("record").path("title").asString()).isEqualTo("每月检查消防通道");
        assertThat(duty.path("record").path("parentId").asString()).isEqualTo(subject.toString());
        assertThat(duty.path("state").asString()).isEqualTo("IN_TIME");
        assertThat(walked.getFirst().path("record").isNull())
                .as("no such hazard")
                .isTrue();
        mvc.perform(get("/api/due-records?day=2026-06-30&after=rubbish").with(as(office)))
                .andExpect(status().isBadRequest());
    }

    private void due(String kind, String at) {
        Instant due = Instant.parse(at);
        deadlines.set(new Key("hazard", Ids.next(), kind), community, null, due.minus(Duration.ofHours(6)), due);
    }

    private JsonNode day(Caller caller, String query, String day) throws Exception {
        return read(caller, "/api/due-days?from=" + day + "&to=" + day + query).path(0);
    }

    private List<JsonNode> records(Caller caller, String day, String query) throws Exception {
        return read(caller, "/api/due-records?day=" + day + query)
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode read(Caller caller, String address) throws Exception {
        return json.readTree(mvc.perform(get(address).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }
}
