package org.anshe.hazard;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.organisation.internal.HoldArea;
import org.anshe.paper.internal.KeepOrgan;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Who hears of a rung of the ladder, of a deadline that is near or past, and which paper a rung makes. */
class LadderNoticesIntegrationTests extends NoticesTest {

    private static final Caller SYSTEM = Caller.system("test");

    @Autowired
    HoldArea holding;

    @Autowired
    KeepOrgan organs;

    private final UUID policy = Ids.next();

    @AfterEach
    void withdrawn() {
        sql.update("update hazard.clock_policy set state = 'WITHDRAWN', withdrawn_why = 'test' where id = ?", policy);
        policies.reload();
    }

    @Autowired
    org.anshe.hazard.internal.policy.ClockPolicies policies;

    /** A policy of the street whose ladder is one rung for these recipients. */
    private void ladder(String recipients, @Nullable String paper, boolean confirm) throws Exception {
        JsonNode shipped = json.readTree(getClass().getResourceAsStream("/data/clocks/hazard.json"))
                .path("policies")
                .get(0)
                .path("content");
        var content = (tools.jackson.databind.node.ObjectNode) shipped;
        content.set("ladder", json.readTree("""
                [{"kind": "SUPERVISION_SLIP", "clocks": [], "after": {"count": 0, "of": "WORKING_DAYS"},
                  "recipients": [%s], "paper": %s, "confirm": %s}]
                """.formatted(
                        recipients, paper == null ? "null" : "\"" + paper + "\"", confirm)));
        sql.update(
                "insert into hazard.clock_policy (id, area_key, name, effective_from, source, content, state, changed_at,"
                        + " changed_by, published_at) values (?, ?, 'x', date '2026-01-01', 'x', ?::jsonb, 'PUBLISHED',"
                        + " now(), 'x', now())",
                policy,
                street.street.value(),
                json.writeValueAsString(content));
        policies.reload();
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
    }

    private void breach() {
        clock.set(Instant.parse("2026-06-10T16:00:00Z"));
        announcing.announce();
        await().untilAsserted(() -> assertThat(rung().isMissingNode()).isFalse());
        settled();
    }

    private JsonNode rung() throws Exception {
        return street.view(hazard).path("beside").path("escalations").path(0);
    }

    private void reaches(String recipient, Caller... expected) throws Exception {
        ladder(recipient, null, false);
        breach();
        tells("hazard.rung-supervision", expected);
        assertThat(rung().path("told").asInt()).isEqualTo(expected.length);
    }

    @Test
    void theResponsiblePersonAndWithoutOneTheUnit() throws Exception {
        reaches("{\"to\": \"RESPONSIBLE\"}", street.shopOwner);
    }

    @Test
    void whoeverTheClockWaitsFor() throws Exception {
        reaches("{\"to\": \"WAITED_FOR\"}", street.shopOwner);
    }

    @Test
    void theLevelAboveTheOneThatHandlesIt() throws Exception {
        reaches("{\"to\": \"LEVEL_ABOVE\"}", street.office, street.secondOffice);
    }

    @Test
    void aPostOfAUnitOfTheStreetAlsoByThePostItIsBoundTo() throws Exception {
        Caller chief = people.with("department-handler", street.street);
        Caller bound = people.with("grid-worker", street.community);
        UUID office = unit("青石街道安办");
        UUID committee = unit("青石街道安委会");
        units.appoint(SYSTEM, office, chief.person(), "主任");
        sql.update(
                "insert into organisation.membership (id, unit_id, post, other_unit_id, other_post, since)"
                        + " values (?, ?, '值班领导', ?, '主任', now())",
                Ids.next(),
                committee,
                office);
        units.appoint(SYSTEM, committee, bound.person(), "成员");
        reaches("{\"to\": \"POST\", \"post\": \"值班领导\", \"level\": \"STREET\"}", chief);
    }

