package org.anshe.hazard;

import static org.anshe.hazard.HazardStreet.elements;
import static org.anshe.hazard.HazardStreet.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

/** The closed loop as people live it. */
@IntegrationTest
@RecordApplicationEvents
class ClosedLoopFlowTests {

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
    ApplicationEvents events;

    private HazardStreet street;
    private UUID hazard = new UUID(0, 0);

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
        hazard = Ids.next();
    }

    @Test
    void aHazardIsFoundPutRightAndClosedByAnotherPerson() throws Exception {
        street.send(street.gridWorker, street.report(hazard)).andExpect(status().isCreated());
        waitsFor(street.worker, "CONFIRM");

        done(street.worker, "confirm", Map.of("grade", "GENERAL"));
        waitsFor(street.office, "ASSIGN");
        street.look(street.shopOwner, hazard).andExpect(status().isNotFound());

        done(street.office, "assign", Map.of("unitId", street.shop));
        waitsFor(street.shopOwner, "RECTIFY");

        refused(street.shopOwner, "submit", submission(List.of()), "evidence-required");
        done(street.shopOwner, "submit", submission(List.of(street.photo(street.shopOwner))));
        waitsFor(street.office, "REINSPECT");

        done(street.office, "return", Map.of("reason", "仍有两处未清"));
        done(street.shopOwner, "submit", with(submission(List.of(street.photo(street.shopOwner))), "result", "全部清完"));

        done(street.office, "close", Map.of("note", "现场复查，已清空", "photos", List.of(street.photo(street.office))));
        street.look(street.gridWorker, hazard)
                .andExpect(jsonPath("$.hazard.state").value("CLOSED"))
                .andExpect(jsonPath("$.course.closedInTime").value(true))
                .andExpect(jsonPath("$.course.returned").value(1))
                .andExpect(jsonPath("$.photos.length()").value(3))
                .andExpect(jsonPath("$.timeline.length()").value(7));

        // Nobody is waited for but perhaps, one in ten, to look back.
        assertThat(street.view(hazard).path("hazard").path("clock").path("kind").asString(""))
                .isIn("", "LOOK_BACK");

        done(street.secondOffice, "look-back", Map.of("note", "一个月后回访，未反弹"));
        done(street.secondOffice, "reopen", Map.of("reason", "再次堆放"));
        waitsFor(street.office, "ASSIGN");
        assertThat(events.stream(HazardClosed.class).filter(e -> e.id().equals(hazard)))
                .singleElement()
                .satisfies(closed -> assertThat(closed.inTime()).isTrue());
        assertThat(events.stream(HazardReopened.class)).hasSize(1);
    }

    @Test
    void aMajorHazardIsAssignedOnlyWithAllFiveElements() throws Exception {
        street.send(street.gridWorker, with(street.report(hazard), "grade", "MAJOR"));
        refused(street.office, "confirm", Map.of("grade", "MAJOR"), "judgement-required");
        done(street.office, "confirm", Map.of("grade", "MAJOR", "judgement", HazardStreet.judgement()));

        street.step(street.office, hazard, "assign", Map.of("unitId", street.shop, "measure", "拆除"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/hazard/elements-incomplete"))
                .andExpect(jsonPath("$.missing[0]").value("responsible"))
                .andExpect(jsonPath("$.missing[1]").value("funding"))
                .andExpect(jsonPath("$.missing[2]").value("contingency"));

        done(street.office, "assign", with(elements(), "unitId", street.shop));
    }

    @Test
    void aGeneralHazardIsClosedOnlyWithAllFiveElements() throws Exception {
        street.send(street.gridWorker, street.report(hazard));
        done(street.office, "confirm", Map.of());
        done(street.office, "assign", Map.of("unitId", street.shop));
        done(
                street.shopOwner,
                "submit",
                Map.of("result", "已清理", "photosAfter", List.of(street.photo(street.shopOwner))));

        refused(street.secondOffice, "close", Map.of(), "elements-incomplete");
        done(street.shopOwner, "plan", elements());
        done(street.secondOffice, "close", Map.of());
    }

    @Test
    void whatWasFixedOnTheSpotIsClosedByAnotherPerson() throws Exception {
        street.send(
                        street.worker,
                        with(
                                with(street.report(hazard), "photosBefore", List.of(street.photo(street.worker))),
                                "fixedOnSpot",
                                Map.of("measure", "当场搬离", "photosAfter", List.of(street.photo(street.worker)))))
                .andExpect(status().isCreated());
        waitsFor(street.office, "REINSPECT");
        street.look(street.office, hazard)
                .andExpect(jsonPath("$.hazard.dueAt").isEmpty())
                .andExpect(jsonPath("$.elements.dueAt").isEmpty());

        refused(street.worker, "close", Map.of(), "not-independent");
        refused(street.worker, "reject", Map.of("reason", "不算"), "not-independent");
        done(street.office, "close", Map.of());
        assertThat(street.view(hazard).path("timeline").size()).isEqualTo(2);
        street.look(street.office, hazard)
                .andExpect(jsonPath("$.course.closedInTime").value(true));
    }

    @Test
    void whatWasNotReallyFixedOnTheSpotGoesThroughTheLoop() throws Exception {
        hazard = street.hazardIn(HazardStatus.FIXED_ON_SPOT);
        done(street.office, "return", Map.of("reason", "照片不是同一处"));
        street.look(street.office, hazard)
                .andExpect(jsonPath("$.hazard.state").value("CONFIRMED"))
                .andExpect(jsonPath("$.hazard.fixedOnSpot").value(false))
                .andExpect(jsonPath("$.elements.measure").isEmpty());
        done(street.office, "assign", Map.of("unitId", street.shop));
    }

    private Map<String, Object> submission(List<UUID> photos) {
        return with(with(elements(), "result", "已清理"), "photosAfter", photos);
    }

    private ResultActions done(Caller caller, String step, Map<String, ?> body) throws Exception {
        return street.step(caller, hazard, step, body).andExpect(status().isNoContent());
    }

    private void refused(Caller caller, String step, Map<String, ?> body, String problem) throws Exception {
        street.step(caller, hazard, step, body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/hazard/" + problem));
    }

    private void waitsFor(Caller caller, String kind) throws Exception {
        street.list(caller, "?waiting=" + kind)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(hazard.toString()));
    }
}
