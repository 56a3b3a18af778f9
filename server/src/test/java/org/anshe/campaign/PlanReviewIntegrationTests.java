package org.anshe.campaign;

import static org.anshe.testing.TestPeople.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlanReviewIntegrationTests extends CampaignTest {

    @Test
    void showsEachFindingInItsParagraph() throws Exception {
        JsonNode plan = plan(uploaded(PlanFiles.GAS));

        assertThat(plan.path("document").path("title").stringValue()).isEqualTo("青石街道瓶装气安全专项行动方案");
        assertThat(list(plan.path("paragraphs"))).hasSize(PlanFiles.GAS.size());
        assertThat(findings(plan, "OUTLINE")).isNotEmpty();
        assertThat(findings(plan, "STAGE")).hasSize(2);
        assertThat(findings(plan, "RESPONSIBILITY")).hasSize(3);
        assertThat(findings(plan, "RECURRENCE")).hasSize(1);
        for (JsonNode finding : plan.path("findings")) {
            String text = PlanFiles.GAS.get(finding.path("line").intValue() - 1);
            assertThat(finding.path("end").intValue())
                    .isBetween(finding.path("start").intValue(), text.length());
            assertThat(finding.path("decision").stringValue()).isEqualTo("PENDING");
        }
    }

    @Test
    void tellsWhichNamesAreUnits() throws Exception {
        JsonNode names = plan(uploaded(PlanFiles.GAS)).path("units");

        assertThat(texts(names, "name")).containsExactly("街道安全办公室", "桂园社区居民委员会", "瓶装气协调小组");
        assertThat(names.get(0).path("unitId").stringValue()).isEqualTo(office.toString());
        assertThat(names.get(2).path("unitId").isNull()).isTrue();
    }

    @Test
    void refusesWhatIsNoPlanAndSaysWhy() throws Exception {
        upload(officer, Ids.next(), street, "plan.docx", "PK\003\004 not a document".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/campaign/unreadable-plan"))
                .andExpect(jsonPath("$.reason").value("DAMAGED"));
        upload(officer, Ids.next(), street, "plan.docm", PlanFiles.docx(PlanFiles.GAS))
                .andExpect(jsonPath("$.reason").value("MACROS"));
        upload(officer, Ids.next(), street, "plan.txt", new byte[0])
                .andExpect(jsonPath("$.reason").value("EMPTY"));
        byte[] program = {'M', 'Z', 0, 1, 2, 3, 4, 5};
        upload(officer, Ids.next(), street, "plan.pdf", program)
                .andExpect(jsonPath("$.reason").value("NOT_A_DOCUMENT"));
        assertThat(list(read(officer, "/api/plan-documents").path("items"))).isEmpty();
    }

    @Test
    void takesTheSameUploadOnce() throws Exception {
        UUID id = Ids.next();
        byte[] file = PlanFiles.docx(PlanFiles.GAS);
        upload(officer, id, street, "plan.docx", file).andExpect(status().isCreated());
        upload(officer, id, street, "plan.docx", file).andExpect(status().isCreated());
        assertThat(list(read(officer, "/api/plan-documents").path("items"))).hasSize(1);
        Caller another = people.with("street-office", street);
        upload(another, id, street, "plan.docx", file)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/id-taken"));
    }

    @Test
    void keepsTheReadersWordsBesideTheEditedOnes() throws Exception {
        UUID id = uploaded(PlanFiles.GAS);
        JsonNode stage = findings(plan(id), "STAGE").getFirst();
        asPatch(
                        officer,
                        "/api/plan-documents/" + id + "/findings/"
                                + stage.path("id").stringValue(),
                        Map.of(
                                "version",
                                0,
                                "data",
                                Map.of("name", "动员", "start", "2026-06-02", "end", "2026-06-30"),
                                "decision",
                                "ACCEPTED"))
                .andExpect(status().isOk());

        JsonNode edited = findings(plan(id), "STAGE").getFirst();
        assertThat(edited.path("data").path("start").stringValue()).isEqualTo("2026-06-02");
        assertThat(edited.path("read").path("start").stringValue()).isEqualTo("2026-06-01");
        assertThat(edited.path("decision").stringValue()).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesWordsThatDoNotFitTheKind() throws Exception {
        UUID id = uploaded(PlanFiles.GAS);
        String address = "/api/plan-documents/" + id + "/findings/"
                + findings(plan(id), "STAGE").getFirst().path("id").stringValue();
        asPatch(officer, address, Map.of("version", 0, "data", Map.of("name", "", "start", "2026-13", "end", "2026")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/campaign/bad-finding"))
                .andExpect(jsonPath("$.errors[?(@.pointer=='/data/name')].code").value("required"))
                .andExpect(
                        jsonPath("$.errors[?(@.pointer=='/data/start')].code").value("format"))
                .andExpect(jsonPath("$.errors[?(@.pointer=='/data/end')].code").value("format"));
        asPatch(
                        officer,
                        address,
                        Map.of("version", 0, "data", Map.of("name", "x", "start", "2026-07-02", "end", "2026-07-01")))
                .andExpect(jsonPath("$.errors[0].code").value("before-start"));
    }

    @Test
    void letsTheSlowerOfTwoReviewersLookAgain() throws Exception {
        UUID id = uploaded(PlanFiles.GAS);
        JsonNode stage = findings(plan(id), "STAGE").getFirst();
        decide(id, stage, "ACCEPTED").andExpect(status().isOk());
        decide(id, stage, "REJECTED")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
    }

    @Test
    void addsWhatAPersonSelected() throws Exception {
        UUID id = uploaded(PlanFiles.GAS);
        UUID added = Ids.next();
        Map<String, Object> body = Map.of(
                "id",
                added,
                "kind",
                "DEADLINE",
                "line",
                6,
                "start",
                3,
                "end",
                9,
                "data",
                Map.of("date", "2026-10-31", "what", "更换老旧软管"));
        asPost(officer, "/api/plan-documents/" + id + "/findings", body).andExpect(status().isCreated());
        asPost(officer, "/api/plan-documents/" + id + "/findings", body).andExpect(status().isCreated());

        List<JsonNode> found = findings(plan(id), "DEADLINE").stream()
                .filter(finding -> finding.path("id").stringValue().equals(added.toString()))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("read").isNull()).isTrue();
        assertThat(found.getFirst().path("decision").stringValue()).isEqualTo("ACCEPTED");
        asPost(
                        officer,
                        "/api/plan-documents/" + id + "/findings",
                        Map.of(
                                "id",
                                Ids.next(),
                                "kind",
                                "DEADLINE",
                                "line",
                                6,
                                "start",
                                3,
                                "end",
                                900,
                                "data",
                                Map.of("date", "2026-10-31", "what", "x")))
                .andExpect(jsonPath("$.type").value("/problems/campaign/bad-passage"));
    }

    @Test
    void readingAgainKeepsDecisionsAndEdits() throws Exception {
        UUID id = uploaded(PlanFiles.GAS);
        JsonNode before = plan(id);
        decide(id, findings(before, "STAGE").getFirst(), "REJECTED").andExpect(status().isOk());
        asPost(officer, "/api/plan-documents/" + id + "/readings", Map.of()).andExpect(status().isNoContent());

        JsonNode after = plan(id);
        assertThat(list(after.path("findings"))).hasSameSizeAs(list(before.path("findings")));
        assertThat(texts(after.path("findings"), "decision")).containsOnlyOnce("REJECTED");
    }

    @Test
    void discardsWithAReasonAndReviewsNoMore() throws Exception {
        UUID id = uploaded(PlanFiles.GAS);
        JsonNode stage = findings(plan(id), "STAGE").getFirst();
        asPost(officer, "/api/plan-documents/" + id + "/discard", Map.of("version", 0, "reason", " "))
                .andExpect(status().isBadRequest());
        asPost(officer, "/api/plan-documents/" + id + "/discard", Map.of("version", 0, "reason", "发错了文件"))
                .andExpect(status().isNoContent());
        decide(id, stage, "ACCEPTED")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/not-under-review"));
        acceptAllIsRefused(id);
    }

    private void acceptAllIsRefused(UUID id) throws Exception {
        asPost(officer, "/api/plan-documents/" + id + "/decisions", Map.of("decision", "ACCEPTED"))
                .andExpect(status().isConflict());
    }

    @Test
    void opensToNobodyOutside() throws Exception {
        UUID id = uploaded(PlanFiles.GAS);
        AreaKey elsewhere = areas.street("白沙街道");
        Caller neighbour = people.with("street-office", elsewhere);
        String address = "/api/plan-documents/" + id;

        mvc.perform(get(address)).andExpect(status().isUnauthorized());
        mvc.perform(multipart("/api/plan-documents").with(withToken())).andExpect(status().isUnauthorized());
        asGet(worker, address).andExpect(status().isForbidden());
        asGet(neighbour, address).andExpect(status().isNotFound());
        asGet(neighbour, address + "/preview").andExpect(status().isNotFound());
        asGet(neighbour, address + "/units").andExpect(status().isNotFound());
        asPost(neighbour, address + "/decisions", Map.of("decision", "ACCEPTED"))
                .andExpect(status().isNotFound());
        asPost(neighbour, address + "/confirmation", confirmation(Ids.next(), 0))
                .andExpect(status().isNotFound());
        assertThat(list(read(neighbour, "/api/plan-documents").path("items"))).isEmpty();
        upload(neighbour, Ids.next(), street, "plan.docx", PlanFiles.docx(PlanFiles.GAS))
                .andExpect(status().isForbidden());
        Caller auditor = people.with("auditor", street);
        asGet(auditor, address).andExpect(status().isOk());
        asPost(auditor, address + "/decisions", Map.of("decision", "ACCEPTED")).andExpect(status().isForbidden());
    }
}
