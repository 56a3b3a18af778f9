package org.anshe.hazard;

import static java.util.Objects.requireNonNull;
import static org.anshe.hazard.HazardStreet.with;
import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class BoardIntegrationTests {

    private static final List<String> COLUMNS = List.of("BREACHED", "NEAR", "IN_TIME", "PAUSED");

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
    JdbcTemplate sql;

    private HazardStreet street;

    @BeforeEach
    void aStreet() {
        clock.set(MovableClock.START);
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
    }

    @AfterEach
    void backToTheStart() {
        clock.set(MovableClock.START);
    }

    @Test
    void asksForALoginAndAPermission() throws Exception {
        mvc.perform(get("/api/hazards/board")).andExpect(status().isUnauthorized());
        sql.update("insert into identity.role (id, code, names) values (gen_random_uuid(), 'no-permission', '{}')"
                + " on conflict do nothing");
        Caller nobody = people.with("no-permission", street.street);
        mvc.perform(get("/api/hazards/board").with(as(nobody))).andExpect(status().isForbidden());
    }

    @Test
    void theHeadsCountWhatTheColumnsList() throws Exception {
        street.hazardIn(HazardStatus.REPORTED);
        street.hazardIn(HazardStatus.ASSIGNED);
        UUID paused = street.hazardIn(HazardStatus.ASSIGNED);
        pause(paused);
        clock.set(Instant.parse("2026-06-02T15:59:59.999Z"));
        assertThat(columns(street.office, "")).isEqualTo(Map.of("BREACHED", 0, "NEAR", 1, "IN_TIME", 1, "PAUSED", 1));
        clock.advance(Duration.ofMillis(1));
        street.hazardIn(HazardStatus.CLOSED);
        for (String query : List.of(
                "",
                "domain=fire",
                "domain=gas",
                "grade=GENERAL",
                "unit=" + street.shop,
                "clockKind=RECTIFY",
                "clockKind=CONFIRM&area=" + street.community,
                "pending=EXTENSION")) {
            Map<String, Integer> counts = columns(street.office, query);
            for (String column : COLUMNS) {
                assertThat(ids(street.office, query + "&sort=DUE&clock=" + column))
                        .as(query + " " + column)
                        .hasSize(requireNonNull(counts.get(column)));
            }
        }
        assertThat(columns(street.office, "").get("BREACHED")).isEqualTo(1);
        assertThat(ids(street.office, "sort=DUE&clock=PAUSED")).containsExactly(paused);
    }

    @Test
    void tellsWhatTheClockWaitsForWhoeverIsWaitedFor() throws Exception {
        UUID reported = street.hazardIn(HazardStatus.REPORTED);
        UUID assigned = street.hazardIn(HazardStatus.ASSIGNED);
        assertThat(ids(street.office, "clockKind=CONFIRM")).containsExactly(reported);
        assertThat(ids(street.office, "clockKind=RECTIFY")).containsExactly(assigned);
        assertThat(ids(street.office, "waiting=RECTIFY"))
                .as("the office rectifies nothing")
                .isEmpty();
        mvc.perform(get("/api/hazards?clockKind=TEA").with(as(street.office))).andExpect(status().isBadRequest());
    }

    @Test
    void findsWhatIsUnderWayBesideTheLoop() throws Exception {
        UUID asked = street.hazardIn(HazardStatus.ASSIGNED);
        UUID handed = street.hazardIn(HazardStatus.ASSIGNED);
        street.hazardIn(HazardStatus.ASSIGNED);
        mark(asked, "EXTENSION");
        mark(handed, "HAND_OVER");
        assertThat(ids(street.office, "pending=EXTENSION")).containsExactly(asked);
        assertThat(ids(street.office, "pending=EXTENSION,HAND_OVER")).containsExactlyInAnyOrder(asked, handed);
        assertThat(ids(street.office, "pending=LISTING")).isEmpty();
        assertThat(columns(street.office, "pending=HAND_OVER").get("IN_TIME")).isEqualTo(1);
        mvc.perform(get("/api/hazards?pending=TEA").with(as(street.office))).andExpect(status().isBadRequest());
    }

    @Test
    void countsNothingOfANeighbour() throws Exception {
        street.hazardIn(HazardStatus.REPORTED);
        UUID assigned = street.hazardIn(HazardStatus.ASSIGNED);
        HazardStreet neighbour = new HazardStreet(mvc, json, attachments, areas, people, units);
        Caller next = people.with("community-worker", areas.community(street.street, 2, "松林社区"));
        for (Caller stranger : List.of(neighbour.office, next, street.otherOwner)) {
            for (String query : List.of("", "area=" + street.street, "unit=" + street.shop)) {
                assertThat(columns(stranger, query).values()).as(query).containsOnly(0);
            }
        }
        assertThat(columns(street.shopOwner, "").get("IN_TIME")).isEqualTo(1);
        assertThat(columns(street.gridWorker, "").get("IN_TIME")).isEqualTo(2);
        assertThat(ids(street.shopOwner, "clock=IN_TIME&sort=DUE")).containsExactly(assigned);
    }

    @Test
    void countsAThousandAndSaysThatThereAreMore() throws Exception {
        street.send(street.worker, with(street.report(Ids.next()), "description", "第一条"));
        copies(999);
        assertThat(column(street.office, "IN_TIME").path("count").asInt()).isEqualTo(1000);
        assertThat(column(street.office, "IN_TIME").path("more").asBoolean()).isFalse();
        copies(1);
        assertThat(column(street.office, "IN_TIME").path("count").asInt()).isEqualTo(1000);
        assertThat(column(street.office, "IN_TIME").path("more").asBoolean()).isTrue();
    }

    private void copies(int count) {
        sql.update("""
                insert into hazard.hazard (id, number, state, area_key, description, domain, grade, source, reporter_name,
                    reported_at, clock, clock_since, clock_unit, clock_near_at, clock_due_at)
                select gen_random_uuid(), '2026-' || (500000 + (random() * 400000)::int * 1000 + n), 'REPORTED', area_key,
                    description, domain, grade, source, reporter_name, reported_at, clock, clock_since, clock_unit,
                    clock_near_at, clock_due_at
                from hazard.hazard, generate_series(1, ?) n where street_key = ? and description = '第一条'
                    and reporter_id is not null""", count, street.street.value());
    }

    private void pause(UUID id) {
        sql.update("update hazard.hazard set clock_paused_at = clock_since where id = ?", id);
    }

    private void mark(UUID id, String pending) {
        sql.update("update hazard.hazard set pending = array[?] where id = ?", pending, id);
    }

    private Map<String, Integer> columns(Caller caller, String query) throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        board(caller, query)
                .forEach(column -> counts.put(
                        column.path("clock").asString(), column.path("count").asInt()));
        return counts;
    }

    private JsonNode column(Caller caller, String state) throws Exception {
        return board(caller, "")
                .valueStream()
                .filter(column -> column.path("clock").asString().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode board(Caller caller, String query) throws Exception {
        return json.readTree(mvc.perform(get("/api/hazards/board?" + query).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private List<UUID> ids(Caller caller, String query) throws Exception {
        List<UUID> ids = new ArrayList<>();
        json.readTree(street.list(caller, "?" + query)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path("items")
                .forEach(row -> ids.add(UUID.fromString(row.path("id").asString())));
        return ids;
    }
}
