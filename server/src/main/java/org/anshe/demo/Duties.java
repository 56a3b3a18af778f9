package org.anshe.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.deadline.internal.DutyQueries;
import org.anshe.deadline.internal.FulfilDuty;
import org.anshe.deadline.internal.KeepDuties;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.PageRequest;
import org.springframework.stereotype.Component;

/** Does what the plans ask for again and again: mostly in its time, now and then late, sometimes not. */
@Component
class Duties {

    private final KeepDuties keep;
    private final DutyQueries duties;
    private final FulfilDuty fulfil;
    private final DemonstrationClock clock;

    Duties(KeepDuties keep, DutyQueries duties, FulfilDuty fulfil, DemonstrationClock clock) {
        this.keep = keep;
        this.duties = duties;
        this.fulfil = fulfil;
        this.clock = clock;
    }

    void build(Caller officer, Dice dice, Instant end) {
        Caller viewer = officer.with("duty.view");
        Caller worker = officer.with("duty.fulfil");
        keep.generate();
        try {
            for (DutyQueries.Row occurrence : begun(viewer, end)) {
                int course = dice.weighted(88, 7, 5);
                for (int time = 0; course < 2 && time < occurrence.times(); time++) {
                    Instant moment = course == 0
                            ? inTime(occurrence, dice)
                            : occurrence.dueAt().plus(dice.hours(2, 90));
                    if (moment.isBefore(end)) {
                        clock.hold(moment);
                        fulfil.fulfil(worker, occurrence.id(), dice.id(moment.toEpochMilli()), "已按要求完成并留存记录");
                    }
                }
            }
        } finally {
            clock.release();
        }
    }

    private List<DutyQueries.Row> begun(Caller viewer, Instant end) {
        List<DutyQueries.Row> begun = new ArrayList<>();
        DutyQueries.Filter all = new DutyQueries.Filter(null, null, null, null, null, WorkingCalendar.dayOf(end));
        String after = null;
        do {
            var page = duties.list(viewer.scope(), all, new PageRequest(PageRequest.LARGEST_LIMIT, after));
            begun.addAll(page.items());
            after = page.next();
        } while (after != null);
        return begun;
    }

    private static Instant inTime(DutyQueries.Row occurrence, Dice dice) {
        Instant begin =
                occurrence.periodStart().atTime(9, 0).atZone(OfficeTime.ZONE).toInstant();
        long hours = Math.max(1, Duration.between(begin, occurrence.dueAt()).toHours() - 7);
        return begin.plus(dice.hours(0, hours));
    }
}
