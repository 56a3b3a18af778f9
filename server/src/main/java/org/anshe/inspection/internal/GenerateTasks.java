package org.anshe.inspection.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tasks of a plan for the periods that run today. May be called at any time and any number of times: an
 * object gets one task a period. Batch by batch in transactions of their own, so that a hundred thousand objects do not
 * hold locks together, and a run that was cut off goes on where it stopped.
 *
 * <p>An object that comes in during a period gets its task if at least half of the days are left. Periods that passed
 * while the server stood still are not made up for: their time to be checked is over.
 */
@Service
public class GenerateTasks {

    private static final int BATCH = 2_000;
    private static final Caller SYSTEM = Caller.system("inspection");

    private final InspectionPlanRepository plans;
    private final ManagePlan manage;
    private final InspectionTaskRepository tasks;
    private final AssignTasks assignment;
    private final RegisterObjects register;
    private final Areas areas;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GenerateTasks(
            InspectionPlanRepository plans,
            ManagePlan manage,
            InspectionTaskRepository tasks,
            AssignTasks assignment,
            RegisterObjects register,
            Areas areas,
            Deadlines deadlines,
            WorkingCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.manage = manage;
        this.tasks = tasks;
        this.assignment = assignment;
        this.register = register;
        this.areas = areas;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a run did. */
    public record Outcome(int objects, int created, int cancelled) {

        static final Outcome NOTHING = new Outcome(0, 0, 0);

        Outcome plus(int moreObjects, int moreCreated, int moreCancelled) {
            return new Outcome(objects + moreObjects, created + moreCreated, cancelled + moreCancelled);
        }
    }

    /**
     * Brings one plan up to date; a plan that is not active is left alone, and one that is paused, ended or changed
     * meanwhile gets no further tasks.
     */
    public Outcome run(UUID planId) {
        Optional<Plan> found = plans.find(planId).filter(plan -> plan.state() == Plan.State.ACTIVE);
        if (found.isEmpty()) {
            return Outcome.NOTHING;
        }
        Plan plan = found.get();
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        UUID run = plans.beginGeneration(planId, today);
        Outcome outcome = Outcome.NOTHING;
        if (today.isAfter(plan.whole().end())) {
            manage.endAfterLastDay(SYSTEM, planId);
        } else if (plan.whole().contains(today)) {
            outcome = plan.content().isDraw() ? drawn(plan, today) : all(plan, today);
        }
        outcome = sweep(plan, outcome);
        plans.endGeneration(run, outcome.objects(), outcome.created(), outcome.cancelled());
        return outcome;
    }

    private Outcome all(Plan plan, LocalDate today) {
        Outcome outcome = Outcome.NOTHING;
        int before = 0;
        for (Batches batches = new Batches(plan); batches.next(); ) {
            List<RegisterObject> objects = batches.objects();
            AssignTasks.Hands hands = assignment.handsFor(plan.content(), objects, null, before);
            Optional<Outcome> made = make(plan, objects, today, outcome, hands, false);
            if (made.isEmpty()) {
                return outcome;
            }
            outcome = made.get();
            before += objects.size();
        }
        return outcome;
    }

    /** Draws once a period; later runs of the same period add nothing. */
    private Outcome drawn(Plan plan, LocalDate today) {
        Cadence every = plan.content().frequencies().values().iterator().next();
        LocalDate periodStart = every.periodOf(today, plan.whole()).start();
        if (tasks.isDrawn(plan.id(), every, periodStart)) {
            return Outcome.NOTHING;
        }
        Map<UUID, RegisterObject> candidates = new HashMap<>();
        for (Batches batches = new Batches(plan); batches.next(); ) {
            batches.objects().forEach(one -> candidates.put(one.id(), one));
        }
        RandomDraw draw = RandomDraw.fresh();
        int size = Optional.ofNullable(plan.content().drawSize()).orElse(0);
        List<RegisterObject> lot = draw.order(candidates.keySet()).stream()
                .limit(size)
                .flatMap(id -> Optional.ofNullable(candidates.get(id)).stream())
                .toList();
        return inTransaction(() -> {
            if (!hold(plan) || tasks.isDrawn(plan.id(), every, periodStart)) {
                return Outcome.NOTHING;
            }
            tasks.recordDraw(plan.id(), periodStart, draw.seed(), candidates.size(), lot.size());
            Outcome outcome = Outcome.NOTHING.plus(candidates.size() - lot.size(), 0, 0);
            for (int from = 0; from < lot.size(); from += BATCH) {
                List<RegisterObject> part = lot.subList(from, Math.min(from + BATCH, lot.size()));
                AssignTasks.Hands hands = assignment.handsFor(plan.content(), part, draw, from);
                outcome = make(plan, part, today, outcome, hands, true).orElse(outcome);
            }
            return outcome;
        });
    }

    /** Until the transaction ends nobody else makes tasks of the plan, pauses it or ends it; false when somebody has. */
    private boolean hold(Plan plan) {
        tasks.lockPlan(plan.id());
        return plans.holdActive(plan);
    }

    /** Makes the tasks of one batch; empty when the plan is no longer at work as it was read. */
    private Optional<Outcome> make(
            Plan plan,
            List<RegisterObject> objects,
            LocalDate today,
            Outcome before,
            AssignTasks.Hands hands,
            boolean drawn) {
        List<NewTask> wanted = objects.stream()
                .flatMap(object -> task(plan, object, today, hands, drawn).stream())
                .toList();
        return inTransaction(() -> {
            if (!hold(plan)) {
                return Optional.empty();
            }
            tasks.follow(plan.id(), objects);
            Set<UUID> fresh = Set.copyOf(tasks.addMissing(plan.id(), wanted));
            deadlines.setAll(wanted.stream()
                    .filter(one -> fresh.contains(one.id()))
                    .map(GenerateTasks::deadline)
                    .toList());
            List<UUID> gone = fresh.isEmpty() ? List.of() : tasks.cancelSuperseded(fresh);
            deadlines.clearAll(TaskDeadline.SUBJECT, gone);
            return Optional.of(before.plus(objects.size(), fresh.size(), gone.size()));
        });
    }

    private Optional<NewTask> task(
            Plan plan, RegisterObject object, LocalDate today, AssignTasks.Hands hands, boolean drawn) {
        Cadence every = plan.content().cadenceOf(object.supervisionClass());
        if (every == null) {
            return Optional.empty();
        }
        Period whole = plan.whole();
        Period period = every.periodOf(today, whole);
        LocalDate last = period.end().isAfter(whole.end()) ? whole.end() : period.end();
        boolean late = !drawn && !new Period(period.start(), last).hasHalfLeft(today);
        return Optional.of(new NewTask(
                org.anshe.shared.Ids.next(),
                object,
                every,
                period,
                DueWindow.of(today, last, calendar),
                hands.unitOf(object),
                hands.personOf(object),
                late));
    }

    /** Cancels open tasks whose object was retired or no longer belongs to the plan. */
    private Outcome sweep(Plan plan, Outcome before) {
        Outcome outcome = before;
        List<AreaRange> ranges = areas.ranges(plan.content().area());
        List<UUID> ids = tasks.objectsWithOpenTasks(plan.id(), null, BATCH);
        while (!ids.isEmpty()) {
            Map<UUID, RegisterObject> known = register.byIds(ids);
            Map<String, List<UUID>> gone = new HashMap<>();
            for (UUID id : ids) {
                RegisterObject object = known.get(id);
                if (object == null || object.retired()) {
                    gone.computeIfAbsent("OBJECT_RETIRED", any -> new ArrayList<>())
                            .add(id);
                } else if (!plan.content().covers(object, ranges)) {
                    gone.computeIfAbsent("OUT_OF_PLAN", any -> new ArrayList<>())
                            .add(id);
                }
            }
            for (Map.Entry<String, List<UUID>> reason : gone.entrySet()) {
                outcome = outcome.plus(0, 0, cancel(plan, reason.getKey(), reason.getValue()));
            }
            ids = tasks.objectsWithOpenTasks(plan.id(), ids.getLast(), BATCH);
        }
        return outcome;
    }

    private int cancel(Plan plan, String reason, List<UUID> objects) {
        return inTransaction(() -> {
            List<UUID> gone = tasks.cancelOf(plan.id(), reason, objects);
            deadlines.clearAll(TaskDeadline.SUBJECT, gone);
            return gone.size();
        });
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static Deadlines.Running deadline(NewTask task) {
        return new Deadlines.Running(
                TaskDeadline.of(task.id()),
                task.object().area(),
                task.unitId(),
                task.window().nearAt(),
                task.window().dueAt());
    }

    /** Walks the objects of a plan, a batch at a time. */
    private final class Batches {

        private final Plan plan;
        private final List<AreaRange> ranges;
        private @Nullable UUID after;
        private List<RegisterObject> objects = List.of();
        private boolean more = true;

        Batches(Plan plan) {
            this.plan = plan;
            this.ranges = areas.ranges(plan.content().area());
        }

        boolean next() {
            if (!more) {
                return false;
            }
            List<RegisterObject> found =
                    register.select(Scope.ofRanges(ranges), plan.content().filter(), after, BATCH);
            more = found.size() == BATCH;
            after = found.isEmpty() ? after : found.getLast().id();
            objects = found.stream()
                    .filter(object -> plan.content().covers(object, ranges))
                    .collect(Collectors.toList());
            return !found.isEmpty();
        }

        List<RegisterObject> objects() {
            return objects;
        }
    }
}
