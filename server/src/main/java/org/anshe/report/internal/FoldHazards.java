package org.anshe.report.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the list of settled hazards short: once a minute what happened is added to its month. */
@Component
class FoldHazards {

    /**
     * How far folding stays behind: a dashboard takes its moment first and asks afterwards, and folding must not have
     * passed that moment meanwhile.
     */
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private final HazardMonthRepository months;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FoldHazards(HazardMonthRepository months, TransactionTemplate transaction, Clock clock) {
        this.months = months;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void fold() {
        transaction.executeWithoutResult(status -> months.fold(clock.instant().minus(BEHIND)));
    }
}
