package org.anshe.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.paper.internal.KeepOrgan;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Papers about a check are filled from its answers. */
class CheckPaperIntegrationTests extends InspectionTest {

    @Autowired
    KeepOrgan organs;

    private final UUID organ = Ids.next();
    private String task = "";

    @BeforeEach
    void aTaskThatIsDueAndAnOrgan() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        task = tasksOf(activePlan(planOf(Map.of("1", "P1W"), "2026-06-01")))
                .getFirst()
                .get("id")
                .asString();
        units.register(SYSTEM, List.of(new NewUnit(organ, "青石街道安监办", Units.Kind.OFFICE, street, null, null)));
        organs.keep(office.with("paper-organ.manage"), organ, 0, "青石街道安监办", "青安");
    }

    private ResultActions draft(String check, UUID paper, String kind) throws Exception {
        return send(
                post("/api/inspection-checks/{id}/papers", check),
                worker,
                Map.of("id", paper, "kind", kind, "organId", organ));
    }

    private String submitted(Map<String, Map<String, Object>> others) throws Exception {
        JsonNode check = filled(worker, task, others);
        send(post("/api/inspection-checks/{id}/submit", idOf(check)), worker, Map.of())
                .andExpect(status().isOk());
        return idOf(check);
    }

    /** The first item that names its basis. */
    private static String itemOf(JsonNode check) {
        for (JsonNode group : check.get("groups")) {
            for (JsonNode item : group.get("items")) {
                if (item.get("basis").isString()) {
                    return item.get("code").asString();
                }
            }
        }
        throw new AssertionError("no such item");
    }

    @Test
    void theRecordListsWhatFailedWithItsBasis() throws Exception {
        JsonNode begun = filled(worker, task, Map.of());
        String item = itemOf(begun);
        JsonNode draft = read(perform(get("/api/inspection-checks/{id}", idOf(begun)), worker));
        save(worker, draft, Map.of(item, Map.of("result", "FAIL", "note", "插座烧焦", "photos", List.of(photo(worker)))));
        send(post("/api/inspection-checks/{id}/submit", idOf(begun)), worker, Map.of())
                .andExpect(status().isOk());
        UUID record = Ids.next();
        draft(idOf(begun), record, "inspection-record").andExpect(status().isCreated());
        UUID order = Ids.next();
        draft(idOf(begun), order, "order-to-rectify").andExpect(status().isCreated());
        JsonNode shown = read(perform(get("/api/papers/" + record), office));

        assertThat(shown.at("/values/recipient").asString()).startsWith("便民商店");
        assertThat(shown.at("/values/recipientAddress").asString()).startsWith("桂园路");
        assertThat(shown.at("/values/checkedOn").asString()).isEqualTo("2026-06-01");
        assertThat(shown.at("/values/items").asString()).isEqualTo("33");
        assertThat(shown.at("/values/failed").asString()).isEqualTo("1");
        assertThat(shown.at("/rows/0/problem").asString()).isEqualTo("插座烧焦");
        assertThat(shown.at("/rows/0/basis").asString()).isNotBlank();
        assertThat(shown.at("/rows/0/handling").asString()).isEqualTo("限期整改");
        assertThat(read(perform(get("/api/papers/" + order), office))
                        .get("rows")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aCheckWithoutFaultsGetsARecordAndNoOrder() throws Exception {
        String check = submitted(Map.of());
        draft(check, Ids.next(), "inspection-record").andExpect(status().isCreated());
        draft(check, Ids.next(), "order-to-rectify")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/paper/kind-not-offered"));
        perform(get("/api/inspection-checks/{id}/papers", check), neighbour).andExpect(status().isNotFound());
    }

    @Test
    void aDraftCheckHasNoPapers() throws Exception {
        JsonNode check = filled(worker, task, Map.of());
        perform(get("/api/inspection-checks/{id}/papers", idOf(check)), worker)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kinds").isEmpty());
    }
}
