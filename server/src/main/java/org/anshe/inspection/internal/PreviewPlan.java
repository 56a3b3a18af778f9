package org.anshe.inspection.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.ObjectFilter;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what a plan would bring before it is put to work. */
@Service
public class PreviewPlan {

    private final RegisterObjects register;
    private final Areas areas;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PreviewPlan(RegisterObjects register, Areas areas, WorkingCalendar calendar, Clock clock) {
        this.register = register;
        this.areas = areas;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What one supervision class brings.
     *
     * @param tasksPerPeriod objects, or the size of the draw
     * @param firstPeriodStart first day of the first period that gets tasks, null when the plan ends before
     * @param firstDueOn the day those are due
     */
    public record ClassPreview(
            int supervisionClass,
            Cadence every,
            long objects,
            long tasksPerPeriod,
            @Nullable LocalDate firstPeriodStart,
            @Nullable LocalDate firstDueOn) {}

    public record PlanPreview(long objects, long tasksPerPeriod, List<ClassPreview> classes) {}

    @Transactional(readOnly = true)
    public PlanPreview preview(Caller caller, PlanContent plan) {
        if (!caller.scopeFor("inspection-plan.manage").coversArea(plan.area())) {
            throw new ProblemException(SharedProblem.NOT_FOUND, "area", plan.area());
        }
        List<ClassPreview> classes = new ArrayList<>();
        long objects = 0;
        for (var entry : new TreeMap<>(plan.frequencies()).entrySet()) {
            long count = count(plan, entry.getKey());
            objects += count;
            classes.add(preview(plan, entry.getKey(), entry.getValue(), count));
        }
        long tasks = plan.drawSize() == null ? objects : Math.min(plan.drawSize(), objects);
        return new PlanPreview(objects, tasks, classes);
    }

    private ClassPreview preview(PlanContent plan, int supervisionClass, Cadence every, long objects) {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        LocalDate start = plan.startsOn().isAfter(today) ? plan.startsOn() : today;
        if (start.isAfter(plan.whole().end())) {
            return new ClassPreview(supervisionClass, every, objects, objects, null, null);
        }
        Period whole = new Period(start, plan.whole().end());
        Period first = every.periodOf(start, whole);
        LocalDate last = earlier(first.end(), whole.end());
        LocalDate begins = start;
        if (!plan.isDraw() && !new Period(first.start(), last).hasHalfLeft(start)) {
            begins = first.end().plusDays(1);
            if (begins.isAfter(whole.end())) {
                return new ClassPreview(supervisionClass, every, objects, objects, null, null);
            }
            last = earlier(every.periodOf(begins, whole).end(), whole.end());
        }
        return new ClassPreview(supervisionClass, every, objects, objects, begins, calendar.onOrAfter(last));
    }

    private long count(PlanContent plan, int supervisionClass) {
        Scope scope = Scope.ofRanges(areas.ranges(plan.area()));
        if (supervisionClass != PlanContent.UNCLASSED) {
            return register.count(scope, new ObjectFilter(plan.objectTypes(), Set.of(supervisionClass)));
        }
        long all = register.count(scope, new ObjectFilter(plan.objectTypes(), Set.of()));
        return all - register.count(scope, new ObjectFilter(plan.objectTypes(), Set.of(1, 2, 3)));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
