package org.anshe.register;

import static org.anshe.register.RegisterFixtures.fieldsOf;
import static org.anshe.register.RegisterFixtures.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects.ObjectFilter;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.Scope;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class RegisterObjectIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    Units units;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    RegisterObjects objects;

    private RegisterFixtures register = new RegisterFixtures(mvc, json);
    private AreaKey street = AreaKey.parse("91");
    private AreaKey guiyuan = street;
    private AreaKey neighbour = street;
    private Caller worker = Caller.system("nobody");

    @BeforeEach
    void aStreetWithTwoCommunities() {
        register = new RegisterFixtures(mvc, json);
        street = areas.street("青石街道");
        guiyuan = areas.community(street, 1, "桂园社区");
        neighbour = areas.community(street, 2, "松涛社区");
        worker = people.with("community-worker", guiyuan);
    }

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
    void masksPersonsInListsAndShowsThemToWhoKeepsTheObject() throws Exception {
        UUID id = register.created(worker, shop("小满杂货", guiyuan));
        register.see(worker, "/api/register-objects?type=small-premises")
                .andExpect(jsonPath("$.items[0].contactName").value("陈**"))
                .andExpect(jsonPath("$.items[0].contactPhone").value("138****1234"))
                .andExpect(jsonPath("$.items[0].fields.operator").value("周**"))
                .andExpect(jsonPath("$.items[0].fields.operatorPhone").value("139****5678"));
        register.see(worker, "/api/register-objects/{id}", id)
                .andExpect(jsonPath("$.fields.operatorPhone").value("13912345678"));
        register.see(worker, "/api/register-objects?type=small-premises&q=13912345678")
                .andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void whoOnlyLooksSeesPersonsMaskedInTheObjectAndItsHistory() throws Exception {
        UUID id = changedShop(null);
        Caller auditor = people.with("auditor", street);

        register.see(auditor, "/api/register-objects/{id}", id)
                .andExpect(jsonPath("$.masked").value(true))
                .andExpect(jsonPath("$.mayReveal").value(true))
                .andExpect(jsonPath("$.contactName").value("李**"))
                .andExpect(jsonPath("$.contactPhone").value("137****9999"))
                .andExpect(jsonPath("$.fields.operator").value("王**"))
                .andExpect(jsonPath("$.fields.floorArea").value(86));
        register.see(auditor, "/api/register-objects/{id}/changes", id)
                .andExpect(jsonPath("$[0].changes.contact.before").value("陈**"))
                .andExpect(jsonPath("$[0].changes.contact.after").value("李**"))
                .andExpect(jsonPath("$[0].changes.phone.before").value("138****1234"))
                .andExpect(jsonPath("$[0].changes.operator.after").value("王**"))
                .andExpect(jsonPath("$[0].changes.address.after").value("青石路 19 号"));
        register.see(worker, "/api/register-objects/{id}/changes", id)
                .andExpect(jsonPath("$[0].changes.phone.before").value("13800001234"));
        assertThat(reveals(id)).isEmpty();
    }

    @Test
    void personsAreRevealedToThoseWhoMayAskAndItIsRecorded() throws Exception {
        UUID id = changedShop(null);
        Caller auditor = people.with("auditor", street);

        register.send(post("/api/register-objects/{id}/reveal", id), auditor, Map.of())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.object.masked").value(false))
                .andExpect(jsonPath("$.object.contactPhone").value("13700009999"))
                .andExpect(jsonPath("$.object.fields.operator").value("王一"))
                .andExpect(jsonPath("$.changes[0].changes.phone.before").value("13800001234"));
        assertThat(reveals(id)).containsExactly(auditor.person());

        Caller administrator = people.with("system-administrator", street);
        register.see(administrator, "/api/register-objects/{id}", id)
                .andExpect(jsonPath("$.masked").value(true))
                .andExpect(jsonPath("$.mayReveal").value(false));
        register.send(post("/api/register-objects/{id}/reveal", id), administrator, Map.of())
                .andExpect(status().isForbidden());
        register.send(post("/api/register-objects/{id}/reveal", id), people.with("auditor", neighbour), Map.of())
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/register-objects/{id}/reveal", id).with(TestPeople.withToken()))
                .andExpect(status().isUnauthorized());
        assertThat(reveals(id)).hasSize(1);
    }

    @Test
    void anEnterpriseSeesItsOwnObjectAsItIs() throws Exception {
        UUID unit = Ids.next();
        units.register(
                Caller.system("test"),
                List.of(new Units.NewUnit(unit, "青石商贸", Units.Kind.ENTERPRISE, guiyuan, null, null)));
        UUID own = changedShop(unit);
        Caller enterprise = people.with("enterprise", null, unit);

        register.see(enterprise, "/api/register-objects/{id}", own)
                .andExpect(jsonPath("$.masked").value(false))
                .andExpect(jsonPath("$.contactPhone").value("13700009999"));
    }

    /** A shop whose contact, operator and address were changed. */
    private UUID changedShop(@Nullable UUID unit) throws Exception {
        Map<String, Object> shop = shop("小满杂货", guiyuan);
        if (unit != null) {
            shop.put("unitId", unit.toString());
        }
        UUID id = register.created(worker, shop);
        shop.put("version", 0);
        shop.put("contactName", "李二");
        shop.put("contactPhone", "13700009999");
        shop.put("address", "青石路 19 号");
        fieldsOf(shop).put("operator", "王一");
        register.send(put("/api/register-objects/{id}", id), worker, shop).andExpect(status().isOk());
        return id;
    }

    private List<@Nullable UUID> reveals(UUID id) {
        return sql.queryForList(
                "select actor_id from audit.entry where action = 'register.reveal' and subject_id = ?",
                UUID.class,
                id.toString());
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
    void anIdOfAnotherCommunityGivesNothingAway() throws Exception {
        Map<String, Object> shop = shop("别处的店", neighbour);
        register.created(people.with("community-worker", neighbour), shop);
        shop.put("area", guiyuan.toString());
        register.create(worker, shop)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
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

    private static Map<String, Object> changed(Map<String, Object> object, int version) {
        object.put("version", version);
        return object;
    }

    @Test
    void whatLiesElsewhereIsNotFound() throws Exception {
        UUID id = register.created(worker, shop("桂园的店", guiyuan));
        Caller stranger = people.with("community-worker", neighbour);
        register.see(stranger, "/api/register-objects/{id}", id).andExpect(status().isNotFound());
        register.see(stranger, "/api/register-objects/{id}/changes", id).andExpect(status().isNotFound());
        register.send(put("/api/register-objects/{id}", id), stranger, changed(shop("夺店", neighbour), 0))
                .andExpect(status().isNotFound());
        register.send(post("/api/register-objects/{id}/retirement", id), stranger, Map.of("version", 0, "reason", "x"))
                .andExpect(status().isNotFound());
        register.see(stranger, "/api/register-objects?type=small-premises")
                .andExpect(jsonPath("$.total").value(0));
        register.see(stranger, "/api/register-objects?type=small-premises&area=" + street)
                .andExpect(jsonPath("$.items", hasSize(0)));
        register.see(stranger, "/api/register-types")
                .andExpect(jsonPath("$[?(@.code=='small-premises')].objects").value(0));
        register.create(stranger, shop("桂园的店", neighbour)).andExpect(status().isCreated());
        register.create(stranger, shop("越界店", guiyuan))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/register/outside-area"));
    }

    @Test
    void refusesThoseWhoAreNotLoggedInOrMayOnlyLook() throws Exception {
        UUID id = register.created(worker, shop("只看店", guiyuan));
        mvc.perform(get("/api/register-objects?type=small-premises")).andExpect(status().isUnauthorized());
        Caller auditor = people.with("auditor", street);
        register.see(auditor, "/api/register-objects/{id}", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.mayEdit").value(false));
        register.send(put("/api/register-objects/{id}", id), auditor, changed(shop("只看店", guiyuan), 0))
                .andExpect(status().isForbidden());
        register.create(auditor, shop("新店", guiyuan)).andExpect(status().isForbidden());
    }

    @Test
    void anObjectCannotBeMovedOutOfReach() throws Exception {
        UUID id = register.created(worker, shop("搬家店", guiyuan));
        register.send(put("/api/register-objects/{id}", id), worker, changed(shop("搬家店", neighbour), 0))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/register/outside-area"));
    }

    @Test
    void anEnterpriseSeesOnlyWhatItAnswersFor() throws Exception {
        UUID unit = Ids.next();
        units.register(
                Caller.system("test"),
                List.of(new Units.NewUnit(unit, "示范商贸 " + unit, Units.Kind.ENTERPRISE, guiyuan, null, null)));
        Map<String, Object> own = shop("自家店", guiyuan);
        own.put("unitId", unit.toString());
        register.created(worker, own);
        register.created(worker, shop("别家店", guiyuan));
        Caller enterprise = people.with("enterprise", null, unit);
        register.see(enterprise, "/api/register-objects?type=small-premises")
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].name").value("自家店"));
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

    @Test
    void otherModulesSelectActiveObjectsWithinTheScope() throws Exception {
        Map<String, Object> first = shop("一类店", guiyuan);
        first.put("supervisionClass", 1);
        UUID id = register.created(worker, first);
        register.created(worker, shop("未分级店", guiyuan));
        register.created(people.with("community-worker", neighbour), shop("邻居店", neighbour));
        ObjectFilter classOne = new ObjectFilter(Set.of("small-premises"), Set.of(1));
        Scope scope = Scope.ofRanges(List.of(guiyuan.range()));
        assertThat(objects.select(scope, classOne, null, 10))
                .extracting(RegisterObjects.RegisterObject::id)
                .containsExactly(id);
        assertThat(objects.select(scope, classOne, id, 10)).isEmpty();
        assertThat(objects.count(scope, new ObjectFilter(Set.of(), Set.of()))).isEqualTo(2);
        assertThat(objects.count(Scope.NONE, new ObjectFilter(Set.of(), Set.of())))
                .isZero();
        assertThat(objects.find(Scope.ofRanges(List.of(neighbour.range())), id)).isEmpty();
        assertThat(objects.byIds(Set.of(id))).containsOnlyKeys(id);
    }
}
