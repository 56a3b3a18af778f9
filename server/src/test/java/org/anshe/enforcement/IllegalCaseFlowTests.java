package org.anshe.enforcement;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cases from what was found to what came of it, as browsers walk them. */
class IllegalCaseFlowTests extends EnforcementTest {

    @Test
    void aCaseOfAHazardIsRefusedSentOnAndConcluded() throws Exception {
        UUID hazard = hazard();
        UUID id = Ids.next();
        Map<String, Object> found = found(id);
        found.put("hazardId", hazard);
        send(office, CASES, found).andExpect(status().isCreated());
        send(office, CASES, found)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value("AJ" + today.substring(0, 4) + "-0001"));
        step(office, CASES, id, "transfer", Map.of("unitId", market, "reason", "属市场监管职责"))
                .andExpect(status().isNoContent());
        read(marketHandler, CASES + "/" + id);
        mvc.perform(get(CASES + "/" + id).with(as(officer))).andExpect(status().isNotFound());
        step(marketHandler, CASES, id, "refuse", Map.of("reason", "应由公安机关管辖")).andExpect(status().isNoContent());
        mvc.perform(get(CASES + "/" + id).with(as(marketHandler))).andExpect(status().isNotFound());
        step(deputy, CASES, id, "transfer", Map.of("unitId", police, "reason", "涉嫌危险作业"))
                .andExpect(status().isNoContent());
        assertThat(read(officer, "/api/enforcement/to-do").at("/0/kind").asString())
                .isEqualTo("CASE_ANSWER");
        step(officer, CASES, id, "accept", Map.of("note", "已立案")).andExpect(status().isNoContent());
        step(
                        officer,
                        CASES,
                        id,
                        "conclude",
                        Map.of("day", today, "outcomes", List.of("FINED", "ORDERED_TO_STOP"), "fine", "5000.50"))
                .andExpect(status().isNoContent());
        step(officer, CASES, id, "expose", Map.of("day", today, "where", "街道公示栏"))
                .andExpect(status().isNoContent());

