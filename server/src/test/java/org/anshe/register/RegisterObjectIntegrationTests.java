package org.anshe.register;

import static org.anshe.register.RegisterFixtures.fieldsOf;
import static org.anshe.register.RegisterFixtures.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegisterObjectIntegrationTests extends RegisterTest {

    @Test
    void registersAndShowsAnObject() throws Exception {
        Map<String, Object> shop = shop("青石便民超市", guiyuan);
        register.create(worker, shop)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.areaPath").value("青石街道 / 桂园社区"))
                .andExpect(jsonPath("$.proposedClass.supervisionClass").value(3))
                .andExpect(jsonPath("$.mayEdit").value(true));
        register.see(worker, "/api/register-objects?type=small-premises")
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].name").value("青石便民超市"))
                .andExpect(jsonPath("$.items[0].areaName").value("桂园社区"))
                .andExpect(jsonPath("$.items[0].fields.kind").value("shop"));
    }

    @Test
    void registersOnceForOneId() throws Exception {
        Map<String, Object> shop = shop("一次便利店", guiyuan);
        register.create(worker, shop).andExpect(status().isCreated());
        register.create(worker, shop).andExpect(status().isOk());
        register.see(worker, "/api/register-objects?type=small-premises")
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void namesEveryFieldThatDoesNotFit() throws Exception {
        Map<String, Object> shop = shop("坏数据店", guiyuan);
        fieldsOf(shop).put("kind", "supermarket");
        fieldsOf(shop).put("floorArea", -1);
        fieldsOf(shop).put("commitmentOn", "2023-02-29");
        fieldsOf(shop).remove("operator");
        shop.put("longitude", 200.0);
        register.create(worker, shop)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/register/fields-invalid"))
                .andExpect(jsonPath(
                        "$.errors[*].pointer",
                        containsInAnyOrder(
                                "/fields/kind",
                                "/fields/floorArea",
                                "/fields/commitmentOn",
                                "/fields/operator",
                                "/longitude",
                                "/latitude")));
    }

    @Test
    void tellsWhenAPremisesIsNoLongerSmall() throws Exception {
        Map<String, Object> shop = shop("大商场", guiyuan);
        fieldsOf(shop).put("floorArea", 300);
        register.create(worker, shop).andExpect(jsonPath("$.hints[*].code", hasItem("shop-area")));
    }

    @Test
    void asksBeforeRegisteringTheSameTwice() throws Exception {
        UUID first = register.created(worker, shop("同名店", guiyuan));
        Map<String, Object> second = shop("同名店", guiyuan);
        register.create(worker, second)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/register/duplicate"))
                .andExpect(jsonPath("$.candidates[0].id").value(first.toString()))
                .andExpect(jsonPath("$.candidates[0].reason").value("name"));
        second.put("confirmDuplicate", true);
        register.create(worker, second).andExpect(status().isCreated());
    }

    @Test
    void findsTheSameCreditCodeUnderAnotherName() throws Exception {
        Map<String, Object> first = shop("甲店", guiyuan);
        fieldsOf(first).put("creditCode", "91990000MA00AB1D4L");
        register.created(worker, first);
        Map<String, Object> second = shop("乙店", guiyuan);
        fieldsOf(second).put("creditCode", "91990000ma00ab1d4l");
        register.create(worker, second)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.candidates[0].reason").value("credit-code"));
    }

    @Test
    void refusesAChangeOverAnotherChange() throws Exception {
        Map<String, Object> shop = shop("两人同改店", guiyuan);
        UUID id = register.created(worker, shop);
        shop.put("version", 0);
        shop.put("address", "青石路 20 号");
        register.send(put("/api/register-objects/{id}", id), worker, shop)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        shop.put("address", "青石路 22 号");
        register.send(put("/api/register-objects/{id}", id), worker, shop)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
        register.see(worker, "/api/register-objects/{id}/changes", id)
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].kind").value("CHANGED"))
                .andExpect(jsonPath("$[0].changes.address.before").value("青石路 18 号"))
                .andExpect(jsonPath("$[0].changes.address.after").value("青石路 20 号"));
    }

    @Test
    void keepsWhoSetTheClassAndWhy() throws Exception {
        UUID id = register.created(worker, shop("分级店", guiyuan));
        var decision = Map.of("version", 0, "supervisionClass", 1, "reason", "紧邻学校");
        register.send(post("/api/register-objects/{id}/supervision-class", id), worker, decision)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.supervisionClass").value(1))
                .andExpect(jsonPath("$.classSince").exists());
        register.see(worker, "/api/register-objects/{id}/changes", id)
                .andExpect(jsonPath("$[0].kind").value("CLASSED"))
                .andExpect(jsonPath("$[0].reason").value("紧邻学校"))
                .andExpect(jsonPath("$[0].changes.class.after").value(1));
        register.send(
                        post("/api/register-objects/{id}/supervision-class", id),
                        worker,
                        Map.of("version", 1, "supervisionClass", 4, "reason", "x"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void retiresForAReasonAndBringsBack() throws Exception {
        UUID id = register.created(worker, shop("歇业店", guiyuan));
        register.send(post("/api/register-objects/{id}/retirement", id), worker, Map.of("version", 0, "reason", " "))
                .andExpect(status().isBadRequest());
        register.send(post("/api/register-objects/{id}/retirement", id), worker, Map.of("version", 0, "reason", "歇业"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retiredReason").value("歇业"));
        register.see(worker, "/api/register-objects?type=small-premises")
                .andExpect(jsonPath("$.total").value(0));
        register.see(worker, "/api/register-objects?type=small-premises&retired=true")
                .andExpect(jsonPath("$.total").value(1));
        register.send(put("/api/register-objects/{id}", id), worker, changed(shop("歇业店", guiyuan), 1))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/register/retired"));
        register.send(post("/api/register-objects/{id}/restoration", id), worker, Map.of("version", 1, "reason", "复业"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retiredAt").isEmpty());
    }

    @Test
    void walksThroughAListInEitherOrderWithoutGapOrRepeat() throws Exception {
        for (String name : List.of("丙|店", "甲 店", "乙店", "100%店", "甲 店2")) {
            register.created(worker, shop(name, guiyuan));
        }
        for (String sort : List.of("NAME", "NEWEST")) {
            List<String> seen = new java.util.ArrayList<>();
            String after = "";
            do {
                JsonNode page = json.readTree(register.see(
                                worker,
                                "/api/register-objects?type=small-premises&limit=2&sort=" + sort + "&after=" + after)
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
                page.required("items")
                        .forEach(item -> seen.add(item.required("name").asString()));
                after = page.required("next").isNull()
                        ? ""
                        : page.required("next").asString();
            } while (!after.isEmpty());
            assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        }
        register.see(worker, "/api/register-objects?type=small-premises&after=nonsense")
                .andExpect(status().isBadRequest());
        register.see(worker, "/api/register-objects?type=small-premises&q={q}", "0%店")
                .andExpect(jsonPath("$.total").value(1));
        register.see(worker, "/api/register-objects?type=nothing").andExpect(status().isNotFound());
    }

    private static Map<String, Object> changed(Map<String, Object> object, int version) {
        object.put("version", version);
        return object;
    }
}
