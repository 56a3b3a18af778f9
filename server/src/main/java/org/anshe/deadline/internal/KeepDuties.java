package org.anshe.deadline.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
import org.anshe.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps recurring duties: each period of a duty has one occurrence, due at the end of the period's last day or of the
 * duty's own. It appears when the period begins; a period that passed unseen is made up for, so that silence is a breach and not a gap.
 */
@Service
public class KeepDuties implements RecurringDuties {

    static final String SUBJECT = "duty-occurrence";
    static final String KIND = "duty";
    private static final Logger LOG = LoggerFactory.getLogger(KeepDuties.class);
    private static final double NEAR = 0.2;

    private final DutyRepository duties;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepDuties(
            DutyRepository duties,
            Deadlines deadlines,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.duties = duties;
        this.deadlines = deadlines;
        this.audit = audit;
        this.transaction = transaction;
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
        generate(list.stream().map(Duty::id).toList());
    }

    @Override
    @Transactional
    public void end(Caller caller, String subject, UUID subjectId) {
        for (UUID occurrence : duties.end(subject, subjectId, clock.instant())) {
            deadlines.clearAll(SUBJECT, occurrence);
        }
        audit.record(caller, "duty.end", Subject.of(subject, subjectId), null, Map.of());
    }

    @Override
    @Transactional
    public void moveEnd(Caller caller, Collection<UUID> ids, @Nullable LocalDate until) {
        duties.moveEnd(ids, until, clock.instant());
        for (DutyRepository.Open open : duties.open(ids)) {
            if (open.counts()) {
                duties.moveDue(open.id(), dueAt(open.duty(), open.period()));
                follow(open.id(), open.duty(), open.period());
            } else {
                deadlines.clearAll(SUBJECT, open.id());
            }
        }
        Map<String, Object> facts = new HashMap<>(Map.of("duties", List.copyOf(ids)));
        facts.put("until", until == null ? "none" : until.toString());
        ids.forEach(id -> audit.record(caller, "duty.move-end", Subject.of("duty", id), null, facts));
        generate(ids);
    }

    /**
     * Makes the occurrences of every period that has begun. Running it again changes nothing. Each duty by itself: one
     * that cannot be kept does not stop the others.
     */
    @Scheduled(fixedDelay = 600_000)
    public void generate() {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        for (DutyRepository.Running running : duties.running(today)) {
            try {
                transaction.executeWithoutResult(any -> generate(running, today));
            } catch (RuntimeException failure) {
                LOG.error(
                        "The duty {} has no occurrence for its period",
                        running.duty().id(),
                        failure);
            }
        }
    }

    private void generate(Collection<UUID> ids) {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        duties.running(today, ids).forEach(running -> generate(running, today));
    }

    private void generate(DutyRepository.Running running, LocalDate today) {
        Duty duty = running.duty();
        DutyPeriod period = running.lastStart() == null
                ? DutyPeriod.first(duty.from(), duty.every(), duty.until())
                : DutyPeriod.containing(running.lastStart(), duty.every()).next(duty.every());
        while (!period.start().isAfter(today)
                && (duty.until() == null || !period.start().isAfter(duty.until()))) {
            begin(duty, period);
            period = period.next(duty.every());
        }
    }

    private void begin(Duty duty, DutyPeriod period) {
        duties.addOccurrence(duty, period, dueAt(duty, period)).ifPresent(id -> follow(id, duty, period));
    }

    private void follow(UUID occurrence, Duty duty, DutyPeriod period) {
        Instant dueAt = dueAt(duty, period);
        Instant start = period.start().atStartOfDay(OfficeTime.ZONE).toInstant();
        Duration near = Duration.ofMillis((long) (Duration.between(start, dueAt).toMillis() * NEAR));
        deadlines.set(
                new Deadlines.Key(SUBJECT, occurrence, KIND), duty.area(), duty.unitId(), dueAt.minus(near), dueAt);
    }

    private static Instant dueAt(Duty duty, DutyPeriod period) {
        return WorkingCalendar.endOf(period.due(duty.until()));
    }
}