        JsonNode view = read(office, CASES + "/" + id);
        assertThat(view.at("/row/state").asString()).isEqualTo("CONCLUDED");
        assertThat(view.at("/row/transfers").asInt()).isEqualTo(2);
        assertThat(view.at("/row/fine").asDouble()).isEqualTo(5000.5);
        assertThat(view.at("/transfers/0/state").asString()).isEqualTo("REFUSED");
        assertThat(view.at("/row/exposedOn").asString()).isEqualTo(today);
        assertThat(read(office, "/api/hazards/" + hazard + "/enforcement")
                        .at("/cases/0/id")
                        .asString())
                .isEqualTo(id.toString());
        await().untilAsserted(() -> assertThat(sql.queryForList(
                        "select kind from notification.receipt where person_id in (?, ?) and kind like 'illegal-case%'",
                        String.class, officer.person(), office.person()))
                .contains("illegal-case.transferred", "illegal-case.refused", "illegal-case.concluded"));
    }

    @Test
    void whoSentACaseDoesNotAnswerForTheDepartment() throws Exception {
        UUID id = transferred();
        step(office, CASES, id, "accept", Map.of())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/enforcement/own-transfer"));
        step(deputy, CASES, id, "accept", Map.of()).andExpect(status().isNoContent());
    }

    @Test
    void aDepartmentHasFiveWorkingDaysToAnswer() throws Exception {
        UUID id = transferred();
        JsonNode answer = read(office, CASES + "/" + id).at("/row/answer");
        assertThat(answer.get("state").asString()).isEqualTo("IN_TIME");
        Instant due = Instant.parse(answer.get("dueAt").asString());
        clock.advance(Duration.between(clock.instant(), due));
        assertThat(read(office, CASES + "/" + id).at("/row/answer/state").asString())
                .isEqualTo("NEAR");
        clock.advance(Duration.ofMillis(1));
        assertThat(read(office, CASES + "/" + id).at("/row/answer/state").asString())
                .isEqualTo("BREACHED");
        assertThat(read(office, CASES + "?overdue=true&area=" + street)
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(read(office, CASES + "?overdue=false&area=" + street)
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void anOutcomeMustBeWhole() throws Exception {
        UUID id = opened();
        for (Map<String, Object> outcome : List.<Map<String, Object>>of(
                Map.of("outcomes", List.of("FINED")),
                Map.of("outcomes", List.of("ORDERED_TO_STOP"), "fine", 10),
                Map.of("outcomes", List.of("NO_OFFENCE", "WARNED")),
                Map.of("outcomes", List.of("OTHER")))) {
            Map<String, Object> body = new LinkedHashMap<>(outcome);
            body.put("day", today);
            step(office, CASES, id, "conclude", body)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/enforcement/outcome-incomplete"));
        }
        step(office, CASES, id, "conclude", Map.of("day", "2020-01-01", "outcomes", List.of("WARNED")))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/day-out-of-range"));
        step(office, CASES, id, "expose", Map.of("day", today, "where", "x"))
                .andExpect(jsonPath("$.type").value("/problems/enforcement/wrong-state"));
        step(office, CASES, id, "conclude", Map.of("day", today, "outcomes", List.of("WARNED"), "version", 9))
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
        step(office, CASES, id, "conclude", Map.of("day", today, "outcomes", List.of("WARNED")))
                .andExpect(status().isNoContent());
    }

    @Test
    void theLetterIsFilledFromTheCase() throws Exception {
        UUID organ = safetyOffice;
        organs.keep(office.with("paper-organ.manage"), organ, 0, "青石街道安监办", "青安");
        UUID id = opened();
        UUID paper = Ids.next();
        Map<String, Object> body = Map.of("id", paper, "kind", "case-transfer-letter", "organId", organ);
        send(office, CASES + "/" + id + "/papers", body)
                .andExpect(jsonPath("$.type").value("/problems/paper/kind-not-offered"));
        step(office, CASES, id, "transfer", Map.of("unitId", market, "reason", "属市场监管职责"))
                .andExpect(status().isNoContent());
        send(office, CASES + "/" + id + "/papers", body).andExpect(status().isCreated());
        JsonNode shown = read(office, "/api/papers/" + paper);
        assertThat(shown.at("/values/recipient").asString()).startsWith("市场监管所");
        assertThat(shown.at("/values/reason").asString()).isEqualTo("属市场监管职责");
        assertThat(shown.at("/rows/0/act").asString()).isEqualTo("无证储存液化石油气");
        assertThat(shown.get("missing")).isEmpty();
    }

    @Test
    void theLedgerIsATable() throws Exception {
        opened();
        byte[] table = mvc.perform(get(CASES + "/export?area=" + street).with(as(office)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(table, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        mvc.perform(get(CASES + "/export").with(as(people.with("community-worker", community))))
                .andExpect(status().isForbidden());
    }

    @Test
    void aDepartmentThatLetsItsTimePassIsToldTwiceAndTheSenderOnce() throws Exception {
        UUID id = transferred();
        UUID answered = transferred();
        step(marketHandler, CASES, answered, "accept", Map.of()).andExpect(status().isNoContent());
        Instant due = Instant.parse(
                read(office, CASES + "/" + id).at("/row/answer/dueAt").asString());
        clock.set(due);
        announcing.announce();
        await().untilAsserted(
                        () -> assertThat(told(id, "illegal-case.answer-near")).containsExactly(marketHandler.person()));
        assertThat(told(id, "illegal-case.answer-overdue")).isEmpty();
        clock.set(due.plusMillis(1));
        announcing.announce();
        await().untilAsserted(() -> assertThat(told(id, "illegal-case.answer-overdue"))
                .containsExactlyInAnyOrder(marketHandler.person(), office.person(), deputy.person()));
        assertThat(told(answered, "illegal-case.answer-near")).isEmpty();
        assertThat(told(answered, "illegal-case.answer-overdue")).isEmpty();
    }
}
