package org.anshe.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.identity.People;
import org.anshe.shared.Caller;
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
    private final BuildLists lists;
    private final People people;
    private final DemonstrationClock clock;

    Demonstration(
            Areas areas,
            BuildGround ground,
            BuildRegisters registers,
            BuildWork work,
            ImportPlans plans,
            Duties duties,
            BuildLists lists,
            People people,
            DemonstrationClock clock) {
        this.areas = areas;
        this.ground = ground;
        this.registers = registers;
        this.work = work;
        this.plans = plans;
        this.duties = duties;
        this.lists = lists;
        this.people = people;
        this.clock = clock;
    }

    /** Builds the street unless it is there already. */
    public void build() {
        if (areas.find(BuildGround.STREET).isPresent()) {
            return;
        }
        Instant end = clock.instant();
        LocalDate first = WorkingCalendar.dayOf(end).minusMonths(MONTHS);
        long begun = System.nanoTime();
        Caller system = Caller.system("演示数据");
        Dice dice = new Dice(SEED);
        InventedNames names = new InventedNames(dice);
        Instant dawn =
                first.minusDays(1).atTime(9, 0).atZone(WorkingCalendar.OFFICE).toInstant();
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
        lists.build(street, people.callerOf(street.officers().getFirst()), dice, first, end);
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
