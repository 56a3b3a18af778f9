package org.anshe.enforcement.internal;

import static org.anshe.enforcement.internal.db.Tables.JOINT_ACTION;
import static org.anshe.enforcement.internal.db.Tables.JOINT_ACTION_HAZARD;
import static org.anshe.enforcement.internal.db.Tables.JOINT_ACTION_PLACE;
import static org.anshe.enforcement.internal.db.Tables.JOINT_ACTION_UNIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.JointActionKind;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.UnitAnswer;
import org.anshe.enforcement.internal.db.tables.records.JointActionRecord;
import org.anshe.enforcement.internal.db.tables.records.JointActionUnitRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.anshe.territory.Areas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Joint actions as screens show them: those of the caller's areas, and those a unit of the caller's takes part in. */
@Repository
class JointActionQueries {

    private final DSLContext sql;
    private final Areas areas;

    JointActionQueries(DSLContext sql, Areas areas) {
        this.sql = sql;
        this.areas = areas;
    }

    /** What a list is narrowed to; empty and null do not restrict. */
    record Filter(
            Set<JointActionStatus> states,
            @Nullable JointActionKind kind,
            @Nullable AreaKey area,
            @Nullable UUID unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q) {}

    /** One unit of an action. */
    record Part(
            UUID id,
            UUID actionId,
            UUID unitId,
            UnitAnswer answer,
            @Nullable String reason,
            @Nullable String answeredName,
            @Nullable Boolean tookPart,
            @Nullable Integer people,
            @Nullable String peopleNames,
            @Nullable String feedback,
            @Nullable Instant feedbackAt,
            @Nullable String feedbackName) {}

    /** One place of an action. */
    record Place(@Nullable UUID objectId, @Nullable String words) {}

    /** What a unit still has to do for an action. */
    record Waiting(UUID actionId, UUID unitId, @Nullable LocalDate dueOn) {}

