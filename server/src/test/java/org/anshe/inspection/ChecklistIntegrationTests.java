package org.anshe.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ChecklistIntegrationTests extends InspectionTest {

    private static final Map<String, String> NAME = Map.of("zh-CN", "青石用电表", "zh-Hant", "青石用電表", "en", "Our list");

    @Test
    void shipsSevenListsWithTheirItems() throws Exception {
        JsonNode all = read(perform(get("/api/checklists"), worker));
        Map<String, Integer> items = new HashMap<>();
        all.forEach(row -> {
            if (row.get("area").isNull()) {
                items.put(row.get("code").asString(), row.get("items").asInt());
            }
        });

        assertThat(items)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "catering", 49,
                        "construction-site", 50,
                        "electricity", 33,
                        "fire", 64,
                        "gas", 31,
                        "lift", 41,
                        "school", 77));
    }

    @Test
    void aShippedListIsNotEdited() throws Exception {
        send(post("/api/checklists/{id}/draft", checklist("electricity")), office, Map.of())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/inspection/shipped-checklist"));
    }

    @Test
    void aPublishedVersionIsFrozenAndChecksKeepTheirs() throws Exception {
        morningOf("2026-06-01");
        UUID copy = copy(office);
        publish(copy).andExpect(status().isOk());
        UUID object = shop(guiyuan, 1);
        JsonNode check = read(send(
                post("/api/inspection-checks"),
                worker,
                Map.of("id", Ids.next(), "objectId", object, "checklistId", copy)));

        send(post("/api/checklists/{id}/draft", copy), office, Map.of()).andExpect(status().isCreated());
        JsonNode draft = read(perform(get("/api/checklists/{id}", copy), office));
        JsonNode content = draft.get("content");
        ((ObjectNode) content.at("/groups/0/items/0/text")).put("zh-CN", "改过的检查项");
        save(copy, 0, content).andExpect(status().isOk());
        save(copy, 0, content).andExpect(status().isConflict());
        publish(copy).andExpect(status().isOk());

        JsonNode newest = read(perform(get("/api/checklists/{id}", copy), office));
        assertThat(newest.at("/version/version").asInt()).isEqualTo(2);
        assertThat(newest.at("/content/groups/0/items/0/text/zh-CN").asString()).isEqualTo("改过的检查项");
        JsonNode old = read(perform(get("/api/inspection-checks/{id}", idOf(check)), worker));
        assertThat(old.at("/check/checklistVersion").asInt()).isEqualTo(1);
        assertThat(old.at("/groups/0/items/0/text/zh-CN").asString()).isNotEqualTo("改过的检查项");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database()
                        .execute(
                                "delete from inspection.checklist_item where version_id = ?",
                                UUID.fromString(newest.at("/version/versionId").asString()))))
                .hasMessageContaining("does not change");
    }

    @Test
    void refusesAListThatUsesACodeTwice() throws Exception {
        UUID copy = copy(office);
        JsonNode content =
                read(perform(get("/api/checklists/{id}", copy), office)).get("content");
        String first = content.at("/groups/0/items/0/code").asString();
        ((ObjectNode) content.at("/groups/0/items/1")).put("code", first);

        save(copy, 0, content)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/inspection/bad-checklist"))
                .andExpect(jsonPath("$.code").value(first));
    }

    @Test
    void refusesAListOfAnUnknownDomainOrForUnknownObjects() throws Exception {
        UUID copy = copy(office);
        JsonNode content =
                read(perform(get("/api/checklists/{id}", copy), office)).get("content");
        ((ObjectNode) content).put("hazardDomain", "nuclear");
        ((ObjectNode) content).putArray("objectTypes").add("small-premises").add("space-station");

        save(copy, 0, content)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/inspection/bad-checklist"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/content/hazardDomain"))
                .andExpect(jsonPath("$.errors[0].code").value("unknown-domain"))
                .andExpect(jsonPath("$.errors[1].pointer").value("/content/objectTypes/1"))
                .andExpect(jsonPath("$.errors[1].code").value("unknown-object-type"));

        // As an older draft may say, from before it was asked.
        database().execute("update inspection.checklist_version set domain = 'nuclear' where checklist_id = ?", copy);
        publish(copy)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("unknown-domain"));
    }

    @Test
    void aLocalListIsForThePeopleOfItsAreaAlone() throws Exception {
        UUID copy = copy(office);
        Caller otherStreet = people.with("street-office", areas.street("白鹭街道"));

        perform(get("/api/checklists/{id}", copy), worker).andExpect(status().isOk());
        perform(get("/api/checklists/{id}", copy), otherStreet).andExpect(status().isNotFound());
        assertThat(codes(otherStreet)).doesNotContain(copy.toString());
        send(post("/api/checklists/{id}/publish", copy), otherStreet, Map.of()).andExpect(status().isNotFound());
        send(post("/api/checklists/{id}/publish", copy), worker, Map.of()).andExpect(status().isForbidden());
        send(
                        post("/api/checklists/{id}/copies", checklist("electricity")),
                        otherStreet,
                        Map.of("id", Ids.next(), "area", street, "name", NAME))
                .andExpect(status().isNotFound());
    }

    private List<String> codes(Caller caller) throws Exception {
        List<String> ids = new ArrayList<>();
        read(perform(get("/api/checklists"), caller))
                .forEach(row -> ids.add(row.get("id").asString()));
        return ids;
    }

    private UUID copy(Caller caller) throws Exception {
        UUID id = Ids.next();
        send(
                        post("/api/checklists/{id}/copies", checklist("electricity")),
                        caller,
                        Map.of("id", id, "area", street, "name", NAME))
                .andExpect(status().isCreated());
        return id;
    }

    private org.springframework.test.web.servlet.ResultActions save(UUID id, int revision, JsonNode content)
            throws Exception {
        return send(put("/api/checklists/{id}/draft", id), office, Map.of("revision", revision, "content", content));
    }

    private org.springframework.test.web.servlet.ResultActions publish(UUID id) throws Exception {
        return send(post("/api/checklists/{id}/publish", id), office, Map.of());
    }
}
