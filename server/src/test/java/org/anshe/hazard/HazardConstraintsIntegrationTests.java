package org.anshe.hazard;

import static org.anshe.hazard.HazardStreet.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.organisation.Units;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** What the database takes of a hazard, and what its refusals are called. */
@IntegrationTest
class HazardConstraintsIntegrationTests {

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
    List<ConstraintProblems> catalogues;

    private HazardStreet street;

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
    }

    @Test
    void takesAPlaceAsLongAsAnAddressOfTheRegister() throws Exception {
        UUID id = Ids.next();
        street.send(street.worker, with(street.report(id), "place", "路".repeat(300)))
                .andExpect(status().isCreated());
        street.look(street.office, id).andExpect(jsonPath("$.hazard.place").value("路".repeat(300)));
        street.send(street.worker, with(street.report(Ids.next()), "place", "路".repeat(301)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/place"))
                .andExpect(jsonPath("$.errors[0].code").value("length"));
    }

    @Test
    void namesTheFieldOfEveryLengthTheDatabaseRefuses() {
        List<String> lengths =
                constraints("conrelid = 'hazard.hazard'::regclass and contype = 'c' and conname like '%\\_length'");

        assertThat(lengths)
                .hasSizeGreaterThan(4)
                .allMatch(name -> catalogues.stream()
                        .anyMatch(catalogue -> catalogue.fields().containsKey(name)));
    }

    @Test
    void translatesOnlyConstraintsThatThereAre() {
        List<String> there = constraints("true");

        catalogues.forEach(
                catalogue -> assertThat(there).containsAll(catalogue.fields().keySet()));
    }

    @Test
    void takesTheDeadlineFromWhatWasFixedOnTheSpotBefore() throws Exception {
        UUID fixed = street.hazardIn(HazardStatus.FIXED_ON_SPOT);
        UUID assigned = street.hazardIn(HazardStatus.ASSIGNED);
        sql.update("update hazard.hazard set due_at = reported_at where id = ?", fixed);

        sql.execute(new ClassPathResource("db/migration/hazard/V3__on_the_spot_without_deadline.sql")
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(street.view(fixed).at("/hazard/dueAt").isNull()).isTrue();
        assertThat(street.view(assigned).at("/hazard/dueAt").isNull()).isFalse();
    }

    private List<String> constraints(String which) {
        return sql.query("select conname from pg_constraint where " + which, (row, number) -> row.getString(1));
    }
}
