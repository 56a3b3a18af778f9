package org.anshe.hazard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.internal.FiveElements.Funding;
import org.anshe.hazard.internal.FiveElements.Responsible;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.junit.jupiter.api.Test;

class FiveElementsTests {

    private static final FiveElements ALL = new FiveElements(
            "清空楼道",
            new Responsible(null, "周师傅"),
            new Funding.NotNeeded(),
            Instant.parse("2026-06-10T15:59:59.999Z"),
            "专人看守");

    @Test
    void isCompleteWithMoneyExpresslyNotNeeded() {
        assertThat(ALL.missing()).isEmpty();
        assertThat(ALL.complete().elements()).isEqualTo(ALL);
    }

    @Test
    void isCompleteWithAnAmountOfMoney() {
        FiveElements funded = new FiveElements(
                ALL.measure(), ALL.responsible(), new Funding.Needed(BigDecimal.TEN, null), ALL.dueAt(), "专人看守");
        assertThat(funded.missing()).isEmpty();
    }

    @Test
    void namesEachElementThatIsNotSettled() {
        assertThat(FiveElements.NONE.missing())
                .containsExactly("measure", "responsible", "funding", "deadline", "contingency");
        assertThat(new FiveElements(ALL.measure(), ALL.responsible(), null, ALL.dueAt(), "专人看守").missing())
                .containsExactly("funding");
        assertThat(ALL.dueAt(null).missing()).containsExactly("deadline");
        assertThat(ALL.withoutResponsible().missing()).containsExactly("responsible");
        assertThatThrownBy(ALL.withoutResponsible()::complete)
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(HazardProblem.ELEMENTS_INCOMPLETE);
                    assertThat(refusal.members()).containsEntry("missing", List.of("responsible"));
                });
    }

    @Test
    void letsNobodyJudgeTheOwnWork() {
        UUID submitter = UUID.randomUUID();
        UUID responsible = UUID.randomUUID();
        Hazard hazard = hazard(new FiveElements(null, new Responsible(responsible, "周师傅"), null, null, null))
                .rectifiedBy(caller(submitter));

        assertThat(hazard.isInvolved(caller(submitter))).isTrue();
        assertThat(hazard.isInvolved(caller(responsible))).isTrue();
        assertThat(hazard.isInvolved(caller(UUID.randomUUID()))).isFalse();
        assertThat(hazard.isInvolved(Caller.system("test"))).isFalse();
        assertThatThrownBy(() -> hazard.independent(caller(submitter)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(HazardProblem.NOT_INDEPENDENT));
    }

    @Test
    void remembersWhoAnsweredForItWhenAnotherPersonTakesOver() {
        UUID first = UUID.randomUUID();
        Hazard hazard = hazard(new FiveElements(null, new Responsible(first, "周师傅"), null, null, null))
                .rectifiedBy(caller(UUID.randomUUID()))
                .with(ALL);
        assertThat(hazard.isInvolved(caller(first))).isTrue();
    }

    private static Hazard hazard(FiveElements elements) {
        return new Hazard(
                new Hazard.Identity(
                        UUID.randomUUID(),
                        "2026-000001",
                        AreaKey.parse("910101001001"),
                        "fire",
                        HazardSource.PATROL,
                        null,
                        null,
                        null,
                        null),
                1,
                HazardGrade.GENERAL,
                null,
                elements,
                java.util.Set.of(),
                null,
                Handling.USUAL,
                new HazardState.Reported());
    }

    private static Caller caller(UUID person) {
        return new Caller(person, "某人", null, "hazard.close", java.util.Map.of());
    }
}
