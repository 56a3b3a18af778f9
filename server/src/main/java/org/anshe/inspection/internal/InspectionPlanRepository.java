package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.GENERATION;
import static org.anshe.inspection.internal.db.Tables.PLAN;
import static org.anshe.inspection.internal.db.Tables.PLAN_CHECKLIST;
import static org.anshe.inspection.internal.db.Tables.PLAN_FREQUENCY;
import static org.anshe.inspection.internal.db.Tables.PLAN_INSPECTOR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.inspection.internal.PlanContent.UnitRule;
import org.anshe.inspection.internal.db.tables.records.PlanRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Inspection plans and the runs of the generator over them. */
@Repository
class InspectionPlanRepository {

    /** Why a plan ended that nobody ended: its open tasks stay due. */
    static final String LAST_DAY_PASSED = "last day has passed";

    private final DSLContext sql;
    private final Clock clock;

    InspectionPlanRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Plan> find(UUID id) {
        return sql.selectFrom(PLAN).where(PLAN.ID.eq(id)).fetchOptional(this::plan);
    }

    /** The plan, locked against other changes until the transaction ends. */
    Optional<Plan> findLocked(UUID id) {
        return sql.selectFrom(PLAN).where(PLAN.ID.eq(id)).forUpdate().fetchOptional(this::plan);
    }

    /** Whether the plan is at work as it was read; if so it stays like this until the transaction ends. */
    boolean holdActive(Plan plan) {
        return sql.select(PLAN.STATE, PLAN.REVISION)
                .from(PLAN)
                .where(PLAN.ID.eq(plan.id()))
                .forShare()
                .fetchOptional()
                .filter(row -> row.value1().equals(Plan.State.ACTIVE.name()) && row.value2() == plan.revision())
                .isPresent();
    }

    /** Whether somebody ended the plan before its days were over; it stays as it is until the transaction ends. */
    boolean wasEndedEarly(UUID plan) {
        return sql.select(PLAN.STATE, PLAN.END_REASON)
                .from(PLAN)
                .where(PLAN.ID.eq(plan))
                .forShare()
                .fetchOptional()
                .filter(row -> row.value1().equals(Plan.State.ENDED.name()) && !LAST_DAY_PASSED.equals(row.value2()))
                .isPresent();
    }

    /** Plans of an area that got another key are plans of that; tells which. */
    List<UUID> moveArea(AreaKey from, AreaKey to) {
        return sql.update(PLAN)
                .set(PLAN.AREA_KEY, to.value())
                .where(PLAN.AREA_KEY.eq(from.value()))
                .and(PLAN.STATE.ne(Plan.State.ENDED.name()))
                .returning(PLAN.ID)
                .fetch(PLAN.ID);
    }

    void add(Caller caller, UUID id, PlanContent content) {
        sql.insertInto(PLAN)
                .set(record(content))
                .set(PLAN.ID, id)
                .set(PLAN.STATE, Plan.State.DRAFT.name())
                .set(PLAN.CREATED_BY, caller.personId())
                .set(PLAN.CREATED_AT, clock.instant())
                .execute();
        addParts(id, content);
    }

    void change(Plan plan, PlanContent content) {
        sql.update(PLAN)
                .set(record(content))
                .set(PLAN.REVISION, plan.revision() + 1)
                .where(PLAN.ID.eq(plan.id()))
                .execute();
        sql.deleteFrom(PLAN_CHECKLIST)
                .where(PLAN_CHECKLIST.PLAN_ID.eq(plan.id()))
                .execute();
        sql.deleteFrom(PLAN_FREQUENCY)
                .where(PLAN_FREQUENCY.PLAN_ID.eq(plan.id()))
                .execute();
        sql.deleteFrom(PLAN_INSPECTOR)
                .where(PLAN_INSPECTOR.PLAN_ID.eq(plan.id()))
                .execute();
        addParts(plan.id(), content);
    }

    void activate(Plan plan, LocalDate day) {
        sql.update(PLAN)
                .set(PLAN.STATE, Plan.State.ACTIVE.name())
                .set(PLAN.ACTIVATED_ON, DSL.coalesce(PLAN.ACTIVATED_ON, DSL.val(day)))
                .set(PLAN.REVISION, plan.revision() + 1)
                .where(PLAN.ID.eq(plan.id()))
                .execute();
    }

    void pause(Plan plan) {
        sql.update(PLAN)
                .set(PLAN.STATE, Plan.State.PAUSED.name())
                .set(PLAN.REVISION, plan.revision() + 1)
                .where(PLAN.ID.eq(plan.id()))
                .execute();
    }

    void end(Plan plan, String reason) {
        sql.update(PLAN)
                .set(PLAN.STATE, Plan.State.ENDED.name())
                .set(PLAN.ENDED_AT, clock.instant())
                .set(PLAN.END_REASON, reason)
                .set(PLAN.REVISION, plan.revision() + 1)
                .where(PLAN.ID.eq(plan.id()))
                .execute();
    }

