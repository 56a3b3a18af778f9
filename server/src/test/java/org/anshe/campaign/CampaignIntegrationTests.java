package org.anshe.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CampaignIntegrationTests extends CampaignTest {

    @Autowired
    Attachments attachments;

    @Test
    void isSeenByThoseItNames() throws Exception {
        UUID id = runningCampaign();
        Caller neighbour = people.with("street-office", areas.street("白沙街道"));
        Caller grid = people.with("grid-worker", community);

        mvc.perform(get("/api/campaigns/" + id)).andExpect(status().isUnauthorized());
        asGet(grid, "/api/campaigns/" + id).andExpect(status().isForbidden());
        asGet(worker, "/api/campaigns/" + id).andExpect(status().isOk());
        assertThat(list(read(worker, "/api/campaigns").path("items"))).hasSize(1);
        for (Caller outside : List.of(stranger, neighbour)) {
            asGet(outside, "/api/campaigns/" + id).andExpect(status().isNotFound());
            asGet(outside, "/api/campaigns/" + id + "/document").andExpect(status().isNotFound());
            assertThat(list(read(outside, "/api/campaigns").path("items"))).isEmpty();
            assertThat(list(read(outside, "/api/campaign-tasks").path("items"))).isEmpty();
        }
        asPost(neighbour, "/api/campaigns/" + id + "/close", Map.of("version", 0, "reason", "x"))
                .andExpect(status().isNotFound());
        asPost(worker, "/api/campaigns/" + id + "/close", Map.of("version", 0, "reason", "x"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aUnitWorksOnItsOwnTasksOnly() throws Exception {
        UUID id = runningCampaign();
        JsonNode own = task(id, "登记用气场所");
        JsonNode other = task(id, "更换老旧软管");
        assertThat(read(worker, address(id, own)).path("task").path("mayWork").booleanValue())
                .isTrue();

        asPost(worker, address(id, own) + "/progress-notes", note(own, 40)).andExpect(status().isCreated());
        asPost(worker, address(id, other) + "/progress-notes", note(other, 40)).andExpect(status().isForbidden());
        asPost(stranger, address(id, own) + "/progress-notes", note(own, 50)).andExpect(status().isNotFound());
        assertThat(task(id, "登记用气场所").path("percent").intValue()).isEqualTo(40);
        assertThat(list(read(worker, "/api/campaign-tasks").path("items"))).hasSize(1);
    }

    @Test
    void countsAReportOnceAndRefusesAStaleOne() throws Exception {
        UUID id = runningCampaign();
        JsonNode task = task(id, "登记用气场所");
        Map<String, Object> note = note(task, 30);
        asPost(officer, address(id, task) + "/progress-notes", note).andExpect(status().isCreated());
        asPost(officer, address(id, task) + "/progress-notes", note).andExpect(status().isCreated());
        assertThat(count("progress_note", id)).isOne();
        asPost(officer, address(id, task) + "/progress-notes", note(task, 60)).andExpect(status().isConflict());
        assertThat(count("progress_note", id)).isOne();
    }

    @Test
    void finishesWithEvidenceAndEndsTheDeadline() throws Exception {
        UUID id = runningCampaign();
        JsonNode task = task(id, "登记用气场所");
        UUID taskId = UUID.fromString(task.path("id").stringValue());
        asPost(officer, address(id, task) + "/completion", report(task, List.of()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/campaign/evidence-required"));

        Map<String, Object> report = report(task, List.of(file()));
        asPost(officer, address(id, task) + "/completion", report).andExpect(status().isCreated());
        asPost(officer, address(id, task) + "/completion", report).andExpect(status().isCreated());
        JsonNode done = read(officer, address(id, task));
        assertThat(done.path("task").path("state").stringValue()).isEqualTo("DONE");
        assertThat(list(done.path("notes").get(0).path("files"))).hasSize(1);
        String file = "/api/attachments/"
                + done.path("notes").get(0).path("files").get(0).path("id").stringValue();
        asGet(worker, file).andExpect(status().isOk());
        asGet(stranger, file).andExpect(status().isNotFound());
        assertThat(dueOf(taskId)).isNull();

        asPost(officer, address(id, task) + "/reopening", report(done.path("task"), List.of()))
                .andExpect(status().isCreated());
        assertThat(dueOf(taskId)).isNotNull();
    }

    @Test
    void marksWhatSlips() throws Exception {
        UUID id = runningCampaign();
        assertThat(campaign(id).path("campaign").path("slipping").intValue()).isZero();
        clock.advance(Duration.ofDays(61));
        assertThat(campaign(id).path("campaign").path("slipping").intValue())
                .as("1 August in Shanghai")
                .isOne();
        assertThat(task(id, "登记用气场所").path("slipping").booleanValue()).isTrue();
        assertThat(list(read(officer, "/api/campaign-tasks?slipping=true").path("items")))
                .hasSize(1);
        assertThat(list(read(officer, "/api/campaigns?slipping=true").path("items")))
                .hasSize(1);
        JsonNode july = list(campaign(id).path("months")).stream()
                .filter(month -> month.path("month").stringValue().equals("2026-07"))
                .findFirst()
                .orElseThrow();
        assertThat(july.path("due").intValue()).isOne();
        assertThat(july.path("slipping").intValue()).isOne();
    }

    @Test
    void isMadeByHandStartedAndClosed() throws Exception {
        UUID id = Ids.next();
        Map<String, Object> created = new HashMap<>(Map.of(
                "id",
                id,
                "title",
                "电动车进楼治理",
                "area",
                street.toString(),
                "startsOn",
                "2026-06-01",
                "endsOn",
                "2026-05-01"));
        asPost(officer, "/api/campaigns", created)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/span-reversed"));
        created.put("endsOn", "2026-12-31");
        asPost(officer, "/api/campaigns", created).andExpect(status().isCreated());
        asPost(officer, "/api/campaigns", created).andExpect(status().isCreated());

        UUID task = Ids.next();
        String address = "/api/campaigns/" + id + "/tasks/" + task;
        asPut(
                        officer,
                        address,
                        Map.of(
                                "version",
                                0,
                                "title",
                                "清查楼道",
                                "dueOn",
                                "2026-06-30",
                                "units",
                                List.of(Map.of("role", "LEAD", "unitId", communityUnit))))
                .andExpect(status().isNoContent());
        assertThat(dueOf(task)).as("a draft has no deadlines").isNull();
        asPost(officer, "/api/campaigns/" + id + "/start", Map.of("version", 0)).andExpect(status().isNoContent());
        assertThat(dueOf(task)).isNotNull();
        asPost(officer, "/api/campaigns/" + id + "/start", Map.of("version", 0)).andExpect(status().isConflict());

        asPut(officer, address, Map.of("version", 7, "title", "清查楼道", "units", List.of()))
                .andExpect(status().isConflict());
        asPut(officer, "/api/campaigns/" + id, Map.of("version", 0, "title", "x"))
                .andExpect(status().isConflict());
        asPost(officer, "/api/campaigns/" + id + "/close", Map.of("version", 1, "reason", "已完成"))
                .andExpect(status().isNoContent());
        assertThat(dueOf(task)).isNull();
        asPut(officer, address, Map.of("version", 0, "title", "清查楼道", "units", List.of()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/wrong-state"));
    }

    @Test
    void aClosedCampaignIsOverInTheFiguresToo() throws Exception {
        UUID id = runningCampaign();
        clock.set(Instant.parse("2026-08-10T02:00:00Z"));
        assertThat(figures()).containsExactly(1, 1, 1);
        asPost(officer, "/api/campaigns/" + id + "/close", Map.of("version", 0, "reason", "提前完成"))
                .andExpect(status().isNoContent());
        clock.advance(Duration.ofMinutes(1));
        assertThat(figures()).as("running, slipping, due in July").containsExactly(0, 0, 1);
        assertThat(read(officer, "/api/duty-occurrences?state=OPEN&subjectId=" + id)
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatADraftOrAClosedCampaignWouldBringLaterIsNotCounted() throws Exception {
        UUID id = runningCampaign();
        asPost(officer, "/api/campaigns/" + id + "/close", Map.of("version", 0, "reason", "停办"))
                .andExpect(status().isNoContent());
        clock.set(Instant.parse("2026-08-10T02:00:00Z"));
        assertThat(figures()).as("its task was due after it was closed").containsExactly(0, 0, 0);
    }

    private List<Integer> figures() throws Exception {
        JsonNode values = read(
                        officer,
                        "/api/indicator-values?codes=campaigns-running,campaign-tasks-slipping,campaign-tasks-due"
                                + "&from=2026-07-01&to=2026-08-31&area=" + street)
                .path("values");
        return list(values).stream()
                .map(value -> value.path("reading").path("numerator").intValue())
                .toList();
    }

    @Test
    void dutiesFollowTheLastDayOfTheCampaign() throws Exception {
        UUID id = runningCampaign();
        String open = "/api/duty-occurrences?state=OPEN&subjectId=" + id;
        assertThat(texts(read(officer, open).path("items"), "dueAt")).containsExactly("2026-06-07T15:59:59.999Z");

        asPut(officer, "/api/campaigns/" + id, Map.of("version", 0, "title", "瓶装气", "endsOn", "2026-06-03"))
                .andExpect(status().isNoContent());
        assertThat(texts(read(officer, open).path("items"), "dueAt")).containsExactly("2026-06-03T15:59:59.999Z");
        assertThat(texts(campaign(id).path("duties"), "endsOn")).containsExactly("2026-06-03");
    }

    @Test
    void changesAndWithdrawsStages() throws Exception {
        UUID id = runningCampaign();
        JsonNode stage = campaign(id).path("stages").get(1);
        String address = "/api/campaigns/" + id + "/stages/" + stage.path("id").stringValue();
        asPut(officer, address, Map.of("version", 0, "name", "集中整治", "startsOn", "2026-07-01", "endsOn", "2026-12-15"))
                .andExpect(status().isNoContent());
        JsonNode changed = campaign(id).path("stages").get(1);
        assertThat(changed.path("startsPrecision").stringValue())
                .as("untouched")
                .isEqualTo("MONTH");
        assertThat(changed.path("endsPrecision").stringValue()).isEqualTo("DAY");
        asPut(officer, address, Map.of("version", 0, "name", "x")).andExpect(status().isConflict());
    }

    private JsonNode task(UUID campaign, String title) throws Exception {
        return list(campaign(campaign).path("tasks")).stream()
                .filter(one -> one.path("title").stringValue().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String address(UUID campaign, JsonNode task) {
        return "/api/campaigns/" + campaign + "/tasks/" + task.path("id").stringValue();
    }

    private static Map<String, Object> note(JsonNode task, int percent) {
        Map<String, Object> note = report(task, List.of());
        note.put("percent", percent);
        return note;
    }

    private static Map<String, Object> report(JsonNode task, List<UUID> files) {
        return new HashMap<>(Map.of(
                "id", Ids.next(), "version", task.path("version").intValue(), "words", "已走访三条街", "files", files));
    }

    private UUID file() {
        UUID id = Ids.next();
        attachments.store(officer, id, "清单.txt", new ByteArrayInputStream("登记清单".getBytes(StandardCharsets.UTF_8)));
        return id;
    }
}
