package org.anshe.hazard;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anshe.attachment.Attachments;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class HazardStepIntegrationTests {

    /** The loop as the design page draws it; every pair that is not here is refused. */
    private static final Map<HazardStatus, Set<String>> LOOP = Map.ofEntries(
            Map.entry(HazardStatus.REPORTED, Set.of("confirm", "reject", "mark-duplicate")),
            Map.entry(HazardStatus.CONFIRMED, Set.of("assign", "fix-on-spot")),
            Map.entry(HazardStatus.REJECTED, Set.of()),
            Map.entry(HazardStatus.DUPLICATE, Set.of()),
            Map.entry(HazardStatus.ASSIGNED, Set.of("plan", "submit", "hand-back", "hand-over")),
            Map.entry(HazardStatus.FIXED_ON_SPOT, Set.of("close", "return", "reject", "mark-duplicate")),
            Map.entry(HazardStatus.SUBMITTED, Set.of("plan", "close", "return")),
            Map.entry(HazardStatus.HANDED_BACK, Set.of("assign")),
            Map.entry(HazardStatus.HANDED_OVER, Set.of("accept-hand-over", "refuse-hand-over")),
            Map.entry(HazardStatus.RETURNED, Set.of("plan", "submit", "hand-back", "hand-over")),
            Map.entry(HazardStatus.CLOSED, Set.of("look-back", "reopen")),
            Map.entry(HazardStatus.LOOKED_BACK, Set.of("look-back", "reopen")),
            Map.entry(HazardStatus.REOPENED, Set.of("assign")));

    private static final List<String> STEPS = List.of(
            "confirm",
            "reject",
            "mark-duplicate",
            "assign",
            "plan",
            "submit",
            "hand-back",
            "hand-over",
            "fix-on-spot",
            "close",
            "return",
            "look-back",
            "reopen",
            "accept-hand-over",
            "refuse-hand-over");

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

    private HazardStreet street;

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
    }

    @ParameterizedTest
    @EnumSource(HazardStatus.class)
    void takesTheStepsOfItsStateAndRefusesAllOthers(HazardStatus state) throws Exception {
        UUID original = street.hazardIn(HazardStatus.REPORTED);
        UUID untouched = street.hazardIn(state);
        int version = street.version(untouched);
        for (String step : STEPS) {
            boolean offered = LOOP.getOrDefault(state, Set.of()).contains(step);
            UUID id = offered ? street.hazardIn(state) : untouched;
            Map<String, Object> body = street.bodyOf(step, street.secondOffice, original);
            var answer = street.step(street.secondOffice, id, step, body);
            if (offered) {
                answer.andExpect(status().isNoContent());
            } else {
                answer.andExpect(status().isConflict())
                        .andExpect(jsonPath("$.type").value("/problems/hazard/wrong-state"))
                        .andExpect(jsonPath("$.state").value(state.name()));
            }
        }
        assertThat(street.version(untouched)).as("refusals change nothing").isEqualTo(version);
    }

    @ParameterizedTest
    @EnumSource(HazardStatus.class)
    void offersWhatItWouldTake(HazardStatus state) throws Exception {
        UUID id = street.hazardIn(state);
        List<String> offers = new ArrayList<>();
        for (JsonNode offer : street.view(id).path("offers")) {
            String action = offer.path("action").asString();
            if (STEPS.contains(action)) {
                offers.add(action);
            }
        }
        assertThat(offers).containsExactlyInAnyOrderElementsOf(LOOP.getOrDefault(state, Set.of()));
    }

    @Test
    void refusesStrangersFirst() throws Exception {
        UUID id = street.hazardIn(HazardStatus.SUBMITTED);
        HazardStreet neighbour = new HazardStreet(mvc, json, attachments, areas, people, units);
        for (String step : STEPS) {
            mvc.perform(post("/api/hazards/{id}/{step}", id, step)
                            .with(TestPeople.withToken())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"version\":1}"))
                    .andExpect(status().isUnauthorized());
            street.step(neighbour.secondOffice, id, step, street.bodyOf(step, neighbour.secondOffice, Ids.next()))
                    .andExpect(status().isNotFound());
        }
        Caller auditor = people.with("auditor", street.street);
        street.look(auditor, id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.offers").isEmpty());
        street.step(auditor, id, "close", Map.of()).andExpect(status().isForbidden());
    }

    @Test
    void refusesAStepOnAVisibleHazardThatIsNotPermittedThere() throws Exception {
        UUID id = street.hazardIn(HazardStatus.REPORTED);
        street.step(street.gridWorker, id, "confirm", Map.of()).andExpect(status().isForbidden());
        assertThat(street.state(id)).isEqualTo("REPORTED");
    }

    @Test
    void refusesAStepDecidedOnAnOlderVersion() throws Exception {
        UUID id = street.hazardIn(HazardStatus.CONFIRMED);
        street.step(street.office, id, "assign", Map.of("version", 1, "unitId", street.shop))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
    }

    @Test
    void letsOneOfManyParallelStepsWin() throws Exception {
        UUID id = street.hazardIn(HazardStatus.SUBMITTED);
        int version = street.version(id);
        List<Callable<Integer>> closers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Caller closer = people.with("street-office", street.street);
            closers.add(() -> mvc.perform(post("/api/hazards/{id}/close", id)
                            .with(as(closer))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"version\":" + version + "}"))
                    .andReturn()
                    .getResponse()
                    .getStatus());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : threads.invokeAll(closers)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsOnly(204, 409).containsOnlyOnce(204);
        assertThat(street.view(id).path("timeline").size()).isEqualTo(5);
    }

    @Test
    void writesEveryStepOnTheTimelineForGood() throws Exception {
        UUID id = street.hazardIn(HazardStatus.RETURNED);
        List<String> steps = new ArrayList<>();
        street.view(id)
                .path("timeline")
                .forEach(step -> steps.add(step.path("action").asString()));
        assertThat(steps).containsExactly("report", "confirm", "assign", "submit", "return");
        try (var connection = org.anshe.testing.TestDatabase.dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (String attempt : List.of(
                    "update hazard.step set action = 'close' where hazard_id = '" + id + "'",
                    "delete from hazard.step where hazard_id = '" + id + "'",
                    "delete from hazard.hazard where id = '" + id + "'")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(attempt))
                        .hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void asksForReasons() throws Exception {
        UUID id = street.hazardIn(HazardStatus.REPORTED);
        street.step(street.office, id, "reject", Map.of("reason", "  "))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/reason"))
                .andExpect(jsonPath("$.errors[0].code").value("required"));
        UUID submitted = street.hazardIn(HazardStatus.SUBMITTED);
        street.step(street.office, submitted, "return", Map.of()).andExpect(status().isBadRequest());
    }

    @Test
    void handsOverWithClockAndHistory() throws Exception {
        UUID id = street.hazardIn(HazardStatus.ASSIGNED);
        String dueAt =
                street.view(id).path("hazard").path("clock").path("dueAt").asString();
        street.look(street.otherOwner, id).andExpect(status().isNotFound());

        street.step(street.office, id, "hand-over", Map.of("unitId", street.otherShop, "reason", "归口"))
                .andExpect(status().isNoContent());

        street.look(street.otherOwner, id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hazard.clock.dueAt").value(dueAt))
                .andExpect(jsonPath("$.timeline.length()").value(4));
        street.look(street.shopOwner, id).andExpect(status().isNotFound());
        street.step(street.otherOwner, id, "accept-hand-over", Map.of()).andExpect(status().isNoContent());
        street.step(street.office, id, "hand-over", Map.of("unitId", street.otherShop, "reason", "再次"))
                .andExpect(jsonPath("$.type").value("/problems/hazard/same-unit"));
    }

    @Test
    void marksTwoReportsAsTheSameInOneDirectionOnly() throws Exception {
        UUID one = street.hazardIn(HazardStatus.REPORTED);
        UUID other = street.hazardIn(HazardStatus.REPORTED);
        List<Future<Integer>> answers = new ArrayList<>();
        try (var connection = org.anshe.testing.TestDatabase.dataSource().getConnection();
                var statement = connection.createStatement();
                var threads = Executors.newFixedThreadPool(2)) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select 1 from hazard.hazard where id in ('" + one + "', '" + other + "') for no key update");
            answers.add(threads.submit(() -> duplicate(street.office, one, other)));
            answers.add(threads.submit(() -> duplicate(street.secondOffice, other, one)));
            // Both have read what they want to, and wait to write.
            org.awaitility.Awaitility.await().until(() -> waiting() == 2);
            connection.rollback();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(204, 409);
        }
        assertThat(List.of(street.state(one), street.state(other))).containsExactlyInAnyOrder("REPORTED", "DUPLICATE");
    }

    private int duplicate(Caller caller, UUID id, UUID original) throws Exception {
        return street.step(caller, id, "mark-duplicate", Map.of("original", original, "reason", "同一处"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static int waiting() throws java.sql.SQLException {
        try (var connection = org.anshe.testing.TestDatabase.dataSource().getConnection();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like '%hazard%' and pid <> pg_backend_pid()")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void marksOnlyAnotherVisibleHazardAsTheOriginal() throws Exception {
        UUID id = street.hazardIn(HazardStatus.REPORTED);
        HazardStreet neighbour = new HazardStreet(mvc, json, attachments, areas, people, units);
        UUID elsewhere = neighbour.hazardIn(HazardStatus.REPORTED);
        UUID rejected = street.hazardIn(HazardStatus.REJECTED);
        for (UUID original : List.of(id, elsewhere, rejected, Ids.next())) {
            street.step(street.office, id, "mark-duplicate", Map.of("original", original, "reason", "同一处"))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/hazard/not-a-duplicate"));
        }
        mvc.perform(get("/api/hazards/{id}", elsewhere).with(as(street.office))).andExpect(status().isNotFound());
    }
}
