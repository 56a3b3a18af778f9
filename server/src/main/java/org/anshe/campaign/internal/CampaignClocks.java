package org.anshe.campaign.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignParts.Duty;
import org.anshe.campaign.internal.CampaignParts.Task;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.RecurringDuties;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadlines and duties of running campaigns in the one calendar. */
@Component
class CampaignClocks {

    static final String DUTY_SUBJECT = "campaign";

    static final String TASK_SUBJECT = "campaign-task";
    private static final String TASK_LIMIT = "task";
    private static final Duration NEAR = Duration.ofDays(7);

    private final Deadlines deadlines;
    private final RecurringDuties duties;
    private final Clock clock;

    CampaignClocks(Deadlines deadlines, RecurringDuties duties, Clock clock) {
        this.deadlines = deadlines;
        this.duties = duties;
        this.clock = clock;
    }

    LocalDate today() {
        return WorkingCalendar.dayOf(clock.instant());
    }

    void start(Caller caller, CampaignRow campaign, List<Task> tasks, List<Duty> campaignDuties) {
        tasks.forEach(task -> follow(campaign, task));
        List<RecurringDuties.Duty> running = campaignDuties.stream()
                .filter(duty -> duty.endsOn() == null || !duty.endsOn().isBefore(today()))
                .map(duty -> new RecurringDuties.Duty(
                        duty.id(),
                        DUTY_SUBJECT,
                        campaign.id(),
                        duty.title(),
                        campaign.area(),
                        duty.unitId(),
                        Period.parse(duty.every()),
                        duty.times(),
                        duty.startsOn(),
                        duty.endsOn()))
                .toList();
        if (!running.isEmpty()) {
            duties.register(caller, running);
        }
    }

    /** Sets, moves or ends the deadline of a task as its state and due day say. */
    void follow(CampaignRow campaign, Task task) {
        Deadlines.Key key = new Deadlines.Key(TASK_SUBJECT, task.id(), TASK_LIMIT);
        if (campaign.state() != CampaignState.RUNNING || task.state() != TaskState.OPEN || task.dueOn() == null) {
            deadlines.clear(key);
            return;
        }
        Instant due = WorkingCalendar.endOf(task.dueOn());
        deadlines.set(key, campaign.area(), task.leadUnit(), due.minus(NEAR), due);
    }

    /** Duties of a running campaign end on another day; a draft's enter the calendar only when it starts. */
    void moveEnd(Caller caller, CampaignRow campaign, List<UUID> duties, @Nullable LocalDate until) {
        if (campaign.state() == CampaignState.RUNNING && !duties.isEmpty()) {
            this.duties.moveEnd(caller, duties, until);
        }
    }

    void stop(Caller caller, UUID campaign, List<Task> tasks) {
        tasks.forEach(task -> deadlines.clearAll(TASK_SUBJECT, task.id()));
        duties.end(caller, DUTY_SUBJECT, campaign);
    }
}
