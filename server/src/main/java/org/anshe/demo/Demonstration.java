package org.anshe.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.deadline.internal.AnnounceDeadlines;
import org.anshe.identity.People;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.territory.Areas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Builds the demonstration street in an empty installation. */
@Component
public class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final long SEED = 20_260_601L;
    private static final int MONTHS = 6;

    private final Areas areas;
    private final BuildGround ground;
    private final BuildRegisters registers;
    private final BuildWork work;
    private final ImportPlans plans;
    private final Duties duties;
    private final BuildPapers papers;
    private final BuildLists lists;
    private final BuildEnforcement enforcement;
    private final People people;
    private final DemonstrationClock clock;
    private final AnnounceDeadlines announcing;

    Demonstration(
            Areas areas,
            BuildGround ground,
            BuildRegisters registers,
            BuildWork work,
            ImportPlans plans,
            Duties duties,
            BuildPapers papers,
            BuildLists lists,
            BuildEnforcement enforcement,
            People people,
            DemonstrationClock clock,
            AnnounceDeadlines announcing) {
        this.areas = areas;
        this.ground = ground;
        this.registers = registers;
        this.work = work;
        this.plans = plans;
        this.duties = duties;
        this.papers = papers;
        this.lists = lists;
        this.enforcement = enforcement;
        this.people = people;
        this.clock = clock;
        this.announcing = announcing;
    }

    /** Builds the street unless it is there already. */
    public void build() {
        if (areas.find(BuildGround.STREET).isPresent()) {
            return;
        }
        announcing.quiet(true);
        try {
            tell();
        } finally {
            announcing.quiet(false);
        }
    }

    private void tell() {
        Instant end = clock.instant();
        LocalDate first = WorkingCalendar.dayOf(end).minusMonths(MONTHS);
        long begun = System.nanoTime();
        Caller system = Caller.system("演示数据");
        Dice dice = new Dice(SEED);
        InventedNames names = new InventedNames(dice);
        Instant dawn = first.minusDays(1).atTime(9, 0).atZone(OfficeTime.ZONE).toInstant();
        clock.hold(dawn);
        Street street;
        try {
            street = ground.build(system, dice, names, dawn.toEpochMilli());
            registers.build(system, street, dice, names, dawn.toEpochMilli(), first);
            LOG.info("Demonstration: the street stands after {} ms", millis(begun));
        } finally {
            clock.release();
        }
        plans.build(street, dice, first);
        duties.build(people.callerOf(street.officers().getFirst()), dice, end);
        LOG.info("Demonstration: its plans are read after {} ms", millis(begun));
        try {
            work.build(street, SEED, first, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while building the demonstration street", e);
        }
        papers.build(street, dice, end);
        lists.build(street, people.callerOf(street.officers().getFirst()), dice, first, end);
        enforcement.build(street, dice, end);
        LOG.info("Demonstration: half a year of work is done after {} ms", millis(begun));
    }

    /** The accounts to try, one a line. */
    public String accounts() {
        StringBuilder lines = new StringBuilder();
        for (Street.Account account : BuildGround.accounts()) {
            lines.append("  %-14s %s%n".formatted(account.login(), account.who()));
        }
        return lines + "  password for all: " + BuildGround.PASSWORD + System.lineSeparator();
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
