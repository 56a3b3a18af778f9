package org.anshe.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anshe.shared.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Much work at once, and several hands at once. */
class HandOverLoadIntegrationTests extends HandOverTest {

    @Test
    void movesFiveThousandHazardsInAFewSeconds() throws Exception {
        hazards(5_000, guiyuan, leaver, "ASSIGNED");
        long begin = System.nanoTime();
        assertThat(share(preview(office, parts(part(successor, null))), "hazard")
                        .at("/look/movable")
                        .asInt())
                .isEqualTo(5_000);
        Duration looked = Duration.ofNanos(System.nanoTime() - begin);
        begin = System.nanoTime();
        JsonNode done = read(send(office, handOver(parts(part(successor, null)))));
        Duration moved = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("5,000 hazards: preview %d ms, hand-over %d ms%n", looked.toMillis(), moved.toMillis());

        assertThat(share(done, "hazard").required("moved").asInt()).isEqualTo(5_000);
        assertThat(heldBy(successor)).isEqualTo(5_000);
        assertThat(count("hazard.step where action = 'change-person' and actor_id = ?", office.person()))
                .isEqualTo(5_000);
        assertThat(count(
                        "organisation.hand_over_item where hand_over_id = ?::uuid",
                        done.required("id").asString()))
                .isEqualTo(5_000);
        assertThat(moved).isLessThan(Duration.ofSeconds(10));
        see(
                        office,
                        "/api/hand-overs/{id}/items?position=1&limit=500",
                        done.required("id").asString())
                .andExpect(jsonPath("$.items.length()").value(500))
                .andExpect(jsonPath("$.next").isNotEmpty());
    }

    @Test
    void twoHandOversAtOnceMoveEverythingOnce() throws Exception {
        hazards(400, guiyuan, leaver, "ASSIGNED");
        Caller other = people.with("community-worker", guiyuan);
        List<Callable<Integer>> both = List.of(
                () -> send(office, handOver(parts(part(successor, null))))
                        .andReturn()
                        .getResponse()
                        .getStatus(),
                () -> send(office, handOver(parts(part(other, null))))
                        .andReturn()
                        .getResponse()
                        .getStatus());
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> one : hands.invokeAll(both)) {
                assertThat(one.get()).isIn(201, 409);
            }
        }
        assertThat(heldBy(successor) + heldBy(other)).isEqualTo(400);
        assertThat(count("hazard.step where action = 'change-person' and actor_id = ?", office.person()))
                .isEqualTo(400);
        assertThat(count(
                        "organisation.hand_over_item i join organisation.hand_over h on h.id = i.hand_over_id"
                                + " where h.from_id = ?",
                        leaver.person()))
                .isEqualTo(400);
    }

    @Test
    void whoWorkedOnAHazardMeanwhileIsToldThatItHasChanged() throws Exception {
        UUID hazard = hazard(guiyuan, leaver, "ASSIGNED");
        send(office, handOver(parts(part(successor, null)))).andExpect(status().isCreated());
        postTo("/api/hazards/" + hazard + "/plan", successor, Map.of("version", 1, "elements", Map.of("measure", "清理")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
    }
}
