package org.anshe.identity.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.anshe.shared.ProblemException;
import org.anshe.testing.MovableClock;
import org.junit.jupiter.api.Test;

class LoginRateTests {

    private final MovableClock clock = new MovableClock();
    private final LoginRate rate = new LoginRate(clock);

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            rate.countFailure(address);
        }
    }

    @Test
    void refusesAnAddressAfterItsLastFailureAndNoOther() {
        fail("10.0.0.1", LoginRate.BURST - 1);
        assertThatCode(() -> rate.requireRoom("10.0.0.1")).doesNotThrowAnyException();

        fail("10.0.0.1", 1);

        assertThatThrownBy(() -> rate.requireRoom("10.0.0.1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("too-many-attempts");
        assertThatCode(() -> rate.requireRoom("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void letsOneMoreThroughAfterAWhile() {
        fail("10.0.0.1", LoginRate.BURST + 5);

        clock.advance(LoginRate.REFILL.minusMillis(1));
        assertThatThrownBy(() -> rate.requireRoom("10.0.0.1")).isInstanceOf(ProblemException.class);

        clock.advance(LoginRate.REFILL.dividedBy(10));
        assertThatCode(() -> rate.requireRoom("10.0.0.1")).doesNotThrowAnyException();
        fail("10.0.0.1", 1);
        assertThatThrownBy(() -> rate.requireRoom("10.0.0.1")).isInstanceOf(ProblemException.class);
    }
}
