package org.anshe.hazard;

import static org.anshe.hazard.HazardStreet.elements;
import static org.anshe.hazard.HazardStreet.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;

/** Requests reach those who answer them, answers those who asked; nobody is told of what they did themselves. */
class HandlingNoticesIntegrationTests extends NoticesTest {

    @Test
    void anExtensionIsToldToTheLevelThatDecidesAndItsOutcomeToTheUnit() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.shopOwner, "ask-extension", Map.of("until", "2026-06-18", "reason", "材料未到"));
        tells("hazard.extension-asked", street.worker, colleague);
        done(street.worker, "grant-extension", Map.of());
        tells("hazard.extension-granted", street.shopOwner);

        // The second one is the street's.
        done(street.shopOwner, "ask-extension", Map.of("until", "2026-06-19", "reason", "又未到"));
        tells("hazard.extension-asked", street.worker, colleague, street.office, street.secondOffice);
        done(street.office, "refuse-extension", Map.of("reason", "理由不足"));
        tells("hazard.extension-refused", street.shopOwner);
    }

    @Test
    void aHandOverIsToldToTheReceiverAndItsRefusalToTheSender() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.office, "hand-over", Map.of("unitId", street.otherShop, "reason", "归口"));
        tells("hazard.handed-over", street.otherOwner);
        done(street.otherOwner, "refuse-hand-over", Map.of("reason", "不归本单位"));
        tells("hazard.hand-over-refused", street.office, street.shopOwner);
        settled();
        assertThat(told("hazard.disputed")).isEmpty();
    }

    @Test
    void anAcceptedHandOverIsToldToWhoSentIt() throws Exception {
        hazard = street.hazardIn(HazardStatus.HANDED_OVER);
        done(street.otherOwner, "accept-hand-over", Map.of());
        tells("hazard.hand-over-accepted", street.office);
    }

    @Test
    void aDisputeWaitsForTheStreetAndNoLongerForTheUnit() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.office, "hand-over", Map.of("unitId", street.otherShop, "reason", "归口"));
        waits(street.otherOwner, "RECTIFY", 1);
        done(street.otherOwner, "refuse-hand-over", Map.of("reason", "不归本单位"));
        done(street.office, "hand-over", Map.of("unitId", street.otherShop, "reason", "再议"));
        done(street.otherOwner, "refuse-hand-over", Map.of("reason", "仍不归本单位"));
        tells("hazard.disputed", street.office, street.secondOffice);
        waits(street.otherOwner, "RECTIFY", 0);
        waits(street.secondOffice, "DECIDE_OWNER", 1);
        street.list(street.secondOffice, "?mine=true")
                .andExpect(jsonPath("$.items.length()").value(1));
        // Who may decide in the community alone may not decide this.
        Caller community = people.with("street-office", street.community);
        waits(community, "DECIDE_OWNER", 0);

        done(street.office, "decide-owner", Map.of("unitId", street.shop, "reason", "场所由其使用"));
        tells("hazard.hand-over-accepted", street.shopOwner);
        waits(street.secondOffice, "DECIDE_OWNER", 0);
    }

    private void waits(Caller caller, String kind, int count) throws Exception {
        street.list(caller, "?waiting=" + kind)
                .andExpect(jsonPath("$.items.length()").value(count));
    }

    @Test
    void aReportUpIsToldAboveAndTheAnswerBelow() throws Exception {
        hazard = street.hazardIn(HazardStatus.CONFIRMED);
        done(street.worker, "report-up", Map.of("reason", "产权复杂"));
        tells("hazard.reported-up", street.office, street.secondOffice);
        done(street.office, "send-down", Map.of("reason", "先由社区协调"));
        tells("hazard.sent-down", street.worker, colleague);
        done(street.worker, "report-up", Map.of("reason", "协调未果"));
        done(street.office, "accept-report", Map.of());
        tells("hazard.report-accepted", street.worker);
    }

    @Test
    void anUpgradeToMajorIsUrgentForTheUnitAndForWhoAssigns() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.office, "judge", Map.of("grade", "MAJOR", "judgement", HazardStreet.judgement()));
        tells("hazard.graded-major", street.shopOwner, street.worker, colleague);
        assertThat(sql.queryForList(
                        "select urgent from notification.notice where subject_id = ? and kind = 'hazard.graded-major'",
                        Boolean.class,
                        hazard))
                .containsExactly(true);
        done(street.office, "judge", Map.of("grade", "GENERAL", "judgement", HazardStreet.judgement()));
        tells("hazard.graded-general", street.shopOwner, street.worker, colleague);
    }

    @Test
    void whatIsHandedBackOrReopenedWaitsToBeAssigned() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.shopOwner, "hand-back", Map.of("reason", "非本单位场所"));
        tells("hazard.handed-back", street.worker, colleague);
        hazard = street.hazardIn(HazardStatus.CLOSED);
        done(street.office, "reopen", Map.of("reason", "又堆放"));
        tells("hazard.reopened", street.worker, colleague);
    }

    @Test
    void theReporterLearnsThatItWasNoneOrKnownAlready() throws Exception {
        street.send(street.gridWorker, street.report(hazard));
        done(street.worker, "reject", Map.of("reason", "已自行清理"));
        tells("hazard.rejected", street.gridWorker);

        UUID original = street.hazardIn(HazardStatus.REPORTED);
        hazard = Ids.next();
        street.send(street.gridWorker, street.report(hazard));
        done(street.worker, "mark-duplicate", Map.of("original", original, "reason", "同一处"));
        tells("hazard.duplicate", street.gridWorker);

        // Who rejects the own report knows.
        hazard = Ids.next();
        street.send(street.worker, street.report(hazard));
        done(street.worker, "reject", Map.of("reason", "误报"));
        settled();
        assertThat(told("hazard.rejected")).isEmpty();
    }

    @Test
    void aNoticeSaysWhereAndWhat() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.office, "hand-over", Map.of("unitId", street.otherShop, "reason", "归口"));
        String facts = sql.queryForObject(
                "select facts::text from notification.notice where subject_id = ? and kind = 'hazard.handed-over'",
                String.class,
                hazard);
        assertThat(facts).contains("桂园社区").contains("楼道内堆放杂物");
    }

    @Test
    void aStepTellsInItsOwnTransactionAndOneThatIsTakenBackTellsNobody() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        transaction.executeWithoutResult(taken -> {
            try {
                done(street.office, "hand-over", Map.of("unitId", street.otherShop, "reason", "归口"));
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
            assertThat(told("hazard.handed-over")).containsExactly(street.otherOwner.person());
            taken.setRollbackOnly();
        });
        assertThat(told("hazard.handed-over")).isEmpty();
    }

    @Test
    void theLegsOfAListingAreToldToUnitAndOffice() throws Exception {
        hazard = street.hazardIn(HazardStatus.ASSIGNED);
        done(street.office, "judge", Map.of("grade", "MAJOR", "judgement", HazardStreet.judgement()));
        done(
                street.office,
                "file-listing",
                Map.of(
                        "clockSet", "qingdao-like",
                        "authority", "区安委会办公室",
                        "termUntil", "2027-06-01",
                        "stopWork", "FULL",
                        "plan", "目标、措施"));
        tells("hazard.listing-filed", street.secondOffice);
        done(street.office, "publish-listing", Map.of("notice", "公告"));
        tells("hazard.listed", street.secondOffice, street.shopOwner);
        // Asked for at least twenty working days before the end.
        clock.set(Instant.parse("2027-05-04T02:00:00Z"));
        done(street.shopOwner, "ask-term", Map.of("until", "2027-09-01", "reason", "材料未到"));
        tells("hazard.term-asked", street.office, street.secondOffice);
        done(street.office, "grant-term", Map.of());
        tells("hazard.term-granted", street.shopOwner);
        done(
                street.shopOwner,
                "submit",
                with(with(elements(), "result", "已清理"), "photosAfter", List.of(street.photo(street.shopOwner))));
        done(street.shopOwner, "ask-verification", Map.of());
        tells("hazard.verification-asked", street.office, street.secondOffice);
        done(street.office, "fail-verification", Map.of("finding", "仍有一处未改"));
        tells("hazard.verification-failed", street.shopOwner);
        done(street.shopOwner, "ask-verification", Map.of());
        done(street.office, "pass-verification", Map.of("finding", "核查合格"));
        tells("hazard.verification-passed", street.secondOffice, street.shopOwner);
        done(street.office, "close", Map.of());
        done(street.office, "publish-delisting", Map.of("notice", "摘牌公告"));
        tells("hazard.delisted", street.secondOffice, street.shopOwner);
    }
}