    @Test
    void aPostOfTheUnitThatAnswersForTheHazard() throws Exception {
        Caller safety = people.with("enterprise", null, street.shop);
        units.appoint(SYSTEM, street.shop, safety.person(), "安全员");
        reaches("{\"to\": \"POST\", \"post\": \"安全员\"}", safety);
    }

    @Test
    void theHolderOfTheAreaOrTheNearestAbove() throws Exception {
        Caller leader = people.with("street-office", street.street);
        Caller gone = people.with("street-office", street.street);
        holding.hold(
                SYSTEM,
                street.street,
                Ids.next(),
                org.anshe.organisation.AreaHolderRole.STREET_LEADER,
                leader.person());
        holding.hold(
                SYSTEM,
                street.community,
                Ids.next(),
                org.anshe.organisation.AreaHolderRole.STREET_LEADER,
                gone.person());
        sql.update("update identity.person set retired_at = now() where id = ?", gone.person());
        reaches("{\"to\": \"HOLDER\", \"holder\": \"STREET_LEADER\"}", leader);
    }

    @Test
    void aHolderWhoMayNotSeeTheHazardIsToldWithoutItsWords() throws Exception {
        Caller stranger = people.with("grid-worker", areas.community(street.street, 2, "松林社区"));
        holding.hold(
                SYSTEM,
                street.street,
                Ids.next(),
                org.anshe.organisation.AreaHolderRole.STREET_LEADER,
                stranger.person());
        reaches("{\"to\": \"HOLDER\", \"holder\": \"STREET_LEADER\"}", stranger);
        assertThat(sql.queryForObject(
                        "select facts::text from notification.notice where subject_id = ? and kind = 'hazard.rung-supervision'",
                        String.class,
                        hazard))
                .contains("桂园社区")
                .doesNotContain("楼道");
    }

