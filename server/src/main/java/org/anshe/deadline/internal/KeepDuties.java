package org.anshe.deadline.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.DutyPeriod;
import org.anshe.deadline.RecurringDuties;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.Caller;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps recurring duties: each period of a duty has one occurrence, due at the end of the period's last day. It appears
 * when the period begins; a period that passed unseen is made up for, so that silence is a breach and not a gap.
 */
@Service
public class KeepDuties implements RecurringDuties {

    static final String SUBJECT = "duty-occurrence";
    static final String KIND = "duty";
    private static final double NEAR = 0.2;

    private final DutyRepository duties;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    KeepDuties(DutyRepository duties, Deadlines deadlines, AuditTrail audit, Clock clock) {
        this.duties = duties;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void register(Caller caller, List<Duty> list) {
        for (Duty duty : list) {
            duties.add(duty);
            audit.record(
                    caller,
                    "duty.register",
                    Subject.of("duty", duty.id()),
                    duty.area(),
                    Map.of("title", duty.title(), "every", duty.every().toString(), "times", duty.times()));
        }
        generate();
    }

    @Override
    @Transactional
    public void end(Caller caller, String subject, UUID subjectId) {
        for (UUID occurrence : duties.end(subject, subjectId, clock.instant())) {
            deadlines.clearAll(SUBJECT, occurrence);
        }
        audit.record(caller, "duty.end", Subject.of(subject, subjectId), null, Map.of());
    }

    /** Makes the occurrences of every period that has begun. Running it again changes nothing. */
    @Scheduled(fixedDelay = 600_000)
    @Transactional
    public void generate() {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        for (DutyRepository.Running running : duties.running(today)) {
            generate(running, today);
        }
    }

    private void generate(DutyRepository.Running running, LocalDate today) {
        Duty duty = running.duty();
        DutyPeriod period = DutyPeriod.containing(duty.from(), duty.every());
        if (running.lastStart() != null) {
            period = DutyPeriod.containing(running.lastStart(), duty.every()).next(duty.every());
        }
        while (!period.start().isAfter(today)
                && (duty.until() == null || !period.start().isAfter(duty.until()))) {
            begin(duty, period);
            period = period.next(duty.every());
        }
    }

    private void begin(Duty duty, DutyPeriod period) {
        Instant dueAt = WorkingCalendar.endOf(period.end());
        Instant start = period.start().atStartOfDay(WorkingCalendar.OFFICE).toInstant();
        Duration near = Duration.ofMillis((long) (Duration.between(start, dueAt).toMillis() * NEAR));
        duties.addOccurrence(duty, period, dueAt)
                .ifPresent(id -> deadlines.set(
                        new Deadlines.Key(SUBJECT, id, KIND), duty.area(), duty.unitId(), dueAt.minus(near), dueAt));
    }
}
