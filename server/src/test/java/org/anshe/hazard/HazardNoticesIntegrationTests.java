package org.anshe.hazard;

import static org.anshe.hazard.HazardStreet.elements;
import static org.anshe.hazard.HazardStreet.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** Each step tells those who have the next one. */
@IntegrationTest
class HazardNoticesIntegrationTests {

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

    private HazardStreet street;
    private Caller colleague = Caller.system("not yet");
    private final UUID hazard = Ids.next();

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
        colleague = people.with("community-worker", street.community);
    }

    private List<UUID> told(String kind) {
        return sql.query(
                "select person_id from notification.receipt join notification.notice on notice.id = notice_id"
                        + " where subject_id = ? and notice.kind = ?",
                (row, number) -> row.getObject(1, UUID.class),
                hazard,
                kind);
    }

    private void tells(String kind, Caller... expected) {
        List<UUID> people = List.of(expected).stream().map(Caller::person).toList();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told(kind)).as(kind).containsExactlyInAnyOrderElementsOf(people));
    }

    @Test
    void tellsWhoConfirmsWhoRectifiesWhoLooksAndWhoReported() throws Exception {
        street.send(street.gridWorker, street.report(hazard));
        tells("hazard.reported", street.worker, colleague);

        street.step(street.worker, hazard, "confirm", Map.of());
        street.step(street.worker, hazard, "assign", with(elements(), "unitId", street.shop));
        tells("hazard.assigned", street.shopOwner);

        street.step(
                street.shopOwner,
                hazard,
                "submit",
                with(with(elements(), "result", "已清理"), "photosAfter", List.of(street.photo(street.shopOwner))));
        tells("hazard.submitted", street.worker, colleague);

        street.step(street.worker, hazard, "return", Map.of("reason", "仍有杂物"));
        tells("hazard.returned", street.shopOwner);

        street.step(
                street.shopOwner,
                hazard,
                "submit",
                with(with(elements(), "result", "已清完"), "photosAfter", List.of(street.photo(street.shopOwner))));
        street.step(street.office, hazard, "close", Map.of());
        tells("hazard.closed", street.gridWorker);
    }

    @Test
    void asksNobodyToJudgeTheOwnReport() throws Exception {
        street.send(street.worker, street.report(hazard));

        tells("hazard.reported", colleague);
    }

    @Test
    void aMajorHazardBreaksThroughTheNight() throws Exception {
        street.send(street.gridWorker, with(street.report(hazard), "grade", "MAJOR"));

        tells("hazard.major-reported", street.worker, colleague);
        assertThat(sql.queryForList(
                        "select urgent from notification.notice where subject_id = ?", Boolean.class, hazard))
                .containsExactly(true);
    }
}
