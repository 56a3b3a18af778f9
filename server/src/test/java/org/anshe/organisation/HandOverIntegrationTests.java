package org.anshe.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HandOverIntegrationTests extends HandOverTest {

    @Test
    void movesEveryKindInOneStepAndKeepsTheHistory() throws Exception {
        UUID hazard = hazard(guiyuan, leaver, "ASSIGNED");
        UUID closed = hazard(guiyuan, leaver, "REJECTED");
        UUID plan = planWithTask(guiyuan, leaver);
        units.appoint(SYSTEM, unit, leaver.person(), "安全员");
        AreaKey grid = areas.below(guiyuan, 1, "第1网格");
        sql.update(
                "insert into organisation.area_holder (id, area_key, role, person_id, since) values (?, ?, 'SECTION_CHIEF', ?,"
                        + " '2026-01-01')",
                Ids.next(),
                grid.value(),
                leaver.person());

        JsonNode seen = preview(office, parts(part(successor, null)));
        for (String kind : List.of("hazard", "inspection-task", "inspection-plan", "post", "area")) {
            assertThat(share(seen, kind).at("/look/movable").asInt()).as(kind).isEqualTo(1);
        }
        assertThat(share(seen, "area").at("/look/examples/0/label").asString()).isEqualTo("青石街道 / 桂园社区 / 第1网格");
        assertThat(heldBy(leaver)).as("a preview moves nothing").isEqualTo(1);

        Map<String, Object> wanted = handOver(parts(part(successor, null)));
        JsonNode done = read(send(office, wanted).andExpect(status().isCreated()));

        assertThat(done.required("fromName").asString()).isEqualTo(leaver.name());
        for (String kind : List.of("hazard", "inspection-task", "inspection-plan", "post", "area")) {
            assertThat(share(done, kind).required("moved").asInt()).as(kind).isEqualTo(1);
        }
        assertThat(sql.queryForMap(
                        "select responsible_name, version, state, rectifiers::text as by from hazard.hazard where id = ?",
                        hazard))
                .containsEntry("responsible_name", successor.name())
                .containsEntry("version", 2)
                .containsEntry("state", "ASSIGNED")
                .containsEntry("by", "{" + leaver.person() + "}");
        assertThat(count("hazard.hazard where id = ? and responsible_id = ?", closed, leaver.person()))
                .as("what is done stays in the name of who did it")
                .isEqualTo(1);
        see(office, "/api/hazards/{id}", hazard)
                .andExpect(jsonPath("$.timeline[-1:].action").value("change-person"))
                .andExpect(jsonPath("$.timeline[-1:].facts.fromPerson").value(leaver.name()))
                .andExpect(jsonPath("$.timeline[-1:].facts.responsible").value(successor.name()))
                .andExpect(jsonPath("$.timeline[-1:].facts.reason").value("调到区里工作"));
        assertThat(count("inspection.task where plan_id = ? and assignee_id = ?", plan, successor.person()))
                .isEqualTo(1);
        assertThat(count("inspection.plan_inspector where plan_id = ? and person_id = ?", plan, successor.person()))
                .isEqualTo(1);
        assertThat(count("inspection.plan_inspector where plan_id = ?", plan)).isEqualTo(1);
        assertThat(count(
                        "organisation.membership where person_id = ? and post = '安全员' and ended_at is null",
                        successor.person()))
                .isEqualTo(1);
        assertThat(count("organisation.membership where person_id = ? and ended_at is not null", leaver.person()))
                .isEqualTo(1);
        assertThat(count(
                        "organisation.area_holder where area_key = ? and until is null and person_id = ?",
                        grid.value(),
                        successor.person()))
                .isEqualTo(1);
        assertThat(count("organisation.area_holder where person_id = ? and until is not null", leaver.person()))
                .isEqualTo(1);
        assertThat(count(
                        "audit.entry where action = 'work.hand-over' and subject_id = ?",
                        leaver.person().toString()))
                .isEqualTo(1);
        assertThat(count(
                        "audit.entry where action = 'work.take-over' and subject_id = ?",
                        successor.person().toString()))
                .isEqualTo(1);

        see(office, "/api/hand-overs?person={person}", leaver.person())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].byName").value(office.name()));
        see(
                        office,
                        "/api/hand-overs/{id}/items?position={n}",
                        id(wanted),
                        share(done, "hazard").required("position").asInt())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(hazard.toString()));
        see(office, "/api/held-work/{person}", leaver.person())
                .andExpect(jsonPath("$.work.length()").value(0));
    }

    @Test
    void aRepeatMovesNothingAgain() throws Exception {
        hazard(guiyuan, leaver, "ASSIGNED");
        Map<String, Object> wanted = handOver(parts(part(successor, null)));
        send(office, wanted).andExpect(status().isCreated());
        send(office, wanted).andExpect(status().isCreated());
        assertThat(count("organisation.hand_over where from_id = ?", leaver.person()))
                .isEqualTo(1);
        assertThat(count(
                        "audit.entry where action = 'work.hand-over' and subject_id = ?",
                        leaver.person().toString()))
                .isEqualTo(1);

        Caller other = people.with("street-office", street);
        send(other, wanted).andExpect(status().isConflict());
    }

    @Test
    void whoTakesAHazardOverCannotCloseIt() throws Exception {
        Caller closer = people.with("community-worker", guiyuan);
        UUID hazard = hazard(guiyuan, leaver, "SUBMITTED");
        assertThat(share(preview(office, parts(part(closer, null))), "hazard")
                        .at("/look/judged")
                        .asInt())
                .isEqualTo(1);

        send(office, handOver(parts(part(closer, null)))).andExpect(status().isCreated());

        for (Caller involved : List.of(closer, leaver)) {
            postTo("/api/hazards/" + hazard + "/close", involved, Map.of("version", 2, "note", "已整改"))
                    .andExpect(jsonPath("$.type").value("/problems/hazard/not-independent"));
        }
    }

    @Test
    void whatTheSuccessorMayNotDoStaysAndIsCounted() throws Exception {
        hazards(2, guiyuan, leaver, "ASSIGNED");
        hazards(3, songshan, leaver, "ASSIGNED");
        JsonNode look =
                share(preview(office, parts(part(successor, null))), "hazard").required("look");
        assertThat(look.required("movable").asInt()).isEqualTo(2);
        assertThat(look.required("kept").asInt()).isEqualTo(3);
        assertThat(look.required("keptExamples").size()).isEqualTo(3);

        JsonNode done = read(send(office, handOver(parts(part(successor, null)))));
        assertThat(share(done, "hazard").required("moved").asInt()).isEqualTo(2);
        assertThat(share(done, "hazard").required("kept").asInt()).isEqualTo(3);
        assertThat(heldBy(leaver)).isEqualTo(3);

        send(office, handOver(parts(part(successor, null))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/nothing-moves"));
        assertThat(count("organisation.hand_over where from_id = ?", leaver.person()))
                .isEqualTo(1);
    }

    @Test
    void severalSuccessorsShareTheWorkByAreaAndKind() throws Exception {
        hazards(2, guiyuan, leaver, "ASSIGNED");
        hazards(3, songshan, leaver, "ASSIGNED");
        planWithTask(songshan, leaver);
        Caller rest = people.with("community-worker", street);
        Caller inspector = people.with("grid-worker", street);
        List<Map<String, Object>> parts = parts(
                part(rest, null, "hazard"),
                part(successor, guiyuan, "hazard"),
                part(inspector, null, "inspection-task", "inspection-plan"));
        JsonNode seen = preview(office, parts);
        assertThat(seen.required("shares").size()).isEqualTo(4);

        send(office, handOver(parts)).andExpect(status().isCreated());

        assertThat(heldBy(successor)).isEqualTo(2);
        assertThat(heldBy(rest)).isEqualTo(3);
        assertThat(count("inspection.task where assignee_id = ?", inspector.person()))
                .isEqualTo(1);

        send(office, handOver(parts(part(rest, guiyuan), part(successor, guiyuan, "hazard"))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/shares-overlap"));
    }

    @Test
    void aListBegunIsSetAsideAndTheSuccessorBeginsAnew() throws Exception {
        UUID plan = planWithTask(guiyuan, leaver);
        UUID version = sql.queryForObject(
                "select id from inspection.checklist_version where published_at is not null limit 1", UUID.class);
        sql.update("""
                insert into inspection."check" (id, root_id, task_id, object_id, area_key, checklist_version_id, inspector_id,
                    state, started_at, saved_at)
                select gen_random_uuid(), gen_random_uuid(), id, object_id, area_key, ?, ?, 'DRAFT', now(), now()
                from inspection.task where plan_id = ?""", version, leaver.person(), plan);
        send(office, handOver(parts(part(successor, null)))).andExpect(status().isCreated());
        assertThat(count("inspection.\"check\" where inspector_id = ? and state = 'DISCARDED'", leaver.person()))
                .isEqualTo(1);
    }

    @Test
    void refusesWhoIsNotLoggedInNotPermittedOrFromElsewhere() throws Exception {
        hazard(guiyuan, leaver, "ASSIGNED");
        mvc.perform(get("/api/hand-overs")).andExpect(status().isUnauthorized());
        see(leaver, "/api/hand-overs").andExpect(status().isForbidden());
        Caller stranger = people.with("street-office", areas.street("白云街道"));
        Map<String, Object> wanted = handOver(parts(part(successor, null)));
        send(stranger, wanted).andExpect(status().isNotFound());
        see(stranger, "/api/held-work/{person}", leaver.person()).andExpect(status().isNotFound());
        send(office, wanted).andExpect(status().isCreated());
        see(stranger, "/api/hand-overs/{id}", id(wanted)).andExpect(status().isNotFound());
        see(stranger, "/api/hand-overs/{id}/items?position=1", id(wanted)).andExpect(status().isNotFound());
        see(stranger, "/api/hand-overs").andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void movesNothingThatLiesWhereTheCallerHandsOverNothing() throws Exception {
        Caller both = people.with("community-worker", street.at(org.anshe.shared.AreaLevel.DISTRICT));
        AreaKey elsewhere = areas.community(areas.street("白云街道"), 1, "云山社区");
        hazards(2, guiyuan, leaver, "ASSIGNED");
        hazards(1, elsewhere, leaver, "ASSIGNED");
        // Belongs to the street, so that its office sees the person; may work in the whole district.
        sql.update("update identity.person set area_key = ? where id = ?", street.value(), both.person());
        JsonNode look =
                share(preview(office, parts(part(both, null))), "hazard").required("look");
        assertThat(look.required("movable").asInt()).isEqualTo(2);
        assertThat(look.required("elsewhere").asBoolean()).isTrue();
        send(office, handOver(parts(part(both, null)))).andExpect(status().isCreated());
        assertThat(heldBy(leaver)).isEqualTo(1);
    }

    @Test
    void refusesSuccessorsWhoCannotBe() throws Exception {
        hazard(guiyuan, leaver, "ASSIGNED");
        send(office, handOver(parts(part(leaver, null))))
                .andExpect(jsonPath("$.type").value("/problems/organisation/same-person"));
        Caller gone = people.with("community-worker", guiyuan);
        sql.update("update identity.person set retired_at = now() where id = ?", gone.person());
        send(office, handOver(parts(part(gone, null))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/successor-inactive"));
        Caller outside = people.with("community-worker", areas.community(areas.street("白云街道"), 1, "云山社区"));
        send(office, handOver(parts(part(outside, null))))
                .andExpect(jsonPath("$.type").value("/problems/organisation/unknown-person"));
        Map<String, Object> tomorrow = handOver(parts(part(successor, null)));
        tomorrow.put("handedOn", "2199-01-01");
        send(office, tomorrow).andExpect(jsonPath("$.errors[0].pointer").value("/handedOn"));
        send(office, handOver(parts(part(successor, null, "magic"))))
                .andExpect(jsonPath("$.errors[0].pointer").value("/parts/0/work"));
        assertThat(heldBy(leaver)).isEqualTo(1);
        assertThat(count("organisation.hand_over where from_id = ?", leaver.person()))
                .isZero();
    }

    private static Object id(Map<String, Object> wanted) {
        return java.util.Objects.requireNonNull(wanted.get("id"));
    }
}
