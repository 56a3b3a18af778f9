package org.anshe.hazard;

import static org.anshe.hazard.HazardStreet.with;
import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.anshe.attachment.Attachments;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class HazardListIntegrationTests {

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
    MovableClock clock;

    private HazardStreet street;

    @BeforeEach
    void aStreet() {
        clock.set(MovableClock.START);
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
    }

    @AfterEach
    void backToTheStart() {
        clock.set(MovableClock.START);
    }

    @Test
    void refusesWhoIsNotLoggedInAndWhoMayNotReport() throws Exception {
        mvc.perform(get("/api/hazards")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/hazards/to-do")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/hazards/export")).andExpect(status().isUnauthorized());
        Caller auditor = people.with("auditor", street.street);
        street.send(auditor, street.report(Ids.next())).andExpect(status().isForbidden());
        mvc.perform(get("/api/hazards/export").with(as(street.gridWorker))).andExpect(status().isForbidden());
        street.look(street.office, Ids.next()).andExpect(status().isNotFound());
    }

    @Test
    void takesAReportOnceHoweverOftenItIsSent() throws Exception {
        Map<String, Object> report = street.report(Ids.next());
        String number = number(street.worker, report);
        assertThat(number).matches("2026-\\d{6}");
        assertThat(number(street.worker, report)).isEqualTo(number);
        assertThat(found(street.office, "")).hasSize(1);

        HazardStreet neighbour = new HazardStreet(mvc, json, attachments, areas, people, units);
        neighbour
                .send(neighbour.worker, with(report, "areaKey", neighbour.community))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/hazard/id-taken"));
    }

    @Test
    void numbersAStreetWithoutDoubles() throws Exception {
        List<Callable<String>> reports = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            reports.add(() -> number(street.worker, street.report(Ids.next())));
        }
        Set<String> numbers = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(reports)) {
                numbers.add(answer.get());
            }
        }
        assertThat(numbers).hasSize(40);
    }

    @Test
    void refusesBadReportsWithWhatIsWrong() throws Exception {
        street.send(street.worker, with(street.report(Ids.next()), "description", " "))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/description"));
        street.send(street.worker, with(street.report(Ids.next()), "domain", "nuclear"))
                .andExpect(jsonPath("$.type").value("/problems/hazard/unknown-domain"));
        street.send(street.worker, with(street.report(Ids.next()), "objectId", Ids.next()))
                .andExpect(jsonPath("$.type").value("/problems/hazard/unknown-object"));
        street.send(street.worker, with(street.report(Ids.next()), "areaKey", "9101019990000000000"))
                .andExpect(status().is4xxClientError());
        street.send(street.worker, with(street.report(Ids.next()), "areaKey", street.street))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/hazard/outside-scope"));
        street.send(
                        street.worker,
                        with(
                                street.report(Ids.next()),
                                "fixedOnSpot",
                                Map.of("measure", "当场", "photosAfter", List.of(street.photo(street.worker)))))
                .andExpect(jsonPath("$.type").value("/problems/hazard/evidence-required"))
                .andExpect(jsonPath("$.role").value("before"));
        assertThat(found(street.office, "")).isEmpty();
    }

    @Test
    void showsAnEnterpriseOnlyItsOwn() throws Exception {
        UUID assigned = street.hazardIn(HazardStatus.ASSIGNED);
        street.hazardIn(HazardStatus.CONFIRMED);
        UUID own = Ids.next();
        street.send(street.shopOwner, street.report(own)).andExpect(status().isCreated());

        assertThat(found(street.shopOwner, "")).containsExactlyInAnyOrder(assigned, own);
        assertThat(found(street.otherOwner, "")).isEmpty();
        street.look(street.otherOwner, own).andExpect(status().isNotFound());
        street.look(street.office, own)
                .andExpect(jsonPath("$.hazard.source").value("SELF_CHECK"))
                .andExpect(jsonPath("$.hazard.unitId").value(street.shop.toString()));

        HazardStreet neighbour = new HazardStreet(mvc, json, attachments, areas, people, units);
        street.send(street.shopOwner, with(street.report(Ids.next()), "areaKey", neighbour.community))
                .andExpect(status().isForbidden());
        assertThat(found(neighbour.office, "?area=" + street.street)).isEmpty();
    }

    @Test
    void keepsNeighbouringCommunitiesApart() throws Exception {
        UUID here = street.hazardIn(HazardStatus.REPORTED);
        var next = areas.community(street.street, 2, "松林社区");
        Caller neighbour = people.with("community-worker", next);

        assertThat(found(neighbour, "")).isEmpty();
        for (String query : List.of("?area=" + street.community, "?area=" + street.street, "?q=楼道", "?mine=true")) {
            assertThat(found(neighbour, query)).as(query).isEmpty();
        }
        street.look(neighbour, here).andExpect(status().isNotFound());
        assertThat(found(street.office, "?area=" + next)).isEmpty();
        assertThat(found(street.office, "?area=" + street.community)).containsExactly(here);
    }

    @Test
    void walksPagesNewestFirstAndDueFirst() throws Exception {
        List<UUID> reported = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofHours(12));
            reported.add(street.hazardIn(HazardStatus.REPORTED));
        }
        assertThat(walk("?limit=2&sort=NEWEST")).containsExactlyElementsOf(reported.reversed());
        assertThat(walk("?limit=2&sort=DUE")).containsExactlyInAnyOrderElementsOf(reported);
        assertThat(walk("?limit=2&q=楼道")).containsExactlyElementsOf(walk("?limit=2"));
        assertThat(walk("?limit=2&q=楼道&domain=gas")).isEmpty();
        street.list(street.office, "?after=rubbish")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/shared/bad-cursor"));
    }

    @Test
    void filtersByWordsStateClockAndDay() throws Exception {
        UUID gas = Ids.next();
        street.send(street.worker, with(with(street.report(gas), "description", "燃气软管老化开裂"), "domain", "gas"));
        UUID fire = street.hazardIn(HazardStatus.CLOSED);

        assertThat(found(street.office, "?q=燃气")).containsExactly(gas);
        assertThat(found(street.office, "?q=软管老")).containsExactly(gas);
        assertThat(found(street.office, "?q=管软")).isEmpty();
        assertThat(found(street.office, "?q=2026-")).hasSize(2);
        street.list(street.office, "?q=气").andExpect(status().isBadRequest());
        assertThat(found(street.office, "?open=true")).containsExactly(gas);
        assertThat(found(street.office, "?open=false")).containsExactly(fire);
        assertThat(found(street.office, "?state=CLOSED,REJECTED&domain=fire,gas"))
                .containsExactly(fire);
        assertThat(found(street.office, "?reportedFrom=2026-06-01&reportedTo=2026-06-01"))
                .hasSize(2);
        assertThat(found(street.office, "?reportedFrom=2026-06-02")).isEmpty();

        assertThat(found(street.office, "?clock=IN_TIME")).containsExactly(gas);
        clock.set(java.time.Instant.parse("2026-06-02T15:59:59.999Z"));
        assertThat(found(street.office, "?clock=NEAR"))
                .as("the last moment counts")
                .containsExactly(gas);
        clock.advance(Duration.ofMillis(1));
        assertThat(found(street.office, "?clock=BREACHED")).containsExactly(gas);
    }

    @Test
    void tellsEveryoneWhatWaitsForThem() throws Exception {
        street.hazardIn(HazardStatus.REPORTED);
        street.hazardIn(HazardStatus.ASSIGNED);
        street.hazardIn(HazardStatus.ASSIGNED);
        street.hazardIn(HazardStatus.FIXED_ON_SPOT);

        assertThat(waiting(street.office))
                .isEqualTo(Map.of(
                        "CONFIRM", 1, "ASSIGN", 0, "DECIDE_OWNER", 0, "RECTIFY", 0, "REINSPECT", 1, "LOOK_BACK", 0));
        assertThat(waiting(street.worker)).as("who fixed it is not asked").containsEntry("REINSPECT", 0);
        assertThat(waiting(street.shopOwner)).isEqualTo(Map.of("RECTIFY", 2));
        assertThat(waiting(street.otherOwner)).isEqualTo(Map.of("RECTIFY", 0));
        assertThat(found(street.shopOwner, "?mine=true")).hasSize(2);
        assertThat(waiting(people.with("auditor", street.street))).isEmpty();
    }

    @Test
    void exportsTheListAsALedger() throws Exception {
        street.hazardIn(HazardStatus.CLOSED);
        UUID gas = Ids.next();
        street.send(street.worker, with(with(street.report(gas), "description", "=1+1 燃气"), "domain", "gas"));
        byte[] table = mvc.perform(get("/api/hazards/export?open=true")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(as(street.office)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(table))) {
            var sheet = workbook.getSheet("隐患台账");
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("隐患描述");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("=1+1 燃气");
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("燃气");
            assertThat(sheet.getRow(1).getCell(19).getStringCellValue()).isEqualTo("待核实");
        }
    }

    @Test
    void startsTheRectificationClockAtTheAssignmentAndAcceptsNoLaterDeadline() throws Exception {
        UUID id = street.hazardIn(HazardStatus.CONFIRMED);
        street.step(street.office, id, "assign", Map.of("unitId", street.shop, "deadline", "2026-06-11"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/hazard/deadline-out-of-range"))
                .andExpect(jsonPath("$.last").value("2026-06-10"));
        street.step(street.office, id, "assign", Map.of("unitId", street.shop, "deadline", "2026-05-31"))
                .andExpect(status().isConflict());
        street.step(street.office, id, "assign", Map.of("unitId", street.shop)).andExpect(status().isNoContent());
        street.look(street.office, id)
                .andExpect(jsonPath("$.hazard.clock.kind").value("RECTIFY"))
                .andExpect(jsonPath("$.hazard.clock.dueAt").value("2026-06-10T15:59:59.999Z"));
    }

    @Test
    void countsARectificationAsLateAfterItsLastMinute() throws Exception {
        UUID inTime = street.hazardIn(HazardStatus.ASSIGNED);
        UUID late = street.hazardIn(HazardStatus.ASSIGNED);
        clock.set(java.time.Instant.parse("2026-06-10T15:59:59.999Z"));
        closeAfterSubmission(inTime);
        clock.advance(Duration.ofMillis(1));
        closeAfterSubmission(late);
        street.look(street.office, inTime)
                .andExpect(jsonPath("$.course.closedInTime").value(true));
        street.look(street.office, late)
                .andExpect(jsonPath("$.course.closedInTime").value(false));
    }

    private void closeAfterSubmission(UUID id) throws Exception {
        street.step(street.shopOwner, id, "submit", street.bodyOf("submit", street.shopOwner, id))
                .andExpect(status().isNoContent());
        street.step(street.office, id, "close", Map.of()).andExpect(status().isNoContent());
    }

    private String number(Caller caller, Map<String, Object> report) throws Exception {
        String body = mvc.perform(post("/api/hazards")
                        .with(as(caller))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(report)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(body).path("number").asString();
    }

    private List<UUID> found(Caller caller, String query) throws Exception {
        return ids(read(caller, query));
    }

    private static List<UUID> ids(JsonNode page) {
        List<UUID> ids = new ArrayList<>();
        page.path("items").forEach(row -> ids.add(UUID.fromString(row.path("id").asString())));
        return ids;
    }

    private JsonNode read(Caller caller, String query) throws Exception {
        return json.readTree(street.list(caller, query)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private List<UUID> walk(String query) throws Exception {
        List<UUID> all = new ArrayList<>();
        JsonNode page = read(street.office, query);
        all.addAll(ids(page));
        while (!page.path("next").isNull()) {
            page = read(street.office, query + "&after=" + page.path("next").asString());
            all.addAll(ids(page));
        }
        return all;
    }

    private Map<String, Integer> waiting(Caller caller) throws Exception {
        Map<String, Integer> counts = new java.util.HashMap<>();
        json.readTree(mvc.perform(get("/api/hazards/to-do").with(as(caller)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .forEach(kind -> counts.put(
                        kind.path("kind").asString(), kind.path("count").asInt()));
        return counts;
    }
}
