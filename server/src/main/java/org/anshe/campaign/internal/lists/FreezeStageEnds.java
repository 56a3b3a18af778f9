package org.anshe.campaign.internal.lists;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Freezes open lists when a stage of their campaign has ended. It asks the stages themselves rather than a deadline:
 * their days are data that people move, and a list may join a campaign that runs.
 */
@Component
public class FreezeStageEnds {

    private static final Logger LOG = LoggerFactory.getLogger(FreezeStageEnds.class);
    private static final Caller SYSTEM = Caller.system("anshe");
    private static final int AT_ONCE = 100;

    private final ListRepository lists;
    private final FreezeList freezing;
    private final Clock clock;

    FreezeStageEnds(ListRepository lists, FreezeList freezing, Clock clock) {
        this.lists = lists;
        this.freezing = freezing;
        this.clock = clock;
    }

    /** Each list by itself: one that is refused does not keep the others. Returns how many were frozen. */
    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    public int run() {
        int frozen = 0;
        for (ListRepository.Ended ended : lists.stagesEnded(WorkingCalendar.dayOf(clock.instant()), AT_ONCE)) {
            try {
                freezing.freeze(SYSTEM, ended.list(), ended.name(), ended.stage());
                frozen++;
            } catch (ProblemException refusal) {
                LOG.warn(
                        "List {} was not frozen at the end of stage {}: {}",
                        ended.list(),
                        ended.stage(),
                        refusal.getMessage());
            }
        }
        return frozen;
    }
}
