package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.DRAW;
import static org.anshe.inspection.internal.db.Tables.GENERATION;
import static org.anshe.inspection.internal.db.Tables.PLAN;
import static org.anshe.inspection.internal.db.Tables.TASK;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.Cursor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Plans as screens show them: those of the caller's areas, and those from above that reach into them. */
@Repository
public class InspectionPlanQueries {

    private final DSLContext sql;
    private final InspectionPlanRepository plans;
    private final Labels labels;
    private final Clock clock;

    InspectionPlanQueries(DSLContext sql, InspectionPlanRepository plans, Labels labels, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.labels = labels;
        this.clock = clock;
    }

    /** One plan in the list, with its open and overdue tasks. */
    public record InspectionPlanRow(
            UUID id,
            String name,
            AreaKey area,
            Plan.State state,
            boolean draw,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable UUID campaignId,
            int openTasks,
            int overdueTasks,
            Instant createdAt) {}

    /** Names of what a plan refers to; what is gone has none. */
    public record PlanNames(@Nullable String area, @Nullable String unit, Map<UUID, String> inspectors) {}

    /** One run of the generator. */
    public record Generation(
            Instant startedAt, @Nullable Instant finishedAt, int objects, int created, int cancelled) {}

    /** One random draw. */
    public record Draw(LocalDate periodStart, String seed, int candidates, int drawn, Instant drawnAt) {}

    /** Newest first. */
    public Page<InspectionPlanRow> list(
            Scope scope, Plan.@Nullable State state, @Nullable UUID campaign, PageRequest page) {
        Condition condition = reaching(scope, PLAN.AREA_KEY);
        if (state != null) {
            condition = condition.and(PLAN.STATE.eq(state.name()));
        }
        if (campaign != null) {
            condition = condition.and(PLAN.CAMPAIGN_ID.eq(campaign));
        }
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(PLAN.CREATED_AT, PLAN.ID).lt(cursor.instant(0), cursor.uuid(1)));
        }
        List<InspectionPlanRow> rows = sql.select(PLAN.asterisk(), open())
                .from(PLAN)
                .where(condition)
                .orderBy(PLAN.CREATED_AT.desc(), PLAN.ID.desc())
                .limit(page.limit() + 1)
                .fetch(InspectionPlanQueries::row);
        return Page.of(rows, page, row -> Cursor.of(row.createdAt(), row.id()));
    }

    public Optional<InspectionPlanRow> find(Scope scope, UUID id) {
        return sql.select(PLAN.asterisk(), open())
                .from(PLAN)
                .where(PLAN.ID.eq(id))
                .and(reaching(scope, PLAN.AREA_KEY))
                .fetchOptional(InspectionPlanQueries::row);
    }

    /** The whole plan. */
    public Optional<Plan> plan(Scope scope, UUID id) {
        return plans.find(id).filter(plan -> sees(scope, plan.content().area()));
    }

    @WithoutScope("of a plan that the caller was seen to be allowed")
    public PlanNames names(Plan plan) {
        PlanContent content = plan.content();
        Set<UUID> unit = content.unitId() == null ? Set.of() : Set.of(content.unitId());
        return new PlanNames(
                labels.areas(Set.of(content.area())).get(content.area()),
                Labels.of(labels.units(unit), content.unitId()),
                labels.people(content.inspectors()));
    }

    @WithoutScope("of a plan that the caller was seen to be allowed")
    public List<Generation> generations(UUID plan) {
        return sql.select(
                        GENERATION.STARTED_AT,
                        GENERATION.FINISHED_AT,
                        GENERATION.OBJECTS,
                        GENERATION.CREATED,
                        GENERATION.CANCELLED)
                .from(GENERATION)
                .where(GENERATION.PLAN_ID.eq(plan))
                .orderBy(GENERATION.STARTED_AT.desc())
                .limit(10)
                .fetch(Records.mapping(Generation::new));
    }

    @WithoutScope("of a plan that the caller was seen to be allowed")
    public List<Draw> draws(UUID plan) {
        return sql.select(DRAW.PERIOD_START, DRAW.SEED, DRAW.CANDIDATES, DRAW.DRAWN, DRAW.DRAWN_AT)
                .from(DRAW)
                .where(DRAW.PLAN_ID.eq(plan))
                .orderBy(DRAW.PERIOD_START.desc())
                .limit(20)
                .fetch(Records.mapping(Draw::new));
    }

    /** A street's plan is seen in its communities and by those above the street. */
    static Condition reaching(Scope scope, Field<Long> areaKey) {
        Condition condition = DSL.falseCondition();
        for (Scope.Grant grant : scope.grants()) {
            if (grant.areas() != null) {
                condition = condition
                        .or(areaKey.between(grant.areas().first(), grant.areas().last()))
                        .or(areaKey.in(above(grant.areas().first())));
            }
        }
        return condition;
    }

    /** The same rule outside the database. */
    static boolean sees(Scope scope, AreaKey area) {
        return scope.grants().stream()
                .flatMap(grant -> Optional.ofNullable(grant.areas()).stream())
                .anyMatch(areas -> areas.contains(area) || above(areas.first()).contains(area.value()));
    }

    private static List<Long> above(long first) {
        List<Long> keys = new ArrayList<>();
        for (Optional<AreaKey> area = Optional.of(new AreaKey(first));
                area.isPresent();
                area = area.get().parent()) {
            keys.add(area.get().value());
        }
        return keys;
    }

    /** Open tasks, then those of them that are overdue: both in one walk over the index, for the rows of the page alone. */
    private Field<Integer[]> open() {
        Field<Integer> overdue = DSL.count().filterWhere(TASK.DUE_AT.lt(DSL.val(clock.instant(), TASK.DUE_AT)));
        return DSL.field(DSL.select(DSL.array(DSL.count(), overdue))
                        .from(TASK)
                        .where(TASK.PLAN_ID.eq(PLAN.ID))
                        .and(TASK.DONE_AT.isNull())
                        .and(TASK.CANCELLED_AT.isNull()))
                .as("open");
    }

    private static InspectionPlanRow row(Record row) {
        Integer[] open = row.get("open", Integer[].class);
        return new InspectionPlanRow(
                row.get(PLAN.ID),
                row.get(PLAN.NAME),
                new AreaKey(row.get(PLAN.AREA_KEY)),
                Plan.State.valueOf(row.get(PLAN.STATE)),
                row.get(PLAN.DRAW_SIZE) != null,
                row.get(PLAN.STARTS_ON),
                row.get(PLAN.ENDS_ON),
                row.get(PLAN.CAMPAIGN_ID),
                open[0],
                open[1],
                row.get(PLAN.CREATED_AT));
    }
}
