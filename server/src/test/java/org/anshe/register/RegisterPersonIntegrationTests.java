package org.anshe.register;

import static org.anshe.register.RegisterFixtures.fieldsOf;
import static org.anshe.register.RegisterFixtures.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RegisterPersonIntegrationTests extends RegisterTest {

    @Autowired
    Units units;

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
}
