package org.anshe.inspection.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.identity.People;
import org.anshe.inspection.InspectionPlans;
import org.anshe.inspection.InspectionProblem;
import org.anshe.inspection.TasksWanted;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a plan: drafted, active, paused, ended. */
@Service
public class ManagePlan implements InspectionPlans {

    private static final String MANAGE = "inspection-plan.manage";
    private static final int BATCH = 5_000;

    private final InspectionPlanRepository plans;
    private final InspectionTaskRepository tasks;
    private final ChecklistQueries checklists;
    private final Areas areas;
    private final Units units;
    private final People people;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ManagePlan(
            InspectionPlanRepository plans,
            InspectionTaskRepository tasks,
            ChecklistQueries checklists,
            Areas areas,
            Units units,
            People people,
            Deadlines deadlines,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.checklists = checklists;
        this.areas = areas;
        this.units = units;
        this.people = people;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Drafts a plan. Idempotent on the id. */
    @Transactional
    public void create(Caller caller, UUID id, PlanContent content) {
        check(caller, content);
        if (plans.find(id).isPresent()) {
            mine(caller, id);
            return;
        }
        plans.add(caller, id, content);
        record(caller, "inspection-plan.create", new Plan(id, content, Plan.State.DRAFT, null, 0), Map.of());
    }

    /**
     * Changes a plan that is not at work. Tasks there already stay; the next run follows the new frequencies.
     *
     * @param revision the revision the editor began with
     */
    @Transactional
    public void change(Caller caller, UUID id, int revision, PlanContent content) {
        Plan plan = mine(caller, id);
        plan.require(Plan.State.DRAFT, Plan.State.PAUSED);
        if (plan.revision() != revision) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        check(caller, content);
        plans.change(plan, content);
        record(caller, "inspection-plan.change", plan, Map.of());
    }

    /** Puts a plan to work; its tasks are made right after. */
    @Override
    @Transactional
    public void activate(Caller caller, UUID id) {
        Plan plan = mine(caller, id);
        plan.require(Plan.State.DRAFT, Plan.State.PAUSED);
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        if (plan.content().endsOn() != null && plan.content().endsOn().isBefore(today)) {
            throw new ProblemException(InspectionProblem.PLAN_HAS_ENDED);
        }
        plans.activate(plan, today);
        record(caller, "inspection-plan.activate", plan, Map.of());
        events.publishEvent(new TasksWanted(id));
    }

    /** Makes no more tasks until it is activated again; open ones stay due. */
    @Transactional
    public void pause(Caller caller, UUID id) {
        Plan plan = mine(caller, id);
        plan.require(Plan.State.ACTIVE);
        plans.pause(plan);
        record(caller, "inspection-plan.pause", plan, Map.of());
    }

    /** Ends a plan for good; open tasks nobody has begun are cancelled. */
    @Transactional
    public void end(Caller caller, UUID id, String reason) {
        Plan plan = mine(caller, id);
        plan.require(Plan.State.DRAFT, Plan.State.ACTIVE, Plan.State.PAUSED);
        plans.end(plan, reason);
        int cancelled = 0;
        List<UUID> gone;
        do {
            gone = tasks.cancelAllOf(id, "PLAN_ENDED", BATCH);
            deadlines.clearAll(TaskDeadline.SUBJECT, gone);
            cancelled += gone.size();
        } while (gone.size() == BATCH);
        record(caller, "inspection-plan.end", plan, Map.of("reason", reason, "cancelledTasks", cancelled));
    }

    /** Ends an active plan whose last day has passed; its open tasks stay due. */
    @Transactional
    void endAfterLastDay(Caller caller, UUID id) {
        Plan plan = plans.findLocked(id).orElseThrow(() -> InspectionPlanRepository.none(id));
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        if (plan.state() != Plan.State.ACTIVE || !today.isAfter(plan.whole().end())) {
            return;
        }
        plans.end(plan, InspectionPlanRepository.LAST_DAY_PASSED);
        record(
                caller,
                "inspection-plan.end",
                plan,
                Map.of("reason", InspectionPlanRepository.LAST_DAY_PASSED, "cancelledTasks", 0));
    }

    /** Asks for today's tasks now instead of at the next round of the clock. */
    @Transactional
    public void wantTasks(Caller caller, UUID id) {
        mine(caller, id).require(Plan.State.ACTIVE);
        events.publishEvent(new TasksWanted(id));
    }

    @Override
    @Transactional
    public void register(Caller caller, NewPlan plan) {
        Map<Integer, Cadence> frequencies = new java.util.HashMap<>();
        plan.frequencies().forEach((supervisionClass, every) -> frequencies.put(supervisionClass, Cadence.of(every)));
        var unit = plan.unitId();
        List<UUID> lists = plan.checklistCodes().stream()
                .map(code -> checklists.list(caller.scopeFor("inspection.view")).stream()
                        .filter(row -> row.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "checklist", code))
                        .id())
                .toList();
        create(
                caller,
                plan.id(),
                new PlanContent(
                        plan.name(),
                        plan.area(),
                        lists,
                        plan.objectTypes(),
                        frequencies,
                        null,
                        unit == null ? PlanContent.UnitRule.COMMUNITY_UNIT : PlanContent.UnitRule.FIXED_UNIT,
                        unit,
                        List.of(),
                        plan.startsOn(),
                        plan.endsOn(),
                        plan.campaignId()));
    }

    /** What a plan names must be there and within reach. */
    void check(Caller caller, PlanContent content) {
        if (!caller.scopeFor(MANAGE).coversArea(content.area())) {
            throw new ProblemException(SharedProblem.NOT_FOUND, "area", content.area());
        }
        areas.getActive(content.area());
        if (content.unitId() != null) {
            units.getActive(content.unitId());
        }
        if (people.byIds(content.inspectors()).size() != content.inspectors().size()) {
            throw new ProblemException(InspectionProblem.BAD_PLAN, "reason", "inspectors");
        }
        LocalDate day = WorkingCalendar.dayOf(clock.instant());
        LocalDate first = content.startsOn().isAfter(day) ? content.startsOn() : day;
        for (UUID checklist : content.checklists()) {
            boolean inForce = checklists.list(caller.scopeFor("inspection.view")).stream()
                    .anyMatch(row -> row.id().equals(checklist)
                            && row.effectiveFrom() != null
                            && !row.draft()
                            && !row.effectiveFrom().isAfter(first));
            if (!inForce) {
                throw new ProblemException(InspectionProblem.CHECKLIST_NOT_IN_FORCE, "checklist", checklist);
            }
        }
    }

    private Plan mine(Caller caller, UUID id) {
        Plan plan = plans.findLocked(id).orElseThrow(() -> InspectionPlanRepository.none(id));
        if (!InspectionPlanQueries.sees(
                caller.scopeFor("inspection.view"), plan.content().area())) {
            throw InspectionPlanRepository.none(id);
        }
        if (!caller.scopeFor(MANAGE).coversArea(plan.content().area())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", MANAGE);
        }
        return plan;
    }

    private void record(Caller caller, String action, Plan plan, Map<String, ?> facts) {
        audit.record(
                caller,
                action,
                Subject.of("inspection-plan", plan.id()),
                plan.content().area(),
                facts);
    }
}
