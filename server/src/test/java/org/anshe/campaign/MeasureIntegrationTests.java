package org.anshe.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

class MeasureIntegrationTests extends CampaignTest {

    private Map<String, Object> draft(String title) {
        return new HashMap<>(Map.of(
                "title",
                title,
                "kind",
                "INSTITUTION",
                "domain",
                "gas",
                "unitId",
                office,
                "body",
                "第一条 ……",
                "hazards",
                List.of(),
                "files",
                List.of()));
    }

    private UUID begun() throws Exception {
        UUID id = Ids.next();
        asPost(officer, "/api/measures", Map.of("id", id, "area", street, "draft", draft("瓶装液化气入户安检制度")))
                .andExpect(status().isCreated());
        return id;
    }

    private ResultActions issue(UUID id, int version, String number) throws Exception {
        return asPost(
                officer,
                "/api/measures/" + id + "/issue",
                Map.of("version", version, "number", number, "issuedOn", "2026-06-01", "effectiveOn", "2026-06-01"));
    }

    private JsonNode shown(UUID id) throws Exception {
        return read(officer, "/api/measures/" + id);
    }

    @Test
    void livesFromDraftToIssueToRevisionToAbolition() throws Exception {
        UUID id = begun();
        issue(id, 0, "青街安〔2026〕3号").andExpect(status().isNoContent());
        String address = "/api/measures/" + id;
        asPost(officer, address + "/revision", Map.of("version", 1, "reason", "增加居民自查"))
                .andExpect(status().isNoContent());
        Map<String, Object> revised = draft("瓶装液化气入户安检制度（修订）");
        asPut(officer, address + "/draft", Map.of("version", 2, "draft", revised))
                .andExpect(status().isNoContent());
        JsonNode meanwhile = shown(id);
        assertThat(meanwhile.path("measure").path("title").stringValue())
                .as("the old text is in force")
                .isEqualTo("瓶装液化气入户安检制度");
        assertThat(meanwhile.path("measure").path("revising").booleanValue()).isTrue();
        issue(id, 3, "青街安〔2026〕9号").andExpect(status().isNoContent());
        asPost(officer, address + "/abolition", Map.of("version", 4, "on", "2026-12-31", "reason", "并入市级规定"))
                .andExpect(status().isNoContent());

        JsonNode whole = shown(id);
        assertThat(whole.path("measure").path("state").stringValue()).isEqualTo("ABOLISHED");
        assertThat(texts(whole.path("texts"), "number")).containsExactly("青街安〔2026〕9号", "青街安〔2026〕3号");
        assertThat(texts(whole.path("steps"), "action"))
                .containsExactly("ABOLISHED", "REVISED", "REVISION_BEGUN", "ISSUED", "DRAFTED");
        assertThat(whole.path("endReason").stringValue()).isEqualTo("并入市级规定");
        asPost(officer, address + "/revision", Map.of("version", 5, "reason", "x"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/measure-state"));
    }

    @Test
    void anIssuedTextIsFrozenAndNothingIsDeleted() throws Exception {
        UUID id = begun();
        issue(id, 0, "青街安〔2026〕3号").andExpect(status().isNoContent());
        asPut(officer, "/api/measures/" + id + "/draft", Map.of("version", 1, "draft", draft("x")))
                .andExpect(status().isConflict());
        assertThatThrownBy(() -> sql.execute("update campaign.measure_text set body = 'x' where measure_id = ?", id))
                .hasMessageContaining("does not change");
        assertThatThrownBy(() -> sql.execute("delete from campaign.measure_step where measure_id = ?", id))
                .hasMessageContaining("frozen");
        assertThat(shown(id).path("texts").get(0).path("sha256").stringValue()).hasSize(64);
    }

    @Test
    void aNumberNamesOneTextOfAUnit() throws Exception {
        issue(begun(), 0, "青街安〔2026〕3号").andExpect(status().isNoContent());
        issue(begun(), 0, "青街安〔2026〕3号")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/measure-number-taken"));
    }

    @Test
    void isIssuedWithWordsOrADocumentAndNotInForceBeforeItsIssue() throws Exception {
        UUID id = Ids.next();
        Map<String, Object> empty = draft("空");
        empty.put("body", " ");
        asPost(officer, "/api/measures", Map.of("id", id, "area", street, "draft", empty))
                .andExpect(status().isCreated());
        issue(id, 0, "1")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/campaign/measure-text-missing"));
        asPost(
                        officer,
                        "/api/measures/" + begun() + "/issue",
                        Map.of("version", 0, "number", "2", "issuedOn", "2026-06-02", "effectiveOn", "2026-06-01"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/campaign/measure-dates"));
    }

    @Test
    void aDraftIsGivenUpWithAReasonAndARevisionWithoutTouchingTheTextInForce() throws Exception {
        UUID draft = begun();
        asPost(
                        officer,
                        "/api/measures/" + draft + "/abolition",
                        Map.of("version", 0, "on", "2026-06-01", "reason", "x"))
                .andExpect(status().isConflict());
        asPost(officer, "/api/measures/" + draft + "/withdrawal", Map.of("version", 0, "reason", "重复"))
                .andExpect(status().isNoContent());
        assertThat(shown(draft).path("measure").path("state").stringValue()).isEqualTo("WITHDRAWN");

        UUID inForce = begun();
        issue(inForce, 0, "青街安〔2026〕4号").andExpect(status().isNoContent());
        asPost(officer, "/api/measures/" + inForce + "/revision", Map.of("version", 1, "reason", "x"))
                .andExpect(status().isNoContent());
        asPost(officer, "/api/measures/" + inForce + "/revision/withdrawal", Map.of("version", 2, "reason", "暂缓"))
                .andExpect(status().isNoContent());
        JsonNode shown = shown(inForce);
        assertThat(shown.path("measure").path("state").stringValue()).isEqualTo("IN_FORCE");
        assertThat(shown.path("nthDraft").isNull()).isTrue();
        asPost(officer, "/api/measures/" + inForce + "/revision", Map.of("version", 3, "reason", "再修"))
                .andExpect(status().isNoContent());
        assertThat(shown(inForce).path("nthDraft").intValue())
                .as("a dropped text keeps its number")
                .isEqualTo(3);
    }

    @Test
    void isKeptFromStrangersAndIssuedByTheStreetOnly() throws Exception {
        UUID id = begun();
        mvc.perform(get("/api/measures/" + id)).andExpect(status().isUnauthorized());
        asGet(people.with("enterprise", null, office), "/api/measures/" + id).andExpect(status().isForbidden());
        asGet(stranger, "/api/measures/" + id).andExpect(status().isNotFound());
        asPost(
                        worker,
                        "/api/measures/" + id + "/issue",
                        Map.of("version", 0, "number", "1", "issuedOn", "2026-06-01", "effectiveOn", "2026-06-01"))
                .andExpect(status().isForbidden());
        asPost(
                        people.with("street-office", areas.street("白沙街道")),
                        "/api/measures/" + id + "/withdrawal",
                        Map.of("version", 0, "reason", "x"))
                .andExpect(status().isNotFound());
        issue(id, 5, "1").andExpect(status().isConflict());
    }
}
