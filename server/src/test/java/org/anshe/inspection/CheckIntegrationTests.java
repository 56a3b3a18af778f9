package org.anshe.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CheckIntegrationTests extends InspectionTest {

    private UUID object = Ids.next();
    private UUID plan = Ids.next();
    private String task = "";

    @BeforeEach
    void aTaskThatIsDue() throws Exception {
        morningOf("2026-06-01");
        object = shop(guiyuan, 1);
        plan = activePlan(planOf(Map.of("1", "P1W"), "2026-06-01"));
        task = tasksOf(plan).getFirst().get("id").asString();
    }

    @Test
    void aFailedItemOpensExactlyOneHazardEvenWhenSubmittedTwice() throws Exception {
        JsonNode check = filled(worker, task, Map.of());
        String item = photoItem(check, 0);
        JsonNode again = reopen(check);
        save(worker, again, Map.of(item, failed("插座烧焦", photo(worker))));

        submit(worker, check).andExpect(status().isOk());
        JsonNode twice = read(submit(worker, check).andExpect(status().isOk()));

        assertThat(twice.at("/check/failedItems").asInt()).isEqualTo(1);
        assertThat(answer(twice, item).get("hazardNumber").asString()).isNotEmpty();
        assertThat(hazardsOf(object)).isEqualTo(1);
        JsonNode done =
                read(perform(get("/api/inspection-tasks/{id}", task), worker)).get("task");
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("result").asString()).isEqualTo("FAIL");
        assertThat(done.get("onTime").asBoolean()).isTrue();
    }

    @Test
    void refusesWithUnansweredItemsAndNamesThem() throws Exception {
        JsonNode check = begin(worker);
        String first = check.at("/groups/0/items/0/code").asString();
        send(
                        put("/api/inspection-checks/{id}", idOf(check)),
                        worker,
                        Map.of("revision", 0, "answers", List.of(Map.of("itemCode", first, "result", "PASS"))))
                .andExpect(status().isOk());

        JsonNode refusal = read(submit(worker, check).andExpect(status().isConflict()));

        assertThat(refusal.get("type").asString()).isEqualTo("/problems/inspection/unanswered");
        assertThat(refusal.get("count").asInt()).isEqualTo(32);
        assertThat(refusal.get("items").get(0).asString())
                .isEqualTo(check.at("/groups/0/items/1/code").asString());
        assertThat(hazardsOf(object)).isZero();
    }

    @Test
    void refusesAFailedItemWithoutPhotoWhereOneIsAskedFor() throws Exception {
        JsonNode check = begin(worker);
        String item = photoItem(check, 0);
        save(worker, check, Map.of(item, Map.of("result", "FAIL", "note", "插座烧焦")));

        submit(worker, check)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.errors[0].pointer").value("/answers/" + item + "/photos"));
    }

    @Test
    void aSubmittedCheckIsFrozen() throws Exception {
        JsonNode check = filled(worker, task, Map.of());
        submit(worker, check).andExpect(status().isOk());

        send(put("/api/inspection-checks/{id}", idOf(check)), worker, Map.of("revision", 1, "answers", List.of()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/inspection/check-frozen"));
        org.assertj.core.api.Assertions.assertThatException()
                .isThrownBy(() -> database()
                        .execute(
                                "update inspection.answer set result = 'FAIL' where check_id = ?",
                                UUID.fromString(idOf(check))))
                .withMessageContaining("does not change");
    }

    @Test
    void aSaveFromAnOlderStateIsAConflict() throws Exception {
        JsonNode check = filled(worker, task, Map.of());

        send(put("/api/inspection-checks/{id}", idOf(check)), worker, Map.of("revision", 0, "answers", List.of()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
        assertThat(reopen(check).get("answers").size()).isEqualTo(33);
    }

    @Test
    void beginningAgainGoesOnWithTheDraftAndNobodyElseGetsIn() throws Exception {
        JsonNode check = begin(worker);

        assertThat(idOf(begin(worker))).isEqualTo(idOf(check));
        send(post("/api/inspection-checks"), office, start(Ids.next()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/inspection/task-taken"))
                .andExpect(jsonPath("$.name").value(worker.name()));
        perform(get("/api/inspection-checks/{id}", idOf(check)), office).andExpect(status().isNotFound());
    }

    @Test
    void theCheckerCorrectsForADayAndTheStreetAfterwards() throws Exception {
        JsonNode check = filled(worker, task, Map.of());
        String item = photoItem(check, 0);
        save(worker, reopen(check), Map.of(item, failed("插座烧焦", photo(worker))));
        submit(worker, check).andExpect(status().isOk());
        clock.advance(Duration.ofHours(24));
        JsonNode draft = read(correct(worker, check).andExpect(status().isCreated()));
        String other = photoItem(check, 1);
        save(worker, draft, Map.of(item, failed("插座烧焦", photo(worker)), other, failed("私拉电线", photo(worker))));

        JsonNode corrected = read(submit(worker, draft).andExpect(status().isOk()));

        // The item that failed before keeps its hazard; only the new one opens another.
        assertThat(hazardsOf(object)).isEqualTo(2);
        assertThat(answer(corrected, item).get("hazardId").asString())
                .isEqualTo(answer(read(perform(get("/api/inspection-checks/{id}", idOf(check)), worker)), item)
                        .get("hazardId")
                        .asString());
        perform(get("/api/inspection-checks").param("taskId", task), worker)
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].id").value(idOf(draft)));

        clock.advance(Duration.ofHours(24).plusMillis(1));
        correct(worker, draft)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/inspection/correction-too-late"));
        JsonNode byStreet = read(correct(office, draft).andExpect(status().isCreated()));
        save(office, byStreet, Map.of());
        JsonNode clean = read(submit(office, byStreet).andExpect(status().isOk()));
        assertThat(clean.get("noLongerFailed")).hasSize(2);
        assertThat(read(perform(get("/api/inspection-tasks/{id}", task), worker))
                        .at("/task/result")
                        .asString())
                .isEqualTo("PASS");
    }

    @Test
    void aClosedDoorMovesTheDueDayOnce() throws Exception {
        JsonNode first = begin(worker);
        notPossible(worker, first).andExpect(status().isOk());

        // Five working days after Monday 1 June.
        JsonNode moved =
                read(perform(get("/api/inspection-tasks/{id}", task), worker)).get("task");
        assertThat(Instant.parse(moved.get("dueAt").asString())).isEqualTo(endOf("2026-06-08"));
        assertThat(moved.get("rescheduled").asBoolean()).isTrue();

        morningOf("2026-06-05");
        JsonNode second = begin(worker);
        assertThat(idOf(second)).isNotEqualTo(idOf(first));
        notPossible(worker, second).andExpect(status().isOk());
        JsonNode still =
                read(perform(get("/api/inspection-tasks/{id}", task), worker)).get("task");
        assertThat(still.get("dueAt").asString()).isEqualTo(moved.get("dueAt").asString());
        assertThat(still.get("state").asString()).isEqualTo("DUE");
    }

    @Test
    void aCheckAfterTheDueMomentIsLate() throws Exception {
        clock.set(endOf("2026-06-08").plusMillis(1));
        JsonNode check = filled(worker, task, Map.of());
        submit(worker, check).andExpect(status().isOk());

        JsonNode whole =
                read(perform(get("/api/inspection-tasks/completion").param("planId", plan.toString()), office));
        assertThat(whole.get(0).get("due").asInt()).isEqualTo(1);
        assertThat(whole.get(0).get("late").asInt()).isEqualTo(1);
        assertThat(whole.get(0).get("onTime").asInt()).isZero();
        JsonNode work = read(perform(get("/api/inspection-tasks/workload").param("area", street.toString()), office));
        assertThat(work.get(0).get("personId").asString())
                .isEqualTo(worker.person().toString());
        assertThat(work.get(0).get("checks").asInt()).isEqualTo(1);
    }

    @Test
    void anObjectCanBeCheckedWithoutATask() throws Exception {
        JsonNode check = read(send(
                        post("/api/inspection-checks"),
                        worker,
                        Map.of("id", Ids.next(), "objectId", object, "checklistId", checklist("electricity")))
                .andExpect(status().isCreated()));
        save(worker, check, Map.of());

        submit(worker, check).andExpect(status().isOk());

        assertThat(read(perform(get("/api/inspection-tasks/{id}", task), worker))
                        .at("/task/state")
                        .asString())
                .isEqualTo("DUE");
    }

    @Test
    void neighboursSeeAndTouchNothing() throws Exception {
        JsonNode check = filled(worker, task, Map.of());
        submit(worker, check).andExpect(status().isOk());

        perform(get("/api/inspection-tasks/{id}", task), neighbour).andExpect(status().isNotFound());
        perform(get("/api/inspection-tasks").param("planId", plan.toString()), neighbour)
                .andExpect(jsonPath("$.items", hasSize(0)));
        perform(get("/api/inspection-tasks/completion").param("planId", plan.toString()), neighbour)
                .andExpect(jsonPath("$", hasSize(0)));
        perform(get("/api/inspection-checks/{id}", idOf(check)), neighbour).andExpect(status().isNotFound());
        perform(get("/api/inspection-checks").param("objectId", object.toString()), neighbour)
                .andExpect(jsonPath("$.items", hasSize(0)));
        send(post("/api/inspection-checks"), neighbour, start(Ids.next())).andExpect(status().isNotFound());
        correct(neighbour, check).andExpect(status().isNotFound());
        submit(neighbour, check).andExpect(status().isNotFound());
    }

    @Test
    void asksForALogInAndForThePermission() throws Exception {
        Caller auditor = people.with("auditor", guiyuan);

        mvc.perform(get("/api/inspection-tasks")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/inspection-checks")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/inspection-plans")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/checklists")).andExpect(status().isUnauthorized());
        perform(get("/api/inspection-tasks/{id}", task), auditor).andExpect(status().isOk());
        send(post("/api/inspection-checks"), auditor, start(Ids.next())).andExpect(status().isForbidden());
        send(post("/api/inspection-plans/{id}/pause", plan), worker, Map.of()).andExpect(status().isForbidden());
        send(post("/api/inspection-plans/{id}/pause", Ids.next()), office, Map.of())
                .andExpect(status().isNotFound());
        perform(get("/api/inspection-checks/{id}", Ids.next()), worker).andExpect(status().isNotFound());
    }

    @Test
    void anEnterpriseSeesTheChecksOfItsPlaceButNotWhatIsAboutToCome() throws Exception {
        UUID enterprise = Ids.next();
        units.register(
                SYSTEM,
                List.of(new org.anshe.organisation.Units.NewUnit(
                        enterprise, "晨光商行", org.anshe.organisation.Units.Kind.ENTERPRISE, guiyuan, null, null)));
        UUID own = Ids.next();
        var shop = newShop(own, guiyuan, 1);
        register.register(
                SYSTEM,
                List.of(new org.anshe.register.RegisterObjects.NewObject(
                        own, shop.type(), shop.name(), guiyuan, enterprise, shop.address(), 1, shop.fields())));
        generate.run(plan);
        String ownTask = tasksOf(plan).stream()
                .filter(one -> one.get("objectId").asString().equals(own.toString()))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        Caller owner = people.with("enterprise", null, enterprise);
        perform(get("/api/inspection-tasks/{id}", ownTask), owner).andExpect(status().isNotFound());

        JsonNode check = filled(worker, ownTask, Map.of());
        submit(worker, check).andExpect(status().isOk());

        perform(get("/api/inspection-checks"), owner)
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].id").value(idOf(check)));
    }

    private Map<String, Object> start(UUID id) throws Exception {
        return Map.of("id", id, "taskId", task, "checklistId", checklist("electricity"));
    }

    private JsonNode begin(Caller caller) throws Exception {
        return read(
                send(post("/api/inspection-checks"), caller, start(Ids.next())).andExpect(status().isCreated()));
    }

    private JsonNode reopen(JsonNode check) throws Exception {
        return read(perform(get("/api/inspection-checks/{id}", idOf(check)), worker));
    }

    private org.springframework.test.web.servlet.ResultActions submit(Caller caller, JsonNode check) throws Exception {
        return send(post("/api/inspection-checks/{id}/submit", idOf(check)), caller, Map.of());
    }

    private org.springframework.test.web.servlet.ResultActions correct(Caller caller, JsonNode check) throws Exception {
        return send(
                post("/api/inspection-checks/{id}/corrections", idOf(check)),
                caller,
                Map.of("id", Ids.next(), "reason", "漏记一项"));
    }

    private org.springframework.test.web.servlet.ResultActions notPossible(Caller caller, JsonNode check)
            throws Exception {
        return send(post("/api/inspection-checks/{id}/not-possible", idOf(check)), caller, Map.of("reason", "对象未开门"));
    }

    private static Map<String, Object> failed(String note, UUID photo) {
        return Map.of("result", "FAIL", "note", note, "photos", List.of(photo));
    }

    private static JsonNode answer(JsonNode check, String item) {
        for (JsonNode one : check.get("answers")) {
            if (one.at("/answer/itemCode").asString().equals(item)) {
                return one;
            }
        }
        throw new AssertionError("no answer for " + item);
    }

    private static int hazardsOf(UUID object) {
        return count("hazard.pub_hazard where object_id = ?", object);
    }
}
