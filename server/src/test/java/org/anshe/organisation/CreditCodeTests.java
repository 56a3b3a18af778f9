package org.anshe.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.anshe.shared.ProblemException;
import org.junit.jupiter.api.Test;

class CreditCodeTests {

    private static final String BODY = "91320113MA1N0000X";

    @Test
    void knowsTheCheckCharacterOfThePublishedExample() {
        // The worked example in the annex of GB 32100-2015.
        assertThat(CreditCode.checkCharacter("91350100M000100Y4")).isEqualTo('3');
        assertThat(CreditCode.parse("91350100M000100Y43").value()).isEqualTo("91350100M000100Y43");
    }

    @Test
    void acceptsExactlyOneOfAllLastCharacters() {
        long accepted = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .chars()
                .filter(last -> CreditCode.find(BODY + (char) last).isPresent())
                .count();
        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void noticesTwoNeighboursExchanged() {
        String code = BODY + CreditCode.checkCharacter(BODY);
        for (int i = 0; i < code.length() - 1; i++) {
            if (code.charAt(i) != code.charAt(i + 1)) {
                String exchanged = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
                assertThat(CreditCode.find(exchanged)).as(exchanged).isEmpty();
            }
        }
    }

    @Test
    void reachesTheCheckCharacterZero() {
        // A sum that 31 divides must give 0, not a thirty-second character.
        boolean reached = false;
        for (int i = 0; i < 40; i++) {
            String body = "9132011300000" + String.format("%04d", i);
            reached |= CreditCode.checkCharacter(body) == '0';
            assertThat(CreditCode.find(body + CreditCode.checkCharacter(body))).isPresent();
        }
        assertThat(reached).isTrue();
    }

    @Test
    void readsWhatPeopleWrite() {
        assertThat(CreditCode.parse(" 91350100 m000100y43 ").value()).isEqualTo("91350100M000100Y43");
    }

    @Test
    void refusesWrongLengthAndLettersThatAreNotUsed() {
        for (String bad :
                new String[] {"", "91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "I1350100M000100Y43"
                }) {
            assertThatThrownBy(() -> CreditCode.parse(bad))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(OrganisationProblem.BAD_CREDIT_CODE));
        }
    }
}
