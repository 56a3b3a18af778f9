package org.anshe.inspection.internal;

import java.time.Clock;
import java.util.UUID;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.inspection.TasksWanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * When tasks are made: at the start of every day, when a plan is activated, and when somebody asks. A machine that was
 * off at midnight makes up for it when it comes up, because what counts is whether today's run is there.
 */
@Component
class GenerationSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(GenerationSchedule.class);

    private final InspectionPlanRepository plans;
    private final GenerateTasks generate;
    private final Clock clock;

    GenerationSchedule(InspectionPlanRepository plans, GenerateTasks generate, Clock clock) {
        this.plans = plans;
        this.generate = generate;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT5M")
    void startOfDay() {
        for (UUID plan : plans.listNotGenerated(WorkingCalendar.dayOf(clock.instant()))) {
            try {
                generate.run(plan);
            } catch (RuntimeException e) {
                // One broken plan must not keep the others from their day; it is tried again at the next round.
                LOG.error("Tasks of plan {} were not made", plan, e);
            }
        }
    }

    /** Not in a transaction: the generator commits batch by batch. A failure leaves the event open for replay. */
    @Async
    @TransactionalEventListener
    void on(TasksWanted event) {
        generate.run(event.planId());
    }
}
