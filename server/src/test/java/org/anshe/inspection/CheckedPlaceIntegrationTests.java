package org.anshe.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects.NewObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** A check belongs to a place, a unit, a day and a person, and stays with them whatever happens afterwards. */
class CheckedPlaceIntegrationTests extends InspectionTest {

    @Test
    void aDraftIsHandedInAfterItsObjectMovedToAnotherCommunity() throws Exception {
        morningOf("2026-06-01");
        UUID object = shop(guiyuan, 1);
        JsonNode check = begun(object);
        database().execute("update register.registered_object set area_key = ? where id = ?", songshan.value(), object);

        submit(worker, check).andExpect(status().isOk());

        assertThat(areaOfHazard(object)).isEqualTo(songshan);
    }

    @Test
    void aDraftIsHandedInAfterItsAreaWasMergedIntoAnother() throws Exception {
        morningOf("2026-06-01");
        UUID object = shop(guiyuan, 1);
        JsonNode check = begun(object);
        send(post("/api/areas/{key}/merger", guiyuan), office, Map.of("into", songshan, "reason", "社区合并"))
                .andExpect(status().isOk());

        submit(worker, check).andExpect(status().isOk());

        assertThat(areaOfHazard(object)).isEqualTo(songshan);
    }

    @Test
    void theUnitThatWasCheckedOpensThePhotosOfItsCheckAndNobodyElseDoes() throws Exception {
        morningOf("2026-06-01");
        UUID enterprise = enterprise("晨光商行");
        UUID object = Ids.next();
        NewObject shop = newShop(object, guiyuan, 1);
        register.register(
                SYSTEM,
                List.of(new NewObject(
                        object, shop.type(), shop.name(), guiyuan, enterprise, shop.address(), 1, shop.fields())));
        JsonNode check = begin(object);
        UUID photo = photo(worker);
        save(worker, check, Map.of(photoItem(check, 0), passedWith(photo)));
        submit(worker, check).andExpect(status().isOk());
        Caller owner = people.with("enterprise", null, enterprise);
        Caller competitor = people.with("enterprise", null, enterprise("晨曦商行"));

        perform(get("/api/attachments/{id}", photo), owner).andExpect(status().isOk());
        perform(get("/api/attachments/{id}", photo), worker).andExpect(status().isOk());
        perform(get("/api/attachments/{id}", photo), competitor).andExpect(status().isNotFound());
        perform(get("/api/attachments/{id}", photo), neighbour).andExpect(status().isNotFound());

        // As it stood before files were opened by whoever was checked, and by several.
        database().execute("update attachment.link set subject_unit_ids = '{}' where file_id = ?", photo);
        perform(get("/api/attachments/{id}", photo), owner).andExpect(status().isNotFound());
        database().execute("alter table attachment.link add column subject_unit_id uuid");
        for (String migration : List.of("V4__checked_units_open_files", "V6__several_units_open_files")) {
            database()
                    .execute(new ClassPathResource("db/migration/inspection/" + migration + ".sql")
                            .getContentAsString(StandardCharsets.UTF_8));
        }
        perform(get("/api/attachments/{id}", photo), owner).andExpect(status().isOk());
        perform(get("/api/attachments/{id}", photo), competitor).andExpect(status().isNotFound());
    }

    @Test
    void aCorrectionLeavesTheCheckOnItsDayAndWithItsInspector() throws Exception {
        morningOf("2026-06-30");
        UUID object = shop(guiyuan, 1);
        JsonNode check = begin(object);
        save(worker, check, Map.of());
        submit(worker, check).andExpect(status().isOk());
        morningOf("2026-07-02");
        JsonNode correction = read(send(
                        post("/api/inspection-checks/{id}/corrections", idOf(check)),
                        office,
                        Map.of("id", Ids.next(), "reason", "漏记一项"))
                .andExpect(status().isCreated()));
        save(office, correction, Map.of(photoItem(check, 0), failed(photo(office))));
        submit(office, correction).andExpect(status().isOk());

        var published = database()
                .fetchSingle(
                        "select id, inspector_id, (at at time zone 'Asia/Shanghai')::date::text as day, failed_items"
                                + " from inspection.pub_check where object_id = ?",
                        object);
        assertThat(published.get("id", String.class)).isEqualTo(idOf(correction));
        assertThat(published.get("inspector_id", UUID.class)).isEqualTo(worker.person());
        assertThat(published.get("day", String.class)).isEqualTo("2026-06-30");
        assertThat(published.get("failed_items", Integer.class)).isEqualTo(1);

        JsonNode june = workload("2026-05-31T16:00:00Z", "2026-06-30T16:00:00Z");
        assertThat(june).hasSize(1);
        assertThat(june.get(0).get("personId").asString())
                .isEqualTo(worker.person().toString());
        assertThat(june.get(0).get("failedItems").asInt()).isEqualTo(1);
        assertThat(workload("2026-06-30T16:00:00Z", "2026-07-31T16:00:00Z")).isEmpty();
        perform(
                        get("/api/inspection-checks")
                                .param("inspectorId", worker.person().toString())
                                .param("from", "2026-05-31T16:00:00Z")
                                .param("before", "2026-06-30T16:00:00Z"),
                        office)
                .andExpect(jsonPath("$.items[0].id").value(idOf(correction)))
                .andExpect(jsonPath("$.items[0].checkedByName").value(worker.name()))
                .andExpect(jsonPath("$.items[0].inspectorName").value(office.name()));
    }

    private JsonNode begin(UUID object) throws Exception {
        return read(send(
                        post("/api/inspection-checks"),
                        worker,
                        Map.of("id", Ids.next(), "objectId", object, "checklistId", checklist("electricity")))
                .andExpect(status().isCreated()));
    }

    /** A draft in which one item fails. */
    private JsonNode begun(UUID object) throws Exception {
        JsonNode check = begin(object);
        save(worker, check, Map.of(photoItem(check, 0), failed(photo(worker))));
        return check;
    }

    private org.springframework.test.web.servlet.ResultActions submit(Caller caller, JsonNode check) throws Exception {
        return send(post("/api/inspection-checks/{id}/submit", idOf(check)), caller, Map.of());
    }

    private JsonNode workload(String from, String before) throws Exception {
        return read(perform(
                get("/api/inspection-tasks/workload")
                        .param("area", street.toString())
                        .param("from", from)
                        .param("before", before),
                office));
    }

    private UUID enterprise(String name) {
        UUID id = Ids.next();
        units.register(SYSTEM, List.of(new Units.NewUnit(id, name + id, Units.Kind.ENTERPRISE, guiyuan, null, null)));
        return id;
    }

    private static AreaKey areaOfHazard(UUID object) {
        return new AreaKey(database()
                .fetchSingle("select area_key from hazard.pub_hazard where object_id = ?", object)
                .get(0, Long.class));
    }

    private static Map<String, Object> failed(UUID photo) {
        return Map.of("result", "FAIL", "note", "插座烧焦", "photos", List.of(photo));
    }

    private static Map<String, Object> passedWith(UUID photo) {
        return Map.of("photos", List.of(photo));
    }
}
