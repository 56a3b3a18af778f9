package org.anshe.enforcement;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.TestPictures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Joint actions from the invitation to the conclusion, as browsers walk them. */
class JointActionFlowTests extends EnforcementTest {

    @Test
    void anActionGoesFromTheInvitationToItsConclusion() throws Exception {
        UUID id = planned();
        assertThat(read(officer, "/api/enforcement/to-do").at("/0/kind").asString())
                .isEqualTo("INVITATION");
        await().untilAsserted(() -> assertThat(sql.queryForObject(
                        "select count(*) from notification.receipt e where e.person_id = ? and e.kind = 'joint-action.invited'",
                        Integer.class,
                        officer.person()))
                .isEqualTo(1));
        step(officer, ACTIONS, id, "agree", Map.of("unitId", police)).andExpect(status().isNoContent());
        step(marketHandler, ACTIONS, id, "decline", Map.of("unitId", market, "reason", "当日抽检"))
                .andExpect(status().isNoContent());
        UUID photo = Ids.next();
        attachments.store(office, photo, "现场.jpg", new ByteArrayInputStream(TestPictures.jpeg()));
        Map<String, Object> holding = Map.of(
                "day",
                today,
                "summary",
                "检查餐饮单位12家",
                "present",
                List.of(Map.of("unitId", safetyOffice, "people", 3), Map.of("unitId", police, "people", 2)),
                "files",
                List.of(photo));
        step(office, ACTIONS, id, "hold", holding).andExpect(status().isNoContent());
        UUID hazard = hazard();
        step(office, ACTIONS, id, "link-hazard", Map.of("hazardId", hazard)).andExpect(status().isNoContent());
        UUID oneCase = Ids.next();
        Map<String, Object> found = found(oneCase);
        found.put("actionId", id);
        found.put("hazardId", hazard);
        send(office, CASES, found).andExpect(status().isCreated());
        step(office, ACTIONS, id, "ask-feedback", Map.of()).andExpect(status().isNoContent());
        assertThat(read(officer, "/api/enforcement/to-do").at("/0/kind").asString())
                .isEqualTo("FEEDBACK");
        step(office, ACTIONS, id, "conclude", Map.of("conclusion", "整治到位"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/enforcement/feedback-missing"));
        step(officer, ACTIONS, id, "feed-back", Map.of("unitId", police, "feedback", "查处一起，训诫两人"))
                .andExpect(status().isNoContent());
        step(office, ACTIONS, id, "conclude", Map.of("conclusion", "整治到位")).andExpect(status().isNoContent());

        JsonNode view = read(office, ACTIONS + "/" + id);
        assertThat(view.at("/row/state").asString()).isEqualTo("CONCLUDED");
        assertThat(view.at("/row/number").asString()).isEqualTo("LH" + today.substring(0, 4) + "-0001");
        assertThat(view.at("/hazards/0/id").asString()).isEqualTo(hazard.toString());
        assertThat(view.at("/cases/0/id").asString()).isEqualTo(oneCase.toString());
        assertThat(view.at("/files/0/id").asString()).isEqualTo(photo.toString());
        for (Caller invited : List.of(office, officer, marketHandler)) {
            mvc.perform(get("/api/attachments/" + photo).with(as(invited))).andExpect(status().isOk());
        }
        mvc.perform(get("/api/attachments/" + photo).with(as(neighbour))).andExpect(status().isNotFound());
        assertThat(view.get("timeline")
                        .valueStream()
                        .map(step -> step.get("action").asString()))
                .containsExactly(
                        "plan", "agree", "decline", "hold", "link-hazard", "ask-feedback", "feed-back", "conclude");
        assertThat(read(office, "/api/hazards/" + hazard + "/enforcement")
                        .at("/actions/0/id")
                        .asString())
                .isEqualTo(id.toString());
        assertThat(sql.queryForObject(
                        "select count(*) from deadline.running_deadline where subject = 'joint-feedback' and unit_id = ?",
                        Integer.class,
                        police))
                .isZero();
    }

    @Test
    void feedbackThatIsMissingNeedsAReason() throws Exception {
        UUID id = held();
        step(office, ACTIONS, id, "ask-feedback", Map.of("by", "2020-01-01"))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/day-out-of-range"));
        step(office, ACTIONS, id, "ask-feedback", Map.of("by", today)).andExpect(status().isNoContent());
        step(marketHandler, ACTIONS, id, "feed-back", Map.of("unitId", market, "feedback", "x"))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/nothing-owed"));
        step(officer, ACTIONS, id, "feed-back", Map.of("unitId", market, "feedback", "x"))
                .andExpect(status().isForbidden());
        step(office, ACTIONS, id, "conclude", Map.of("conclusion", "完成", "missingReason", "派出所另案处理"))
                .andExpect(status().isNoContent());
        assertThat(read(office, ACTIONS + "/" + id).get("missingReason").asString())
                .isEqualTo("派出所另案处理");
    }

    @Test
    void aUnitThatLetsItsFeedbackWaitIsToldTwiceAndTheLeaderOnce() throws Exception {
        UUID id = held();
        UUID given = held();
        for (UUID one : List.of(id, given)) {
            step(office, ACTIONS, one, "ask-feedback", Map.of("by", today)).andExpect(status().isNoContent());
        }
        step(officer, ACTIONS, given, "feed-back", Map.of("unitId", police, "feedback", "查处一起"))
                .andExpect(status().isNoContent());
        Instant due = WorkingCalendar.endOf(LocalDate.parse(today));
        clock.set(due);
        announcing.announce();
        await().untilAsserted(
                        () -> assertThat(told(id, "joint-action.feedback-near")).containsExactly(officer.person()));
        assertThat(told(id, "joint-action.feedback-overdue")).isEmpty();
        clock.set(due.plusMillis(1));
        announcing.announce();
        await().untilAsserted(() -> assertThat(told(id, "joint-action.feedback-overdue"))
                .containsExactlyInAnyOrder(officer.person(), office.person(), deputy.person()));
        assertThat(told(given, "joint-action.feedback-near")).isEmpty();
        assertThat(told(given, "joint-action.feedback-overdue")).isEmpty();
    }

    @Test
    void onlyWhatIsHeldTakesHazards() throws Exception {
        UUID id = planned();
        step(office, ACTIONS, id, "link-hazard", Map.of("hazardId", hazard()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/enforcement/wrong-state"));
        step(
                        office,
                        ACTIONS,
                        id,
                        "hold",
                        Map.of(
                                "day",
                                "2099-01-01",
                                "summary",
                                "x",
                                "present",
                                List.of(Map.of("unitId", safetyOffice, "people", 1))))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/day-out-of-range"));
        step(
                        office,
                        ACTIONS,
                        id,
                        "hold",
                        Map.of("day", today, "summary", "x", "present", List.of(Map.of("unitId", police, "people", 1))))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/nobody-took-part"));
        step(office, ACTIONS, id, "cancel", Map.of("reason", "暴雨")).andExpect(status().isNoContent());
        step(officer, ACTIONS, id, "agree", Map.of("unitId", police))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/wrong-state"));
    }

    @Test
    void aNeighbourSeesNothingAndAPartnerFromElsewhereSeesTheAction() throws Exception {
        UUID action = planned();
        UUID oneCase = opened();
        mvc.perform(get(ACTIONS + "/" + action)).andExpect(status().isUnauthorized());
        mvc.perform(get(CASES + "/" + oneCase).with(as(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get(ACTIONS + "/" + action).with(as(people.with("enterprise", null, market))))
                .andExpect(status().isForbidden());
        read(officer, ACTIONS + "/" + action);
        assertThat(read(officer, ACTIONS).get("items").size()).isEqualTo(1);
        UUID alone = Ids.next();
        Map<String, Object> plan = plan("内部检查");
        plan.put("unitIds", List.of(market));
        send(office, ACTIONS, Map.of("id", alone, "plan", plan)).andExpect(status().isCreated());
        mvc.perform(get(ACTIONS + "/" + alone).with(as(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get(ACTIONS + "/" + alone).with(as(officer))).andExpect(status().isNotFound());
        send(neighbour, ACTIONS, Map.of("id", Ids.next(), "plan", plan))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/enforcement/outside-scope"));
        send(officer, CASES, found(Ids.next())).andExpect(status().isForbidden());
        plan.put("unitIds", List.of(market, safetyOffice));
        send(office, ACTIONS, Map.of("id", Ids.next(), "plan", plan))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/leader-invited"));
    }
}
