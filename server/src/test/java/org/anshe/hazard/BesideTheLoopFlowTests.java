package org.anshe.hazard;

import static org.anshe.hazard.HazardStreet.elements;
import static org.anshe.hazard.HazardStreet.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.deadline.internal.AnnounceDeadlines;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What runs beside the closed loop: hand-overs, reporting up, extensions, the ladder, major hazards. */
@IntegrationTest
class BesideTheLoopFlowTests {

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
    AnnounceDeadlines announcing;

    @Autowired
    MovableClock clock;

    private HazardStreet street;
    private UUID hazard = new UUID(0, 0);

    @BeforeEach
    void aStreet() {
        street = new HazardStreet(mvc, json, attachments, areas, people, units);
    }

    @Test
    void aRefusedHandOverGoesBackAndTheSecondRefusalToTheStreet() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        String due = clockField("dueAt");
        done(street.office, "hand-over", Map.of("unitId", street.otherShop, "reason", "归口"));
        refused(street.otherOwner, "submit", submission(street.otherOwner), 409, "wrong-state");
        done(street.otherOwner, "refuse-hand-over", Map.of("reason", "不归本单位"));
        assertThat(field("unitId")).isEqualTo(street.shop.toString());
        assertThat(street.state(hazard)).isEqualTo("ASSIGNED");
        assertThat(clockField("dueAt")).isEqualTo(due);

        done(street.office, "hand-over", Map.of("unitId", street.otherShop, "reason", "再议"));
        done(street.otherOwner, "refuse-hand-over", Map.of("reason", "仍不归本单位"));
        assertThat(clockField("state")).isEqualTo("PAUSED");
        refused(street.otherOwner, "accept-hand-over", Map.of(), 409, "nothing-pending");
        street.step(street.worker, hazard, "decide-owner", Map.of("unitId", street.shop, "reason", "x"))
                .andExpect(status().isForbidden());

