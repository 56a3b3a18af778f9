package org.anshe.deadline;

import static org.anshe.testing.TestPeople.as;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
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
    private final AreaKey community = TestPeople.community(street, 1);
    private Caller worker = Caller.system("none");

    @BeforeEach
    void aTwiceMonthlyDutySinceApril() {
        clock.set(MovableClock.START);
        worker = people.with("community-worker", community);
        duties.register(
                Caller.system("test"),
                List.of(new RecurringDuties.Duty(
                        Ids.next(),
                        "campaign",
                        Ids.next(),
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
