package org.anshe.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.anshe.shared.ProblemException;
import org.anshe.testing.MovableClock;
import org.junit.jupiter.api.Test;

class LoginRateTests {

    private final MovableClock clock = new MovableClock();
    private final LoginRate rate = new LoginRate(clock);

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            rate.take(address);
        }
    }

    @Test
    void refusesAnAddressAfterItsLastFailureAndNoOther() {
        fail("10.0.0.1", LoginRate.BURST);

        assertThatThrownBy(() -> rate.take("10.0.0.1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("too-many-attempts");
        assertThatCode(() -> rate.take("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void aLogInThatSucceedsCostsNothing() {
        for (int i = 0; i < LoginRate.BURST * 3; i++) {
            rate.take("10.0.0.1");
            rate.giveBack("10.0.0.1");
        }
        assertThatCode(() -> fail("10.0.0.1", LoginRate.BURST)).doesNotThrowAnyException();
    }

    @Test
    void letsOneMoreThroughAfterAWhile() {
        fail("10.0.0.1", LoginRate.BURST);

        clock.advance(LoginRate.REFILL.minusMillis(1));
        assertThatThrownBy(() -> rate.take("10.0.0.1")).isInstanceOf(ProblemException.class);

        clock.advance(LoginRate.REFILL.dividedBy(10));
        assertThatCode(() -> rate.take("10.0.0.1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> rate.take("10.0.0.1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void attemptsMadeAtOnceGetNoMoreThroughThanAttemptsInARow() throws Exception {
        AtomicInteger through = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LoginRate.BURST * 4; i++) {
                pool.submit(() -> {
                    start.await();
                    rate.take("10.0.0.1");
                    return through.incrementAndGet();
                });
            }
            start.countDown();
        }
        assertThat(through).hasValue(LoginRate.BURST);
    }
}