    Page<JointActionRecord> list(Scope scope, Filter filter, PageRequest page) {
        Condition condition = seen(scope).and(matches(filter));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(
                    DSL.row(JOINT_ACTION.PLANNED_FROM, JOINT_ACTION.ID).lt(DSL.row(after.day(0), after.uuid(1))));
        }
        List<JointActionRecord> rows = sql.selectFrom(JOINT_ACTION)
                .where(condition)
                .orderBy(JOINT_ACTION.PLANNED_FROM.desc(), JOINT_ACTION.ID.desc())
                .limit(page.limit() + 1)
                .fetch();
        return Page.of(rows, page, row -> Cursor.of(row.getPlannedFrom(), row.getId()));
    }

    Optional<JointActionRecord> find(Scope scope, UUID id) {
        return sql.selectFrom(JOINT_ACTION)
                .where(JOINT_ACTION.ID.eq(id))
                .and(seen(scope))
                .fetchOptional();
    }

    /** The actions a hazard was found at. */
    List<JointActionRecord> ofHazard(Scope scope, UUID hazard) {
        return sql.selectFrom(JOINT_ACTION)
                .where(JOINT_ACTION.ID.in(DSL.select(JOINT_ACTION_HAZARD.ACTION_ID)
                        .from(JOINT_ACTION_HAZARD)
                        .where(JOINT_ACTION_HAZARD.HAZARD_ID.eq(hazard))))
                .and(seen(scope))
                .orderBy(JOINT_ACTION.PLANNED_FROM.desc())
                .limit(50)
                .fetch();
    }

    /** Units the scope covers that were invited and have not answered. */
    List<Waiting> invitations(Scope scope, int limit) {
        return waiting(
                scope,
                JOINT_ACTION.STATE.eq("PLANNED").and(JOINT_ACTION_UNIT.ANSWER.eq("INVITED")),
                JOINT_ACTION.PLANNED_FROM,
                limit);
    }

    /** Units the scope covers that took part and have not said what they did. */
    List<Waiting> feedbacks(Scope scope, int limit) {
        return waiting(
                scope,
                JOINT_ACTION
                        .STATE
                        .eq("FEEDBACK_DUE")
                        .and(JOINT_ACTION_UNIT.TOOK_PART)
                        .and(JOINT_ACTION_UNIT.ANSWER.ne("LEADING"))
                        .and(JOINT_ACTION_UNIT.FEEDBACK.isNull()),
                JOINT_ACTION.FEEDBACK_DUE_ON,
                limit);
    }

    private List<Waiting> waiting(Scope scope, Condition condition, Field<LocalDate> day, int limit) {
        return sql.select(JOINT_ACTION_UNIT.ACTION_ID, JOINT_ACTION_UNIT.UNIT_ID, day)
                .from(JOINT_ACTION_UNIT)
                .join(JOINT_ACTION)
                .on(JOINT_ACTION.ID.eq(JOINT_ACTION_UNIT.ACTION_ID))
                .where(condition)
                .and(ScopeCondition.within(scope, JOINT_ACTION.AREA_KEY, JOINT_ACTION_UNIT.UNIT_ID))
                .orderBy(day, JOINT_ACTION_UNIT.ID)
                .limit(limit)
                .fetch(Records.mapping(Waiting::new));
    }

    List<JointActionRecord> byIds(Scope scope, Collection<UUID> ids) {
        return sql.selectFrom(JOINT_ACTION)
                .where(JOINT_ACTION.ID.in(ids))
                .and(seen(scope))
                .fetch();
    }

    /** Parts by their own ids, for the calendar. */
    List<Part> parts(Scope scope, Collection<UUID> ids) {
        return sql.select(JOINT_ACTION_UNIT.asterisk())
                .from(JOINT_ACTION_UNIT)
                .join(JOINT_ACTION)
                .on(JOINT_ACTION.ID.eq(JOINT_ACTION_UNIT.ACTION_ID))
                .where(JOINT_ACTION_UNIT.ID.in(ids))
                .and(ScopeCondition.within(scope, JOINT_ACTION.AREA_KEY, JOINT_ACTION_UNIT.UNIT_ID))
                .fetch(row -> part(row.into(JOINT_ACTION_UNIT)));
    }

    @WithoutScope("of actions that were found within the scope")
    List<Part> partsOf(Collection<UUID> actions) {
        return sql.selectFrom(JOINT_ACTION_UNIT)
                .where(JOINT_ACTION_UNIT.ACTION_ID.in(actions))
                .orderBy(JOINT_ACTION_UNIT.ID)
                .fetch(JointActionQueries::part);
    }

    @WithoutScope("of an action that was found within the scope")
    List<Place> places(UUID action) {
        return sql.select(JOINT_ACTION_PLACE.OBJECT_ID, JOINT_ACTION_PLACE.WORDS)
                .from(JOINT_ACTION_PLACE)
                .where(JOINT_ACTION_PLACE.ACTION_ID.eq(action))
                .orderBy(JOINT_ACTION_PLACE.POSITION)
                .fetch(Records.mapping(Place::new));
    }

    @WithoutScope("ids only, of an action that was found within the scope; each hazard is asked for within its own")
    List<UUID> hazards(UUID action) {
        return sql.select(JOINT_ACTION_HAZARD.HAZARD_ID)
                .from(JOINT_ACTION_HAZARD)
                .where(JOINT_ACTION_HAZARD.ACTION_ID.eq(action))
                .fetch(JOINT_ACTION_HAZARD.HAZARD_ID);
    }

    private static Condition seen(Scope scope) {
        return DSL.exists(DSL.selectOne()
                .from(JOINT_ACTION_UNIT)
                .where(JOINT_ACTION_UNIT.ACTION_ID.eq(JOINT_ACTION.ID))
                .and(ScopeCondition.within(scope, JOINT_ACTION.AREA_KEY, JOINT_ACTION_UNIT.UNIT_ID)));
    }

    private Condition matches(Filter filter) {
        Condition condition = DSL.noCondition();
        if (!filter.states().isEmpty()) {
            condition = condition.and(JOINT_ACTION.STATE.in(
                    filter.states().stream().map(Enum::name).toList()));
        }
        if (filter.kind() != null) {
            condition = condition.and(JOINT_ACTION.KIND.eq(filter.kind().name()));
        }
        if (filter.area() != null) {
            condition = condition.and(AreaCondition.within(areas.rangesOf(filter.area()), JOINT_ACTION.AREA_KEY));
        }
        if (filter.unit() != null) {
            condition = condition.and(DSL.exists(DSL.selectOne()
                    .from(JOINT_ACTION_UNIT)
                    .where(JOINT_ACTION_UNIT.ACTION_ID.eq(JOINT_ACTION.ID))
                    .and(JOINT_ACTION_UNIT.UNIT_ID.eq(filter.unit()))));
        }
        if (filter.from() != null) {
            condition = condition.and(
                    DSL.coalesce(JOINT_ACTION.HELD_ON, JOINT_ACTION.PLANNED_TO).ge(filter.from()));
        }
        if (filter.to() != null) {
            condition = condition.and(DSL.coalesce(JOINT_ACTION.HELD_ON, JOINT_ACTION.PLANNED_FROM)
                    .le(filter.to()));
        }
        String q = Facts.text(filter.q());
        return q == null
                ? condition
                : condition.and(JOINT_ACTION.TITLE.containsIgnoreCase(q).or(JOINT_ACTION.NUMBER.containsIgnoreCase(q)));
    }

    private static Part part(JointActionUnitRecord row) {
        return new Part(
                row.getId(),
                row.getActionId(),
                row.getUnitId(),
                UnitAnswer.valueOf(row.getAnswer()),
                row.getReason(),
                row.getAnsweredName(),
                row.getTookPart(),
                row.getPeople(),
                row.getPeopleNames(),
                row.getFeedback(),
                row.getFeedbackAt(),
                row.getFeedbackName());
    }
}
