package org.anshe.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.anshe.shared.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rights are not work: they go along only when asked for, and never beyond what the caller may give. */
class HandOverRolesIntegrationTests extends HandOverTest {

    @Test
    void rolesStayUnlessSomebodyAsksForThem() throws Exception {
        hazard(guiyuan, leaver, "ASSIGNED");
        send(people.everywhere("system-administrator"), handOver(parts(part(successor, null))))
                .andExpect(status().isCreated());
        assertThat(roles(leaver)).isEqualTo(1);
        assertThat(roles(successor)).isEqualTo(1);
    }

    @Test
    void rolesThatGoAlongOpenTheWayForTheWork() throws Exception {
        hazards(3, songshan, leaver, "ASSIGNED");
        Caller administrator = people.everywhere("system-administrator");
        Map<String, Object> part = part(successor, null);
        assertThat(share(preview(administrator, parts(part)), "hazard")
                        .at("/look/movable")
                        .asInt())
                .isZero();
        part.put("roles", true);
        JsonNode seen = preview(administrator, parts(part));
        assertThat(share(seen, "hazard").at("/look/movable").asInt()).isEqualTo(3);
        assertThat(seen.at("/roles/0/refusal").isNull()).isTrue();

        JsonNode done = read(send(administrator, handOver(parts(part))));

        assertThat(share(done, "role").required("moved").asInt()).isEqualTo(1);
        assertThat(share(done, "hazard").required("moved").asInt()).isEqualTo(3);
        assertThat(roles(leaver)).isZero();
        assertThat(roles(successor)).isEqualTo(2);
        assertThat(count(
                        "audit.entry where action = 'person.unassign' and subject_id = ?",
                        leaver.person().toString()))
                .isEqualTo(1);
    }

    @Test
    void whoMayNotGiveARoleDoesNotHandItOver() throws Exception {
        hazard(guiyuan, leaver, "ASSIGNED");
        Map<String, Object> part = part(successor, null);
        part.put("roles", true);
        JsonNode seen = preview(office, parts(part));
        assertThat(seen.at("/roles/0/refusal").asString()).isEqualTo("BEYOND_OWN_SCOPE");

        JsonNode done = read(send(office, handOver(parts(part))));

        assertThat(share(done, "role").required("moved").asInt()).isZero();
        assertThat(share(done, "role").required("kept").asInt()).isEqualTo(1);
        assertThat(roles(leaver)).isEqualTo(1);
        assertThat(roles(successor)).isEqualTo(1);
    }

    @Test
    void whoStillHasWorkIsNotRetired() throws Exception {
        hazards(2, guiyuan, leaver, "ASSIGNED");
        Caller administrator = people.everywhere("system-administrator");
        Map<String, Object> leaves = Map.of("step", "RETIRE", "reason", "调离");
        postTo("/api/accounts/" + leaver.person() + "/state", administrator, leaves)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/identity/has-open-work"))
                .andExpect(jsonPath("$.count").value(2))
                .andExpect(jsonPath("$.work.hazard").value(2));
        assertThat(count("identity.person where id = ? and retired_at is null", leaver.person()))
                .isEqualTo(1);

        send(office, handOver(parts(part(successor, null)))).andExpect(status().isCreated());

        postTo("/api/accounts/" + leaver.person() + "/state", administrator, leaves)
                .andExpect(status().isNoContent());
    }

    private int roles(Caller person) {
        return count("identity.assignment where person_id = ? and ended_at is null", person.person());
    }
}
