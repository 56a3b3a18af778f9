package org.anshe.deadline;

import static org.anshe.testing.TestPeople.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
class DutyIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    RecurringDuties duties;

    @Autowired
    TestPeople people;

    @Autowired
    MovableClock clock;

    private final AreaKey street = TestPeople.newStreet();
    private final UUID duty = Ids.next();
    private final UUID subject = Ids.next();
    private final AreaKey community = TestPeople.community(street, 1);
    private Caller worker = Caller.system("none");

    @BeforeEach
    void aTwiceMonthlyDutySinceApril() {
        clock.set(MovableClock.START);
        worker = people.with("community-worker", community);
        duties.register(
                Caller.system("test"),
                List.of(new RecurringDuties.Duty(
                        duty,
                        "campaign",
                        subject,
                        "消防通道检查",
                        community,
                        null,
                        Period.ofMonths(1),
                        2,
                        LocalDate.of(2026, 4, 15),
                        null)));
    }

    @Test
    void everyPeriodThatHasBegunHasOneOccurrence() throws Exception {
        mvc.perform(get("/api/duty-occurrences").with(as(worker)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.items[0].periodStart").value("2026-04-01"))
                .andExpect(jsonPath("$.items[0].state").value("OVERDUE"))
                .andExpect(jsonPath("$.items[2].dueAt").value("2026-06-30T15:59:59.999Z"))
                .andExpect(jsonPath("$.items[2].state").value("OPEN"));
    }

    @Test
    void isFulfilledOnlyWhenDoneAsOftenAsAsked() throws Exception {
        String june = occurrence(2);
        UUID first = Ids.next();

        fulfil(june, first).andExpect(status().isCreated());
        fulfil(june, first).andExpect(status().isCreated());
        mvc.perform(get("/api/duty-occurrences").with(as(worker)))
                .andExpect(jsonPath("$.items[2].doneCount").value(1))
                .andExpect(jsonPath("$.items[2].state").value("OPEN"));

        fulfil(june, Ids.next()).andExpect(status().isCreated());
        mvc.perform(get("/api/duty-occurrences").with(as(worker)))
                .andExpect(jsonPath("$.items[2].state").value("DONE"));
        fulfil(june, Ids.next())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/deadline/already-done"));
    }

    @Test
    void theNeighbourSeesNothing() throws Exception {
        String june = occurrence(2);
        worker = people.with("community-worker", TestPeople.community(street, 2));

        mvc.perform(get("/api/duty-occurrences").with(as(worker))).andExpect(jsonPath("$.items", hasSize(0)));
        fulfil(june, Ids.next()).andExpect(status().isNotFound());
    }

    @Test
    void anAuditorMayLookButNotTick() throws Exception {
        String june = occurrence(2);
        worker = people.with("auditor", street);

        fulfil(june, Ids.next()).andExpect(status().isForbidden());
        mvc.perform(get("/api/duty-occurrences")).andExpect(status().isUnauthorized());
    }

    @Test
    void whatIsOpenOfAnEndedDutyIsNeitherDueNorMissed() throws Exception {
        String june = occurrence(2);
        duties.end(Caller.system("test"), "campaign", subject);

        mvc.perform(get("/api/duty-occurrences").with(as(worker)))
                .andExpect(jsonPath("$.items[*].periodStart", contains("2026-04-01", "2026-05-01")));
        fulfil(june, Ids.next()).andExpect(status().isNotFound());
        missed("2026-06-01", "2026-06-30")
                .andExpect(jsonPath("$.values[0].reading.numerator").value(0));
        missed("2026-05-01", "2026-05-31")
                .andExpect(jsonPath("$.values[0].reading.numerator").value(1));
    }

    @Test
    void anotherLastDayMovesWhatIsOpen() throws Exception {
        duties.moveEnd(Caller.system("test"), List.of(duty), LocalDate.of(2026, 6, 12));
        mvc.perform(get("/api/duty-occurrences").with(as(worker)))
                .andExpect(jsonPath("$.items[2].dueAt").value("2026-06-12T15:59:59.999Z"));

        duties.moveEnd(Caller.system("test"), List.of(duty), LocalDate.of(2026, 5, 31));
        mvc.perform(get("/api/duty-occurrences").with(as(worker))).andExpect(jsonPath("$.items", hasSize(2)));

        duties.moveEnd(Caller.system("test"), List.of(duty), null);
        mvc.perform(get("/api/duty-occurrences").with(as(worker)))
                .andExpect(jsonPath("$.items[2].dueAt").value("2026-06-30T15:59:59.999Z"))
                .andExpect(jsonPath("$.items[2].state").value("OPEN"));

        duties.moveEnd(Caller.system("test"), List.of(duty), LocalDate.of(2026, 4, 14));
        missed("2026-06-01", "2026-06-30")
                .andExpect(jsonPath("$.values[0].reading.numerator").value(0));
    }

    private ResultActions missed(String from, String to) throws Exception {
        clock.set(Instant.parse("2026-08-01T02:00:00Z"));
        Caller office = people.with("street-office", street);
        return mvc.perform(
                get("/api/indicator-values?codes=duties-missed&area=" + community + "&from=" + from + "&to=" + to)
                        .with(as(office)));
    }

    private String occurrence(int index) throws Exception {
        String body = mvc.perform(get("/api/duty-occurrences").with(as(worker)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(body, "$.items[" + index + "].id");
    }

    private ResultActions fulfil(String occurrence, UUID id) throws Exception {
        return mvc.perform(post("/api/duty-occurrences/" + occurrence + "/fulfilments")
                .with(as(worker))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"id\":\"" + id + "\",\"note\":\"已查两栋楼\"}"));
    }
}
