package org.anshe.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.identity.People;
import org.anshe.inspection.InspectionPlans;
import org.anshe.inspection.InspectionPlans.NewPlan;
import org.anshe.inspection.internal.GenerateTasks;
import org.anshe.inspection.internal.InspectionTaskQueries;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.PageRequest;
import org.springframework.stereotype.Component;

/** Half a year of work: inspection plans make tasks, tasks become checks, checks open hazards, hazards are closed. */
@Component
class BuildWork {

    private final InspectionPlans plans;
    private final GenerateTasks generate;
    private final InspectionTaskQueries tasks;
    private final Checks checks;
    private final People people;
    private final DemonstrationClock clock;

    BuildWork(
            InspectionPlans plans,
            GenerateTasks generate,
            InspectionTaskQueries tasks,
            Checks checks,
            People people,
            DemonstrationClock clock) {
        this.plans = plans;
        this.generate = generate;
        this.tasks = tasks;
        this.checks = checks;
        this.people = people;
        this.clock = clock;
    }

    /** A plan with the checklist its tasks are filled with. */
    private record Running(UUID id, String checklist) {}

    void build(Street street, long seed, LocalDate first, Instant end) throws InterruptedException {
        Troupe troupe = new Troupe(street, people);
        Caller officer = troupe.caller(street.officers().getFirst());
        List<Running> running = plan(street, officer, new Dice(seed), first);
        makeTasks(running, first, WorkingCalendar.dayOf(end));
        Map<UUID, Checks.Walk> walks = new LinkedHashMap<>();
        running.forEach(plan -> walks.put(plan.id(), checks.walk(officer, plan.checklist())));

        // One story per community: they do not meet, so they can be told at the same time.
        try (ExecutorService tellers =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors() * 2))) {
            List<Future<?>> told = new ArrayList<>();
            for (int c = 0; c < street.communities().size(); c++) {
                AreaKey community = street.communities().get(c);
                Dice dice = new Dice(seed + 1 + c);
                told.add(tellers.submit(() -> tell(troupe, officer, walks, community, dice, first, end)));
            }
            for (Future<?> story : told) {
                story.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demonstration street could not be built", e.getCause());
        }
    }

    private void tell(
            Troupe troupe,
            Caller officer,
            Map<UUID, Checks.Walk> walks,
            AreaKey community,
            Dice dice,
            LocalDate first,
            Instant end) {
        Story story =
                new Story(clock, first.atTime(8, 30).atZone(OfficeTime.ZONE).toInstant(), end);
        String after = null;
        do {
            var page = tasks.list(
                    officer.with("inspection.view"),
                    new InspectionTaskQueries.Filter(
                            null, null, null, null, null, List.of(community.range()), null, null, false, null, end),
                    new PageRequest(PageRequest.LARGEST_LIMIT, after));
            for (InspectionTaskQueries.InspectionTaskRow task : page.items()) {
                Checks.Walk walk = walks.get(task.planId());
                if (walk != null && task.cancelledAt() == null) {
                    checks.plan(story, dice, troupe, task, walk);
                }
            }
            after = page.next();
        } while (after != null);
        story.play();
    }

    private List<Running> plan(Street street, Caller officer, Dice dice, LocalDate first) {
        clock.hold(first.atTime(8, 0).atZone(OfficeTime.ZONE).toInstant());
        try {
            long millis = clock.instant().toEpochMilli();
            UUID construction = street.departments().getOrDefault("construction", street.office());
            UUID market = street.departments().getOrDefault("market", street.office());
            List<NewPlan> list = List.of(
                    new NewPlan(
                            dice.id(millis),
                            "消防安全分级检查",
                            street.key(),
                            List.of("fire"),
                            Set.of("enterprise", "small-premises", "residential-building"),
                            Map.of(1, "P1W", 2, "P1M", 3, "P3M"),
                            null,
                            first,
                            null,
                            null),
                    new NewPlan(
                            dice.id(millis),
                            "建筑工地安全检查",
                            street.key(),
                            List.of("construction-site"),
                            Set.of("construction-site"),
                            Map.of(1, "P1W", 2, "P1M"),
                            construction,
                            first,
                            null,
                            null),
                    new NewPlan(
                            dice.id(millis),
                            "电梯安全检查",
                            street.key(),
                            List.of("lift"),
                            Set.of("lift"),
                            Map.of(2, "P3M"),
                            market,
                            first,
                            null,
                            null));
            List<Running> running = new ArrayList<>();
            for (NewPlan plan : list) {
                plans.register(officer.with("inspection-plan.manage"), plan);
                plans.activate(officer.with("inspection-plan.manage"), plan.id());
                running.add(new Running(plan.id(), plan.checklistCodes().getFirst()));
            }
            return running;
        } finally {
            clock.release();
        }
    }

    /** The tasks of every period that began: on Mondays and on the first of a month. */
    private void makeTasks(List<Running> running, LocalDate first, LocalDate last) {
        Set<LocalDate> mornings = new HashSet<>(Set.of(first));
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfMonth() == 1) {
                mornings.add(day);
            }
        }
        try {
            for (LocalDate day : mornings.stream().sorted().toList()) {
                clock.hold(day.atTime(0, 10).atZone(OfficeTime.ZONE).toInstant());
                running.forEach(plan -> generate.run(plan.id()));
            }
        } finally {
            clock.release();
        }
    }
}