        clock.advance(Duration.ofDays(7));
        done(street.office, "decide-owner", Map.of("unitId", street.shop, "reason", "场所由其使用"));
        assertThat(street.state(hazard)).isEqualTo("ASSIGNED");
        assertThat(clockField("state")).isNotEqualTo("PAUSED");
        // Five working days back: from Wednesday 10 June to Wednesday 17 June.
        assertThat(due).isEqualTo("2026-06-10T15:59:59.999Z");
        assertThat(clockField("dueAt")).isEqualTo("2026-06-17T15:59:59.999Z");
        assertThat(field("dueAt")).isEqualTo("2026-06-17T15:59:59.999Z");
        Caller community = people.with("department-handler", street.street);
        refused(community, "hand-over", Map.of("unitId", street.otherShop, "reason", "x"), 409, "owner-decided");
        done(street.office, "hand-over", Map.of("unitId", street.otherShop, "reason", "另行指定"));
    }

    @Test
    void whoDoesNotAnswerInTimeHasNotAccepted() throws Exception {
        hazard = street.hazardIn(HazardStatus.HANDED_OVER);
        // One working day: until the end of Tuesday.
        clock.set(Instant.parse("2026-06-02T15:59:59.999Z"));
        announcing.announce();
        assertThat(pending()).containsExactly("HAND_OVER");
        clock.set(Instant.parse("2026-06-02T16:00:00Z"));
        announcing.announce();
        Awaitility.await().untilAsserted(() -> assertThat(pending()).contains("DISPUTE"));
        done(street.office, "decide-owner", Map.of("unitId", street.otherShop, "reason", "逾期未答复"));
        assertThat(pending()).isEmpty();
    }

    @Test
    void whatIsReportedUpIsTheStreetsUntilItSendsItDown() throws Exception {
        hazard = street.hazardIn(HazardStatus.CONFIRMED);
        done(street.worker, "report-up", Map.of("reason", "产权复杂，社区无力解决"));
        refused(street.worker, "assign", with(elements(), "unitId", street.shop), 403, "handled-above");
        waits(street.worker, "ASSIGN", 0);
        waits(street.office, "ASSIGN", 1);
        done(street.office, "send-down", Map.of("reason", "先由社区协调"));
        waits(street.worker, "ASSIGN", 1);
        done(street.worker, "report-up", Map.of("reason", "协调未果"));
        done(street.office, "assign", with(elements(), "unitId", street.shop));
        assertThat(pending()).isEmpty();
        assertThat(field("handledBy")).isEqualTo("STREET");
        done(street.shopOwner, "submit", submission(street.shopOwner));
        refused(street.worker, "close", Map.of(), 403, "handled-above");
        done(street.office, "close", Map.of());
    }

    @Test
    void theStreetReportsUpToTheDistrictAndNobodyFurther() throws Exception {
        hazard = street.hazardIn(HazardStatus.CONFIRMED);
        done(street.office, "report-up", Map.of("reason", "x"));
        refused(street.office, "report-up", Map.of("reason", "x"), 409, "already-pending");
        done(street.office, "accept-report", Map.of());
        done(street.office, "report-up", Map.of("reason", "跨街道"));
        assertThat(field("handledBy")).isEqualTo("DISTRICT");
        refused(street.office, "assign", with(elements(), "unitId", street.shop), 403, "handled-above");
        Caller district = people.with("district-office", street.street.at(org.anshe.shared.AreaLevel.DISTRICT));
        done(district, "accept-report", Map.of());
        refused(district, "report-up", Map.of("reason", "x"), 409, "top-level");
    }

    @Test
    void anExtensionIsDecidedByTheLevelThePolicyNames() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        refused(street.shopOwner, "ask-extension", extension("2026-06-10"), 409, "deadline-out-of-range");
        refused(street.shopOwner, "ask-extension", extension("2026-07-11"), 409, "nobody-may-extend");
        // Ten days beyond the 10th: the community; one more: the street.
        done(street.shopOwner, "ask-extension", extension("2026-06-21"));
        refused(street.shopOwner, "ask-extension", extension("2026-06-20"), 409, "already-pending");
        refused(street.worker, "grant-extension", Map.of(), 403, "wrong-level");
        done(street.shopOwner, "withdraw-extension", Map.of());
        done(street.shopOwner, "ask-extension", extension("2026-06-20"));
        refused(street.worker, "grant-extension", Map.of("until", "2026-06-21"), 409, "deadline-out-of-range");
        done(street.worker, "grant-extension", Map.of("until", "2026-06-18", "note", "雨季施工"));
        assertThat(clockField("dueAt")).isEqualTo("2026-06-18T15:59:59.999Z");
        assertThat(field("dueAt")).isEqualTo("2026-06-18T15:59:59.999Z");

        // The second one is the street's, however short.
        done(street.shopOwner, "ask-extension", extension("2026-06-19"));
        refused(street.worker, "refuse-extension", Map.of("reason", "x"), 403, "wrong-level");
        done(street.office, "refuse-extension", Map.of("reason", "理由不足"));
        assertThat(clockField("dueAt")).isEqualTo("2026-06-18T15:59:59.999Z");
        assertThat(street.view(hazard).path("beside").path("extensions").size()).isEqualTo(3);
    }

    @Test
    void anExtensionIsAskedForUntilTheLastMomentAndLapsesWithTheSubmission() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        clock.set(Instant.parse("2026-06-10T15:59:59.999Z"));
        done(street.shopOwner, "ask-extension", extension("2026-06-15"));
        done(street.shopOwner, "submit", submission(street.shopOwner));
        assertThat(pending()).isEmpty();
        assertThat(street.view(hazard)
                        .path("beside")
                        .path("extensions")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("LAPSED");

        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        clock.set(Instant.parse(clockField("dueAt")).plusMillis(1));
        refused(street.shopOwner, "ask-extension", extension("2026-07-15"), 409, "too-late-to-ask");
    }

    @Test
    void aLimitOfItsOwnMovesTheRunningClockVisibly() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        Map<String, Object> limit = Map.of("clock", "RECTIFY", "count", 2, "unit", "CALENDAR_DAYS", "reason", "上级督办要求");
        street.step(street.worker, hazard, "set-limit", limit).andExpect(status().isForbidden());
        done(street.office, "set-limit", limit);
        assertThat(clockField("dueAt")).isEqualTo("2026-06-03T15:59:59.999Z");
        JsonNode view = street.view(hazard);
        assertThat(view.path("beside").path("basis").path("source").asString()).isEqualTo("HAZARD");
        JsonNode step = view.path("timeline").get(view.path("timeline").size() - 1);
        assertThat(step.path("facts").path("fromDueAt").asString()).isEqualTo("2026-06-10T15:59:59.999Z");
    }

    @Test
    void theLadderIsClimbedRungByRungWhileTheClockRuns() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        clock.set(Instant.parse("2026-06-10T15:59:59.999Z"));
        announcing.announce();
        assertThat(rungs()).isEmpty();
        clock.set(Instant.parse("2026-06-10T16:00:00Z"));
        announcing.announce();
        Awaitility.await().untilAsserted(() -> assertThat(rungs()).containsExactly("REMINDER:TAKEN"));
        // Two working days after the breach on Wednesday: the end of Friday.
        clock.set(Instant.parse("2026-06-12T15:59:59Z"));
        announcing.announce();
        assertThat(rungs()).hasSize(1);
        clock.set(Instant.parse("2026-06-12T16:00:00Z"));
        announcing.announce();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(rungs()).containsExactly("REMINDER:TAKEN", "SUPERVISION_SLIP:PROPOSED"));
        assertThat(pending()).containsExactly("ESCALATION");
        String slip = street.view(hazard)
                .path("beside")
                .path("escalations")
                .get(1)
                .path("id")
                .asString();
        street.step(street.worker, hazard, "take-rung", Map.of("escalation", slip))
                .andExpect(status().isForbidden());
        done(street.office, "take-rung", Map.of("escalation", slip));
        refused(street.office, "dismiss-rung", Map.of("escalation", slip, "reason", "x"), 409, "nothing-pending");
        clock.set(Instant.parse("2026-06-17T16:00:00Z"));
        announcing.announce();
        Awaitility.await().untilAsserted(() -> assertThat(rungs()).contains("BULLETIN:PROPOSED"));
        done(street.shopOwner, "submit", submission(street.shopOwner));
        assertThat(rungs()).containsExactly("REMINDER:TAKEN", "SUPERVISION_SLIP:TAKEN", "BULLETIN:LAPSED");
        assertThat(pending()).isEmpty();
    }

    @Test
    void aMajorHazardIsJudgedByThreeAndReportedUpInTime() throws Exception {
        hazard = street.hazardIn(HazardStatus.REPORTED);
        Map<String, Object> two =
                with(HazardStreet.judgement(), "judges", List.of(Map.of("name", "甲"), Map.of("name", "乙")));
        refused(street.office, "confirm", Map.of("grade", "MAJOR", "judgement", two), 409, "judgement-required");
        Map<String, Object> unknown = with(HazardStreet.judgement(), "criteria", List.of("没有这一条"));
        refused(street.office, "confirm", Map.of("grade", "MAJOR", "judgement", unknown), 400, "unknown-criterion");
        Map<String, Object> judgement = with(HazardStreet.judgement(), "criteria", List.of("gb-35181-2017:6.4"));
        done(street.office, "confirm", Map.of("grade", "MAJOR", "judgement", judgement));
        assertThat(pending()).containsExactly("MAJOR_REPORT");
        JsonNode recorded =
                street.view(hazard).path("beside").path("judgements").get(0);
        assertThat(recorded.path("judges").size()).isEqualTo(3);
        assertThat(recorded.path("criteria").get(0).asString()).isEqualTo("gb-35181-2017:6.4");
        done(
                street.office,
                "report-major",
                Map.of(
                        "authority", "区应急管理局",
                        "reportedOn", "2026-06-01",
                        "causes", "占用疏散楼梯",
                        "degree", "可能造成群死群伤，需协调产权单位",
                        "plan", "三十日内拆除"));
        assertThat(pending()).isEmpty();
    }

    @Test
    void aGradeChangesOnlyByAnotherJudgement() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.office, "judge", Map.of("grade", "MAJOR", "judgement", HazardStreet.judgement()));
        refused(
                street.office,
                "judge",
                Map.of("grade", "MAJOR", "judgement", HazardStreet.judgement()),
                409,
                "same-grade");
        done(street.office, "judge", Map.of("grade", "GENERAL", "judgement", HazardStreet.judgement()));
        assertThat(pending()).isEmpty();
        assertThat(street.view(hazard).path("beside").path("judgements").size()).isEqualTo(2);
    }

    @Test
    void whatWasGradedMajorAfterItsAssignmentNeedsAllFiveElementsToBeSubmitted() throws Exception {
        hazard = street.hazardIn(HazardStatus.CONFIRMED);
        done(street.worker, "assign", Map.of("unitId", street.shop, "measure", "清理"));
        done(street.office, "judge", Map.of("grade", "MAJOR", "judgement", HazardStreet.judgement()));
        Map<String, Object> bare = Map.of("result", "已清理", "photosAfter", List.of(street.photo(street.shopOwner)));
        refused(street.shopOwner, "submit", bare, 409, "elements-incomplete");
        done(street.shopOwner, "submit", submission(street.shopOwner));
    }

    @Test
    void aMajorHazardIsListedPublishedExtendedVerifiedAndDelisted() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        refused(street.office, "file-listing", listing("2026-12-01"), 409, "not-major");
        done(street.office, "judge", Map.of("grade", "MAJOR", "judgement", HazardStreet.judgement()));
        // At most a year, which ends on the 365th day.
        refused(street.office, "file-listing", listing("2027-06-02"), 409, "deadline-out-of-range");
        refused(
                street.office,
                "file-listing",
                with(listing("2026-12-01"), "clockSet", "nowhere"),
                400,
                "unknown-clock-set");
        street.step(street.office, hazard, "file-listing", with(listing("2026-12-01"), "stopWork", "PARTIAL"))
                .andExpect(status().isBadRequest());
        done(street.office, "file-listing", listing("2027-06-01"));
        refused(street.office, "file-listing", listing("2026-12-01"), 409, "already-listed");
        JsonNode offer = offer("publish-listing");
        assertThat(offer.path("fields").get(0).path("value").asString())
                .contains("楼道内堆放杂物")
                .contains("区安委会办公室")
                .contains("2027-06-01")
                .doesNotContain("{");
        done(street.office, "publish-listing", Map.of("notice", "公告", "where", "区政府网站"));

        // Asked for at least twenty working days before the end, which is 1 June 2027.
        clock.set(Instant.parse("2027-05-05T02:00:00Z"));
        refused(street.shopOwner, "ask-term", extension("2027-09-01"), 409, "too-late-to-ask");
        clock.set(Instant.parse("2027-05-04T02:00:00Z"));
        done(street.shopOwner, "ask-term", extension("2027-09-01"));
        refused(street.shopOwner, "ask-term", extension("2027-09-02"), 409, "already-pending");
        done(street.office, "grant-term", Map.of());

        refused(street.shopOwner, "ask-verification", Map.of(), 409, "wrong-state");
        done(street.shopOwner, "submit", submission(street.shopOwner));
        refused(street.office, "close", Map.of(), 409, "still-listed");
        done(street.shopOwner, "ask-verification", Map.of());
        done(street.office, "fail-verification", Map.of("finding", "仍有一处未改"));
        done(street.shopOwner, "ask-verification", Map.of());
        refused(street.office, "publish-delisting", Map.of("notice", "x"), 409, "not-listed");
        done(street.office, "pass-verification", Map.of("finding", "核查合格"));
        done(street.office, "close", Map.of());
        done(street.office, "publish-delisting", Map.of("notice", "摘牌公告"));
        assertThat(pending()).doesNotContain("LISTING");
        JsonNode listed = street.view(hazard).path("beside").path("listings").get(0);
        assertThat(listed.path("listing").path("state").asString()).isEqualTo("ENDED");
        assertThat(listed.path("listing").path("filing").path("termUntil").asString())
                .isEqualTo("2027-09-01");
    }

    private static Map<String, Object> listing(String until) {
        return Map.of(
                "clockSet", "qingdao-like",
                "authority", "区安委会办公室",
                "leader", "副区长（包案）",
                "termUntil", until,
                "stopWork", "FULL",
                "plan", "目标、措施、资金、责任、期限、预案");
    }

    private JsonNode offer(String action) throws Exception {
        JsonNode offers = json.readTree(street.look(street.office, hazard)
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path("offers");
        return offers.valueStream()
                .filter(one -> one.path("action").asString().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> submission(Caller owner) {
        return with(with(elements(), "result", "已清理"), "photosAfter", List.of(street.photo(owner)));
    }

    private static Map<String, Object> extension(String until) {
        return Map.of("until", until, "reason", "材料未到");
    }

    private void done(Caller caller, String step, Map<String, ?> body) throws Exception {
        street.step(caller, hazard, step, body).andExpect(status().isNoContent());
    }

    private void refused(Caller caller, String step, Map<String, ?> body, int status, String problem) throws Exception {
        street.step(caller, hazard, step, body)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/hazard/" + problem));
    }

    private void waits(Caller caller, String kind, int count) throws Exception {
        street.list(caller, "?waiting=" + kind)
                .andExpect(jsonPath("$.items.length()").value(count));
    }

    private String field(String name) throws Exception {
        return street.view(hazard).path("hazard").path(name).asString();
    }

    private String clockField(String name) throws Exception {
        return street.view(hazard).path("hazard").path("clock").path(name).asString();
    }

    private List<String> pending() throws Exception {
        List<String> all = new ArrayList<>();
        street.view(hazard).path("hazard").path("pending").forEach(one -> all.add(one.asString()));
        return all;
    }

    private List<String> rungs() throws Exception {
        List<String> all = new ArrayList<>();
        street.view(hazard)
                .path("beside")
                .path("escalations")
                .forEach(one -> all.add(
                        one.path("kind").asString() + ":" + one.path("state").asString()));
        return all;
    }
}
