package org.anshe.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anshe.inspection.internal.GenerateTasks;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.testing.TestDatabase;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of tasks when a plan is ended, is over, or has its days changed. */
class PlanLifeIntegrationTests extends InspectionTest {

    private static final Map<String, String> WEEKLY = Map.of("1", "P1W");

    @Test
    void makesNothingForAPlanThatIsEndedWhileItRuns() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        UUID plan = activePlan(planOf(WEEKLY, "2026-06-01"));
        morningOf("2026-06-08");
        try (Connection other = TestDatabase.dataSource().getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            takeTheTurnOf(other, plan);
            Future<GenerateTasks.Outcome> run = threads.submit(() -> generate.run(plan));
            await().until(() -> count("pg_locks where locktype = 'advisory' and not granted") > 0);
            end(plan);
            other.rollback();

            assertThat(run.get().created()).isZero();
        }
        assertThat(tasksOf(plan)).hasSize(1).allMatch(task -> state(task).equals("CANCELLED"));
    }

    @Test
    void aTaskThatIsGivenUpAfterThePlanWasEndedIsCancelled() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        shop(guiyuan, 1);
        UUID plan = activePlan(planOf(WEEKLY, "2026-06-01"));
        List<JsonNode> tasks = tasksOf(plan);
        JsonNode discarded = filled(worker, tasks.get(0).get("id").asString(), Map.of());
        JsonNode inVain = filled(worker, tasks.get(1).get("id").asString(), Map.of());
        end(plan);
        assertThat(tasksOf(plan)).allMatch(task -> state(task).equals("DUE"));

        discard(discarded);
        send(post("/api/inspection-checks/{id}/not-possible", idOf(inVain)), worker, Map.of("reason", "对象未开门"))
                .andExpect(status().isOk());

        assertThat(tasksOf(plan))
                .allMatch(task -> task.get("cancelReason").asString("").equals("PLAN_ENDED"))
                .noneMatch(task -> task.get("rescheduled").asBoolean());
        assertThat(count(
                        "deadline.running_deadline d join inspection.task t on t.id = d.subject_id where t.plan_id = ?",
                        plan))
                .isZero();
    }

    @Test
    void aPlanWhoseDaysAreOverEndsWithAnEntryInTheTrailAndItsTasksStayDue() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        Map<String, Object> content = planOf(WEEKLY, "2026-06-01");
        content.put("endsOn", "2026-06-07");
        UUID plan = activePlan(content);
        JsonNode begun = filled(worker, tasksOf(plan).getFirst().get("id").asString(), Map.of());

        morningOf("2026-06-08");
        generate.run(plan);
        generate.run(plan);

        assertThat(read(perform(get("/api/inspection-plans/{id}", plan), office))
                        .at("/summary/state")
                        .asString())
                .isEqualTo("ENDED");
        assertThat(count("audit.entry where action = 'inspection-plan.end' and subject_id = ?", plan.toString()))
                .isEqualTo(1);
        // Nobody gets rid of a task by beginning and giving it up.
        discard(begun);
        assertThat(tasksOf(plan)).hasSize(1).allMatch(task -> state(task).equals("DUE"));
    }

    @Test
    void whatIsCheckedOnceIsNotAskedForAgainWhenTheDaysChange() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        Map<String, Object> content = planOf(Map.of("1", "ONCE"), "2026-06-01");
        content.put("endsOn", "2026-06-30");
        UUID plan = activePlan(content);

        morningOf("2026-06-03");
        startingOn(plan, content, "2026-06-02");
        shop(guiyuan, 1);
        generate.run(plan);

        assertThat(tasksOf(plan)).as("one for each of two objects").hasSize(2);
    }

    @Test
    void aPlanFollowsItsAreaToANewKeyAndKeepsTheObjectsOfTheOldOne() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        Map<String, Object> content = planOf(WEEKLY, "2026-06-01");
        content.put("area", guiyuan.toString());
        UUID plan = activePlan(content);
        AreaKey renewed = TestPeople.community(street, 77);
        send(
                        post("/api/areas/" + guiyuan + "/recoding"),
                        people.with("district-office", street),
                        Map.of("key", renewed.toString(), "reason", "代码调整"))
                .andExpect(status().isOk());
        await().until(() -> count("inspection.plan where id = '" + plan + "' and area_key = " + renewed) == 1);

        shop(renewed, 1);
        morningOf("2026-06-08");
        generate.run(plan);

        assertThat(tasksOf(plan)).as("one of the first week, two of the second").hasSize(3);
    }

    @Test
    void aLotDrawnOnceIsNotDrawnAgainWhenTheDaysChange() throws Exception {
        morningOf("2026-06-01");
        for (int i = 0; i < 6; i++) {
            shop(guiyuan, 1);
        }
        Map<String, Object> content = planOf(Map.of("1", "ONCE"), "2026-06-01");
        content.put("endsOn", "2026-06-30");
        content.put("drawSize", 2);
        UUID plan = activePlan(content);

        morningOf("2026-06-03");
        startingOn(plan, content, "2026-06-02");
        generate.run(plan);

        assertThat(tasksOf(plan)).hasSize(2);
        assertThat(count("inspection.draw where plan_id = ?", plan)).isEqualTo(1);
    }

    @Test
    void sharesTasksEvenlyOverMoreObjectsThanOneBatchHolds() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        database().execute("""
                        insert into register.registered_object
                            (id, type, type_version, name, area_key, supervision_class, class_since, fields, search_text,
                             registered_at, registered_by, changed_at)
                        select uuidv7(), type, type_version, name || n, area_key, 1, class_since, fields, search_text,
                               registered_at, registered_by, changed_at
                        from register.registered_object, generate_series(1, 2001) n
                        where area_key = ?""", guiyuan.value());
        Map<String, Object> content = planOf(WEEKLY, "2026-06-01");
        Caller third = people.with("community-worker", guiyuan);
        content.put("inspectors", List.of(worker.person(), neighbour.person(), third.person()));

        UUID plan = activePlan(content);

        List<Integer> shares = database()
                .fetchValues("select count(*)::int from inspection.task where plan_id = ? group by assignee_id", plan)
                .stream()
                .map(Integer.class::cast)
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(shares).containsExactly(668, 667, 667);
    }

    /** The turn of the generator, as a run of another process has it. */
    private static void takeTheTurnOf(Connection connection, UUID plan) throws Exception {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, plan.getMostSignificantBits() ^ 0x494e5350L);
            lock.execute();
        }
    }

    private void end(UUID plan) throws Exception {
        send(post("/api/inspection-plans/{id}/end", plan), office, Map.of("reason", "专项结束"))
                .andExpect(status().isOk());
    }

    private void discard(JsonNode check) throws Exception {
        send(post("/api/inspection-checks/{id}/discard", idOf(check)), worker, Map.of())
                .andExpect(status().isNoContent());
    }

    private void startingOn(UUID plan, Map<String, Object> content, String day) throws Exception {
        send(post("/api/inspection-plans/{id}/pause", plan), office, Map.of()).andExpect(status().isOk());
        content.put("startsOn", day);
        int revision = read(perform(get("/api/inspection-plans/{id}", plan), office))
                .get("revision")
                .asInt();
        send(put("/api/inspection-plans/{id}", plan), office, Map.of("revision", revision, "plan", content))
                .andExpect(status().isOk());
        int runs = count("inspection.generation where plan_id = ? and finished_at is not null", plan);
        send(post("/api/inspection-plans/{id}/activate", plan), office, Map.of())
                .andExpect(status().isOk());
        await().until(() -> count("inspection.generation where plan_id = ? and finished_at is not null", plan) > runs);
    }

    private static String state(JsonNode task) {
        return task.get("state").asString();
    }
}
