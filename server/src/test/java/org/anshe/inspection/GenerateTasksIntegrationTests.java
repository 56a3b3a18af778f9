package org.anshe.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GenerateTasksIntegrationTests extends InspectionTest {

    private static final Map<String, String> BY_CLASS = Map.of("1", "P1W", "2", "P1M", "3", "P3M");

    @Test
    void givesEachClassItsRhythmAndEachTaskToTheUnitOfItsCommunity() throws Exception {
        morningOf("2026-06-01");
        UUID weekly = shop(guiyuan, 1);
        UUID monthly = shop(guiyuan, 2);
        UUID quarterly = shop(songshan, 3);
        shop(guiyuan, null);

        List<JsonNode> tasks = tasksOf(activePlan(planOf(BY_CLASS, "2026-06-01")));

        assertThat(tasks).hasSize(2);
        assertThat(of(tasks, weekly).get("windowEnd").asString()).isEqualTo("2026-06-07");
        assertThat(of(tasks, weekly).get("unitName").asString()).isEqualTo("桂园社区居委会");
        assertThat(of(tasks, monthly).get("windowEnd").asString()).isEqualTo("2026-06-30");
        // Of the quarter only June is left, less than half: its first task comes in July.
        assertThat(tasks).noneMatch(task -> task.get("objectId").asString().equals(quarterly.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        // A week ends on Sunday and is due on Monday.
        "2026-06-01, P1W, 2026-06-08",
        // Sunday 20 September 2026 is worked to make up for the October holidays.
        "2026-09-14, P1W, 2026-09-20",
        // The week ends within the October holidays: due on the first day worked after them.
        "2026-09-28, P1W, 2026-10-08",
        // Saturday 10 October is worked, Sunday 11 is not.
        "2026-10-08, P1W, 2026-10-12",
        "2026-09-01, P1M, 2026-09-30",
        "2028-02-01, P1M, 2028-02-29",
        // 31 January 2027 is a Sunday.
        "2027-01-01, P1M, 2027-02-01",
        "2026-12-28, P1W, 2027-01-04",
        "2026-07-01, P3M, 2026-09-30"
    })
    void movesADueDayThatIsNotWorkedToTheNextThatIs(String day, String every, String due) throws Exception {
        morningOf(day);
        shop(guiyuan, 1);

        List<JsonNode> tasks = tasksOf(activePlan(planOf(Map.of("1", every), day)));

        assertThat(tasks).hasSize(1);
        assertThat(Instant.parse(tasks.getFirst().get("dueAt").asString())).isEqualTo(endOf(due));
    }

    @Test
    void makesNothingTwice() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        UUID plan = activePlan(planOf(BY_CLASS, "2026-06-01"));

        generate.run(plan);
        morningOf("2026-06-03");
        generate.run(plan);
        assertThat(tasksOf(plan)).hasSize(1);

        morningOf("2026-06-08");
        generate.run(plan);
        generate.run(plan);
        assertThat(tasksOf(plan)).hasSize(2);
    }

    @Test
    void takesANewObjectInWhileHalfOfThePeriodIsLeft() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 2);
        UUID plan = activePlan(planOf(BY_CLASS, "2026-06-01"));

        morningOf("2026-06-16");
        UUID inTime = shop(guiyuan, 2);
        generate.run(plan);
        assertThat(of(tasksOf(plan), inTime).get("windowStart").asString()).isEqualTo("2026-06-16");

        morningOf("2026-06-17");
        UUID late = shop(guiyuan, 2);
        generate.run(plan);
        assertThat(tasksOf(plan)).hasSize(2);

        morningOf("2026-07-01");
        generate.run(plan);
        assertThat(of(tasksOf(plan), late).get("windowStart").asString()).isEqualTo("2026-07-01");
    }

    @Test
    void makesUpForAStartThatCameLateInThePeriod() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 2);
        UUID plan = activePlan(planOf(BY_CLASS, "2026-06-01"));

        // The machine was off until after the middle of July: the object was in the plan before, so it is owed.
        morningOf("2026-07-25");
        generate.run(plan);
        assertThat(tasksOf(plan)).hasSize(2);
    }

    @Test
    void aCloserClassReplacesTheOpenTaskOfTheOldRhythm() throws Exception {
        morningOf("2026-06-01");
        UUID object = shop(guiyuan, 2);
        UUID plan = activePlan(planOf(BY_CLASS, "2026-06-01"));

        // Week and month begin on the same day: both tasks fit beside each other.
        setClass(object, 1);
        generate.run(plan);

        List<JsonNode> tasks = tasksOf(plan);
        assertThat(tasks).hasSize(2);
        JsonNode monthly =
                tasks.stream().filter(one -> every(one, "P1M")).findFirst().orElseThrow();
        JsonNode weekly =
                tasks.stream().filter(one -> every(one, "P1W")).findFirst().orElseThrow();
        assertThat(monthly.get("cancelReason").asString()).isEqualTo("SUPERSEDED");
        assertThat(weekly.get("state").asString()).isEqualTo("DUE");
        assertThat(deadlines(monthly)).isZero();
        assertThat(deadlines(weekly)).isEqualTo(1);
    }

    @Test
    void aClassChangeTooLateInThePeriodLeavesTheOpenTask() throws Exception {
        morningOf("2026-06-01");
        UUID object = shop(guiyuan, 2);
        UUID plan = activePlan(planOf(BY_CLASS, "2026-06-01"));

        morningOf("2026-06-05");
        setClass(object, 1);
        generate.run(plan);

        assertThat(tasksOf(plan)).hasSize(1);
        assertThat(tasksOf(plan).getFirst().get("state").asString()).isEqualTo("DUE");
        assertThat(tasksOf(plan).getFirst().get("supervisionClass").asInt()).isEqualTo(1);
    }

    @Test
    void cancelsOpenTasksOfRetiredObjectsAndOfThoseThatLeftThePlan() throws Exception {
        morningOf("2026-06-01");
        UUID retired = shop(guiyuan, 1);
        UUID unclassed = shop(guiyuan, 1);
        UUID plan = activePlan(planOf(BY_CLASS, "2026-06-01"));

        send(
                post("/api/register-objects/{id}/retirement", retired),
                office,
                Map.of("version", version(retired), "reason", "已停业"));
        setClass(unclassed, null);
        generate.run(plan);

        List<JsonNode> tasks = tasksOf(plan);
        assertThat(of(tasks, retired).get("cancelReason").asString()).isEqualTo("OBJECT_RETIRED");
        assertThat(of(tasks, unclassed).get("cancelReason").asString()).isEqualTo("OUT_OF_PLAN");
        assertThat(deadlines(of(tasks, retired))).isZero();
    }

    @Test
    void drawsAsManyAsAskedOnceAPeriodAndRecordsTheSeed() throws Exception {
        morningOf("2026-06-01");
        for (int i = 0; i < 12; i++) {
            shop(guiyuan, 1);
        }
        Map<String, Object> content = planOf(Map.of("1", "P1M"), "2026-06-01");
        content.put("drawSize", 5);
        content.put("inspectors", List.of(worker.person(), neighbour.person()));
        UUID plan = activePlan(content);
        generate.run(plan);

        assertThat(tasksOf(plan)).hasSize(5);
        assertThat(tasksOf(plan).stream()
                        .map(task -> task.get("assigneeId").asString())
                        .distinct())
                .hasSize(2);
        JsonNode view = read(perform(get("/api/inspection-plans/{id}", plan), office));
        assertThat(view.at("/draws/0/candidates").asInt()).isEqualTo(12);
        assertThat(view.at("/draws/0/seed").asString()).hasSize(32);

        morningOf("2026-07-01");
        generate.run(plan);
        assertThat(tasksOf(plan)).hasSize(10);
    }

    @Test
    void endingAPlanCancelsWhatNobodyHasBegun() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        UUID begun = shop(guiyuan, 1);
        UUID plan = activePlan(planOf(BY_CLASS, "2026-06-01"));
        filled(worker, of(tasksOf(plan), begun).get("id").asString(), Map.of());

        send(post("/api/inspection-plans/{id}/end", plan), office, Map.of("reason", "专项结束"));

        assertThat(of(tasksOf(plan), begun).get("state").asString()).isEqualTo("DUE");
        assertThat(tasksOf(plan))
                .filteredOn(task -> task.get("state").asString().equals("CANCELLED"))
                .hasSize(1);
        generate.run(plan);
        assertThat(tasksOf(plan)).hasSize(2);
    }

    @Test
    void previewsWhatAPlanWouldBring() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        shop(guiyuan, 1);
        shop(songshan, 3);
        shop(songshan, null);

        JsonNode preview = read(send(
                post("/api/inspection-plans/preview"),
                office,
                planOf(Map.of("0", "P1Y", "1", "P1W", "3", "P3M"), "2026-06-01")));

        assertThat(preview.get("objects").asInt()).isEqualTo(4);
        assertThat(ofClass(preview, 1).get("objects").asInt()).isEqualTo(2);
        assertThat(ofClass(preview, 1).get("firstDueOn").asString()).isEqualTo("2026-06-08");
        assertThat(ofClass(preview, 3).get("firstPeriodStart").asString()).isEqualTo("2026-07-01");
        assertThat(ofClass(preview, 0).get("objects").asInt()).isEqualTo(1);
    }

    private static JsonNode of(List<JsonNode> tasks, UUID object) {
        return tasks.stream()
                .filter(task -> task.get("objectId").asString().equals(object.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task of " + object));
    }

    private static JsonNode ofClass(JsonNode preview, int supervisionClass) {
        for (JsonNode one : preview.get("classes")) {
            if (one.get("supervisionClass").asInt() == supervisionClass) {
                return one;
            }
        }
        throw new AssertionError("no class " + supervisionClass);
    }

    private static boolean every(JsonNode task, String every) {
        return task.get("every").asString().equals(every);
    }

    private static int deadlines(JsonNode task) {
        return count(
                "deadline.running_deadline where subject = 'inspection-task' and subject_id = ?",
                UUID.fromString(task.get("id").asString()));
    }

    private int version(UUID object) throws Exception {
        return read(perform(get("/api/register-objects/{id}", object), office))
                .get("version")
                .asInt();
    }

    private void setClass(UUID object, @org.jspecify.annotations.Nullable Integer supervisionClass) throws Exception {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version(object));
        body.put("supervisionClass", supervisionClass);
        body.put("reason", "复核");
        assertThat(send(post("/api/register-objects/{id}/supervision-class", object), office, body)
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void aMonthlyPlanStartedAfterTheMiddleBeginsWithTheNextMonth() throws Exception {
        morningOf("2026-06-20");
        shop(guiyuan, 2);
        UUID plan = activePlan(planOf(BY_CLASS, "2026-06-20"));
        assertThat(tasksOf(plan)).isEmpty();

        morningOf("2026-07-01");
        generate.run(plan);
        assertThat(tasksOf(plan)).hasSize(1);
    }
}
