package org.anshe.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.deadline.internal.AnnounceDeadlines;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A street whose people are told of one hazard. */
@IntegrationTest
abstract class NoticesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    Attachments attachments;

    @Autowired
    TestAreas areas;

    @Autowired
    TestPeople people;

    @Autowired
    Units units;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MovableClock clock;

    @Autowired
    AnnounceDeadlines announcing;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    HazardStreet street;
    Caller colleague = Caller.system("not yet");
    UUID hazard = Ids.next();

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
        colleague = people.with("community-worker", street.community);
    }

    void done(Caller caller, String step, Map<String, ?> body) throws Exception {
        street.step(caller, hazard, step, body).andExpect(status().isNoContent());
    }

    List<UUID> told(String kind) {
        return told(hazard, kind);
    }

    List<UUID> told(UUID subject, String kind) {
        return sql.query(
                "select person_id from notification.receipt join notification.notice on notice.id = notice_id"
                        + " where subject_id = ? and notice.kind = ?",
                (row, number) -> row.getObject(1, UUID.class),
                subject,
                kind);
    }

    /** Exactly these people, each once. */
    void tells(String kind, Caller... expected) {
        List<UUID> wanted = List.of(expected).stream().map(Caller::person).toList();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told(kind)).as(kind).containsExactlyInAnyOrderElementsOf(wanted));
    }

    /** After all listeners have run that were told of this hazard. */
    void settled() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(sql.queryForObject(
                                "select count(*) from shared.event_publication"
                                        + " where completion_date is null and serialized_event like ?",
                                Integer.class,
                                "%" + hazard + "%"))
                        .isZero());
    }

    void publish(Object event) {
        transaction.executeWithoutResult(any -> events.publishEvent(event));
        settled();
    }
}
