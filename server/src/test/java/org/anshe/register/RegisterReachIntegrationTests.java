package org.anshe.register;

import static org.anshe.register.RegisterFixtures.shop;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RegisterReachIntegrationTests extends RegisterTest {

    @Autowired
    Units units;

    @Autowired
    RegisterObjects objects;

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
    void anIdOfAnotherCommunityGivesNothingAway() throws Exception {
        Map<String, Object> shop = shop("别处的店", neighbour);
        register.created(people.with("community-worker", neighbour), shop);
        shop.put("area", guiyuan.toString());
        register.create(worker, shop)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
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

    private static Map<String, Object> changed(Map<String, Object> object, int version) {
        object.put("version", version);
        return object;
    }
}
