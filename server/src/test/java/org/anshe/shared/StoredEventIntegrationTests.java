package org.anshe.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.People;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Events are delivered after the commit; one that failed is visible and can be delivered again. */
@IntegrationTest
class StoredEventIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    TestPeople testPeople;

    @Autowired
    AuditTrail trail;

    @Autowired
    FailingListener listener;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    private Caller admin = Caller.system("not yet");

    @BeforeEach
    void anAdministrator() {
        UUID id = Ids.next();
        people.register(Caller.system("test"), List.of(new People.NewPerson(id, "何川", null, null, null, null)));
        people.assign(Caller.system("test"), id, "system-administrator", AreaRange.EVERYWHERE, null);
        admin = people.callerOf(id);
    }

    /** Writes a row and publishes in one transaction. */
    private void happen(UUID id) {
        transaction.executeWithoutResult(status -> {
            trail.record(Caller.system("test"), "test.happen", Subject.of("test", id), null, Map.of());
            publisher.publishEvent(new TestHappened(id));
            assertThat(listener.timesHeard(id)).isZero();
        });
    }

    private String stateOf(UUID id) {
        return String.join(
                ",",
                sql.queryForList(
                        "select status from shared.event_publication where serialized_event like ?",
                        String.class,
                        "%" + id + "%"));
    }

    private void awaitState(UUID id, String state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> stateOf(id).equals(state));
    }

    @Test
    void aListenerRunsAfterTheCommitAndOnce() {
        UUID id = Ids.next();

        happen(id);

        awaitState(id, "COMPLETED");
        assertThat(listener.heardBeforeCommit(id)).isFalse();
        assertThat(listener.timesHeard(id)).isEqualTo(1);
    }

    @Test
    void aRolledBackActIsNotAnnounced() {
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            publisher.publishEvent(new TestHappened(id));
            status.setRollbackOnly();
        });

        assertThat(stateOf(id)).isEmpty();
        assertThat(listener.timesHeard(id)).isZero();
    }

    @Test
    void aFailedEventShowsItsErrorAndIsDeliveredAgain() throws Exception {
        UUID id = Ids.next();
        listener.failFor(id);
        happen(id);
        awaitState(id, "FAILED");
        UUID publication = publicationOf(id);
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        sql.queryForList("select 1 from shared.event_failure where publication_id = ?", publication)
                                        .size()
                                == 1);

        mvc.perform(get("/api/stored-events?state=FAILED&limit=500").with(TestPeople.as(admin)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.id=='" + publication + "')].error")
                        .value(hasItem(containsString("the printer is on fire"))))
                .andExpect(jsonPath("$.items[?(@.id=='" + publication + "')].listener")
                        .value(hasItem(containsString("FailingListener"))));

        listener.recoverFor(id);
        mvc.perform(post("/api/stored-events/" + publication + "/replay").with(TestPeople.as(admin)))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.events").value(1));

        awaitState(id, "COMPLETED");
        assertThat(listener.timesHeard(id)).isEqualTo(2);
        mvc.perform(get("/api/stored-events?limit=500").with(TestPeople.as(admin)))
                .andExpect(jsonPath("$.items[?(@.id=='" + publication + "')]", hasSize(0)));
        mvc.perform(post("/api/stored-events/" + publication + "/replay").with(TestPeople.as(admin)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/audit-entries?action=event.replay&subjectId=" + publication)
                        .with(TestPeople.as(admin)))
                .andExpect(jsonPath("$.items", hasSize(1)));
    }

    @Test
    void allFailedEventsAreDeliveredAgainAtOnce() throws Exception {
        List<UUID> ids = List.of(Ids.next(), Ids.next(), Ids.next());
        ids.forEach(listener::failFor);
        ids.forEach(this::happen);
        ids.forEach(id -> awaitState(id, "FAILED"));

        ids.forEach(listener::recoverFor);
        mvc.perform(post("/api/stored-events/replay").with(TestPeople.as(admin)))
                .andExpect(status().isAccepted());

        ids.forEach(id -> awaitState(id, "COMPLETED"));
    }

    @Test
    void anAdministratorOfOneStreetSeesNoEventsBecauseTheySpeakOfAnyStreet() throws Exception {
        Caller street = testPeople.with("system-administrator", TestPeople.newStreet());

        mvc.perform(get("/api/stored-events").with(TestPeople.as(street))).andExpect(status().isForbidden());
        mvc.perform(post("/api/stored-events/replay").with(TestPeople.as(street)))
                .andExpect(status().isForbidden());
    }

    private UUID publicationOf(UUID id) {
        return java.util.Objects.requireNonNull(sql.queryForObject(
                "select id from shared.event_publication where serialized_event like ?", UUID.class, "%" + id + "%"));
    }
}