    /** Active plans whose generator has not finished a run on this day yet. */
    List<UUID> listNotGenerated(LocalDate day) {
        return sql.select(PLAN.ID)
                .from(PLAN)
                .where(PLAN.STATE.eq(Plan.State.ACTIVE.name()))
                .and(DSL.notExists(DSL.selectOne()
                        .from(GENERATION)
                        .where(GENERATION.PLAN_ID.eq(PLAN.ID))
                        .and(GENERATION.DAY.eq(day))
                        .and(GENERATION.FINISHED_AT.isNotNull())))
                .fetch(PLAN.ID);
    }

    UUID beginGeneration(UUID plan, LocalDate day) {
        UUID id = Ids.next();
        sql.insertInto(GENERATION)
                .set(GENERATION.ID, id)
                .set(GENERATION.PLAN_ID, plan)
                .set(GENERATION.DAY, day)
                .set(GENERATION.STARTED_AT, clock.instant())
                .execute();
        return id;
    }

    void endGeneration(UUID id, int objects, int created, int cancelled) {
        sql.update(GENERATION)
                .set(GENERATION.FINISHED_AT, clock.instant())
                .set(GENERATION.OBJECTS, objects)
                .set(GENERATION.CREATED, created)
                .set(GENERATION.CANCELLED, cancelled)
                .where(GENERATION.ID.eq(id))
                .execute();
    }

    private void addParts(UUID id, PlanContent content) {
        for (int i = 0; i < content.checklists().size(); i++) {
            sql.insertInto(PLAN_CHECKLIST)
                    .set(PLAN_CHECKLIST.PLAN_ID, id)
                    .set(PLAN_CHECKLIST.CHECKLIST_ID, content.checklists().get(i))
                    .set(PLAN_CHECKLIST.POSITION, i)
                    .execute();
        }
        content.frequencies()
                .forEach((supervisionClass, every) -> sql.insertInto(PLAN_FREQUENCY)
                        .set(PLAN_FREQUENCY.PLAN_ID, id)
                        .set(PLAN_FREQUENCY.SUPERVISION_CLASS, supervisionClass)
                        .set(PLAN_FREQUENCY.EVERY, every.code())
                        .execute());
        for (UUID person : content.inspectors()) {
            sql.insertInto(PLAN_INSPECTOR)
                    .set(PLAN_INSPECTOR.PLAN_ID, id)
                    .set(PLAN_INSPECTOR.PERSON_ID, person)
                    .execute();
        }
    }

    private static PlanRecord record(PlanContent content) {
        PlanRecord row = new PlanRecord();
        row.setName(content.name());
        row.setAreaKey(content.area().value());
        row.setObjectTypes(content.objectTypes().stream().sorted().toArray(String[]::new));
        row.setMode(content.isDraw() ? "RANDOM_DRAW" : "ALL");
        row.setDrawSize(content.drawSize());
        row.setUnitRule(content.unitRule().name());
        row.setUnitId(content.unitId());
        row.setStartsOn(content.startsOn());
        row.setEndsOn(content.endsOn());
        row.setCampaignId(content.campaignId());
        return row;
    }

    private Plan plan(PlanRecord row) {
        UUID id = row.getId();
        @Nullable LocalDate activated = row.getActivatedOn();
        return new Plan(
                id,
                new PlanContent(
                        row.getName(),
                        new AreaKey(row.getAreaKey()),
                        sql.select(PLAN_CHECKLIST.CHECKLIST_ID)
                                .from(PLAN_CHECKLIST)
                                .where(PLAN_CHECKLIST.PLAN_ID.eq(id))
                                .orderBy(PLAN_CHECKLIST.POSITION)
                                .fetch(PLAN_CHECKLIST.CHECKLIST_ID),
                        Set.of(row.getObjectTypes()),
                        sql.select(PLAN_FREQUENCY.SUPERVISION_CLASS, PLAN_FREQUENCY.EVERY)
                                .from(PLAN_FREQUENCY)
                                .where(PLAN_FREQUENCY.PLAN_ID.eq(id))
                                .fetchMap(PLAN_FREQUENCY.SUPERVISION_CLASS, one -> Cadence.of(one.value2())),
                        row.getDrawSize(),
                        UnitRule.valueOf(row.getUnitRule()),
                        row.getUnitId(),
                        sql.select(PLAN_INSPECTOR.PERSON_ID)
                                .from(PLAN_INSPECTOR)
                                .where(PLAN_INSPECTOR.PLAN_ID.eq(id))
                                .orderBy(PLAN_INSPECTOR.PERSON_ID)
                                .fetch(PLAN_INSPECTOR.PERSON_ID),
                        row.getStartsOn(),
                        row.getEndsOn(),
                        row.getCampaignId()),
                Plan.State.valueOf(row.getState()),
                activated,
                row.getRevision());
    }

    static ProblemException none(UUID id) {
        return new ProblemException(SharedProblem.NOT_FOUND, "plan", id);
    }
}
