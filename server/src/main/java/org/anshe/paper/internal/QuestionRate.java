package org.anshe.paper.internal;

import java.time.Clock;
import java.time.Duration;
import org.anshe.paper.PaperProblem;
import org.anshe.shared.AddressRate;
import org.springframework.stereotype.Component;

/** How often one address may ask about papers. */
@Component
public class QuestionRate {

    private static final int BURST = 30;
    private static final Duration REFILL = Duration.ofSeconds(4);

    private final AddressRate rate;

    QuestionRate(Clock clock) {
        this.rate = new AddressRate(clock, BURST, REFILL, PaperProblem.TOO_MANY_QUESTIONS);
    }

    public void take(String address) {
        rate.take(address);
    }
}