    @Test
    void aRungThatNobodyReceivesSaysSoAndThePolicyWarnsOfIt() throws Exception {
        reaches("{\"to\": \"POST\", \"post\": \"没有的职务\", \"level\": \"STREET\"}");
        assertThat(rung().path("told").isNull()).isFalse();
        mvc.perform(get("/api/clock-policies/{id}/unheard", policy).with(as(street.office)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].pointer").value("/content/ladder/0/recipients/0"));
    }

    @Test
    void aProposedRungGoesToWhoConfirmsItAndTheConfirmedOneToItsRecipients() throws Exception {
        ladder("{\"to\": \"RESPONSIBLE\"}, {\"to\": \"LEVEL_ABOVE\"}", null, true);
        breach();
        tells("hazard.rung-proposed", street.office, street.secondOffice);
        assertThat(told("hazard.rung-supervision")).isEmpty();
        done(street.office, "take-rung", Map.of("escalation", rung().path("id").asString()));
        tells("hazard.rung-supervision", street.shopOwner, street.secondOffice);
    }

    @Test
    void aRungDraftsItsPaperOnceHoweverOftenItIsAnnounced() throws Exception {
        UUID organ = organ();
        ladder("{\"to\": \"RESPONSIBLE\"}", "supervision-slip", false);
        breach();
        JsonNode rung = rung();
        assertThat(rung.path("paperId").asString()).isNotEmpty();
        assertThat(rung.path("paperProblem").isNull()).isTrue();
        publish(new HazardEscalated(
                hazard,
                "x",
                street.community,
                street.shop,
                UUID.fromString(rung.path("id").asString()),
                "SUPERVISION_SLIP",
                false,
                clock.instant()));
        assertThat(sql.queryForList(
                        "select id || ' ' || unit_id || ' ' || state from paper.paper where subject_id = ?",
                        String.class,
                        hazard))
                .containsExactly(rung.path("paperId").asString() + " " + organ + " DRAFT");
        tells("hazard.rung-supervision", street.shopOwner);
        tells("hazard.paper-drafted", street.office, street.secondOffice);
    }

    @Test
    void aPaperThatNoOrganCanIssueIsMissedVisiblyAndDraftedByHandLater() throws Exception {
        ladder("{\"to\": \"RESPONSIBLE\"}", "bulletin", false);
        breach();
        assertThat(rung().path("paperProblem").asString()).isEqualTo("no-organ");
        tells("hazard.paper-missing", street.office, street.secondOffice);
        tells("hazard.rung-supervision", street.shopOwner);

        UUID escalation = UUID.fromString(rung().path("id").asString());
        again(street.office, escalation).andExpect(status().isConflict());
        organ();
        again(street.shopOwner, escalation).andExpect(status().isForbidden());
        again(street.office, escalation).andExpect(status().isOk());
        assertThat(rung().path("paperProblem").isNull()).isTrue();
        assertThat(rung().path("paperId").asString()).isNotEmpty();
        again(street.office, escalation).andExpect(status().isConflict());
        assertThat(sql.queryForObject("select count(*) from paper.paper where subject_id = ?", Integer.class, hazard))
                .isEqualTo(1);
    }

    private ResultActions again(Caller caller, UUID escalation) throws Exception {
        return mvc.perform(post("/api/hazards/{id}/papers/of-rung", hazard)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("escalation", escalation))));
    }

    @Test
    void aDeadlineThatComesNearIsToldOnceToWhomItWaitsFor() throws Exception {
        ladder("{\"to\": \"LEVEL_ABOVE\"}", null, false);
        UUID other = hazard;
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        clock.set(Instant.parse("2026-06-10T02:00:00Z"));
        announcing.announce();
        settled();
        tells("hazard.near", street.shopOwner);
        assertThat(told(other, "hazard.near")).containsExactly(street.shopOwner.person());
        // The ladder tells the level above and not the unit, so the unit is told that it is overdue.
        breach();
        tells("hazard.overdue", street.shopOwner);
        announcing.announce();
        settled();
        tells("hazard.overdue", street.shopOwner);
    }

    @Test
    void whomTheFirstRungTellsIsNotToldTwiceOfTheBreach() throws Exception {
        ladder("{\"to\": \"WAITED_FOR\"}", null, false);
        breach();
        tells("hazard.rung-supervision", street.shopOwner);
        assertThat(told("hazard.overdue")).isEmpty();
    }

    @Test
    void anExtensionThatNobodyDecidedIsOverdueForWhoDecides() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.shopOwner, "ask-extension", Map.of("until", "2026-06-18", "reason", "材料未到"));
        clock.set(Instant.parse("2026-06-09T02:00:00Z"));
        announcing.announce();
        settled();
        tells("hazard.overdue", street.worker, colleague);
    }

    @Test
    void aUnitThatMeetsARuleIsProposedToTheOfficeAndWarnedItself() {
        UUID warning = hazard;
        Instant now = clock.instant();
        publish(new WarningProposed(warning, street.shop, street.community, "OVERDUE", 3, now));
        assertThat(told(warning, "hazard.warning-proposed"))
                .containsExactlyInAnyOrder(street.office.person(), street.secondOffice.person());
        publish(new UnitWarned(warning, street.shop, street.community, "OVERDUE", null, now));
        assertThat(told(warning, "hazard.unit-warned")).containsExactly(street.shopOwner.person());
        assertThat(told(warning, "hazard.unit-warned-answer")).isEmpty();
    }

    private UUID unit(String name) {
        UUID id = Ids.next();
        units.register(
                SYSTEM,
                List.of(new NewUnit(
                        id, name + id, org.anshe.organisation.Units.Kind.OFFICE, street.street, null, null)));
        return id;
    }

    private UUID organ() {
        UUID id = unit("青石街道安监办");
        organs.keep(street.office.with("paper-organ.manage"), id, 0, "青石街道安监办", "青安");
        return id;
    }
}
