package org.anshe.campaign.internal;

import static org.anshe.campaign.internal.db.Tables.CAMPAIGN_;
import static org.anshe.campaign.internal.db.Tables.STAGE;
import static org.anshe.campaign.internal.db.Tables.TARGET;
import static org.anshe.campaign.internal.db.Tables.TASK;
import static org.anshe.campaign.internal.db.Tables.TASK_UNIT;
import static org.anshe.campaign.internal.db.Tables.TOPIC;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignParts.Stage;
import org.anshe.campaign.internal.CampaignParts.Target;
import org.anshe.campaign.internal.CampaignParts.Topic;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Campaigns for screens: whoever's scope covers the campaign or a unit one of its tasks names sees it. */
@Repository
class CampaignQueries {

    private final DSLContext sql;

    CampaignQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What to look for; null members do not restrict. */
    record Filter(@Nullable CampaignState state, @Nullable String text, boolean slippingOnly) {}

    /**
     * How far a campaign has come.
     *
     * @param tasks not counting withdrawn ones
     * @param slipping open tasks whose day has passed
     * @param percent mean over the tasks, null when there are none
     */
    record Progress(
            int tasks,
            int done,
            int slipping,
            @Nullable Integer percent,
            @Nullable LocalDate nextDueOn) {}

    record Listed(CampaignRow campaign, Progress progress) {}

    Page<Listed> list(Scope scope, Filter filter, LocalDate today, PageRequest page) {
        Condition condition = visible(scope).and(matches(filter, today));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition =
                    condition.and(DSL.row(CAMPAIGN_.CREATED_AT, CAMPAIGN_.ID).lt(after.instant(0), after.uuid(1)));
        }
        List<Listed> rows = select(condition, today, page.limit() + 1);
        return Page.of(
                rows,
                page,
                row -> Cursor.of(row.campaign().createdAt(), row.campaign().id()));
    }

    Optional<Listed> find(Scope scope, UUID id, LocalDate today) {
        return select(visible(scope).and(CAMPAIGN_.ID.eq(id)), today, 1).stream()
                .findFirst();
    }

    boolean sees(Scope scope, UUID id) {
        return sql.fetchExists(CAMPAIGN_, CAMPAIGN_.ID.eq(id).and(visible(scope)));
    }

    @WithoutScope("read after the campaign itself was found within the scope")
    List<Stage> stages(UUID campaign) {
        return sql.selectFrom(STAGE)
                .where(STAGE.CAMPAIGN_ID.eq(campaign))
                .and(STAGE.WITHDRAWN_AT.isNull())
                .orderBy(STAGE.POSITION)
                .fetch(CampaignPartsRepository::stage);
    }

    @WithoutScope("read after the campaign itself was found within the scope")
    List<Topic> topics(UUID campaign) {
        return sql.selectFrom(TOPIC)
                .where(TOPIC.CAMPAIGN_ID.eq(campaign))
                .orderBy(TOPIC.POSITION)
                .fetch(row -> new Topic(
                        row.getId(),
                        row.getParentId(),
                        row.getLevel(),
                        row.getLabel(),
                        row.getTitle(),
                        CampaignPartsRepository.source(row, TOPIC.SOURCE_LINE, TOPIC.SOURCE_START, TOPIC.SOURCE_END)));
    }

    @WithoutScope("read after the campaign itself was found within the scope")
    List<Target> targets(UUID campaign) {
        return sql.selectFrom(TARGET)
                .where(TARGET.CAMPAIGN_ID.eq(campaign))
                .orderBy(TARGET.POSITION)
                .fetch(row -> new Target(
                        row.getId(),
                        row.getTopicId(),
                        row.getMetric(),
                        row.getOp(),
                        row.getValue(),
                        row.getUnit(),
                        row.getByOn(),
                        CampaignPartsRepository.source(
                                row, TARGET.SOURCE_LINE, TARGET.SOURCE_START, TARGET.SOURCE_END)));
    }

    private List<Listed> select(Condition condition, LocalDate today, int limit) {
        Condition open = TASK.STATE.eq(TaskState.OPEN.name());
        Field<Integer> total = DSL.count(TASK.ID).as("total");
        Field<Integer> done = DSL.count(TASK.ID)
                .filterWhere(TASK.STATE.eq(TaskState.DONE.name()))
                .as("done");
        Field<Integer> slipping =
                DSL.count(TASK.ID).filterWhere(open.and(TASK.DUE_ON.lt(today))).as("slipping");
        Field<Integer> percent =
                DSL.round(DSL.avg(TASK.PERCENT)).cast(Integer.class).as("percent");
        Field<LocalDate> next = DSL.min(TASK.DUE_ON)
                .filterWhere(open.and(TASK.DUE_ON.ge(today)))
                .as("next_due");
        var chosen = DSL.select(CAMPAIGN_.asterisk())
                .from(CAMPAIGN_)
                .where(condition)
                .orderBy(CAMPAIGN_.CREATED_AT.desc(), CAMPAIGN_.ID.desc())
                .limit(limit)
                .asTable("chosen");
        Field<UUID> id = Objects.requireNonNull(chosen.field(CAMPAIGN_.ID));
        Field<Instant> createdAt = Objects.requireNonNull(chosen.field(CAMPAIGN_.CREATED_AT));
        var figures = DSL.select(total, done, slipping, percent, next)
                .from(TASK)
                .where(TASK.CAMPAIGN_ID.eq(id))
                .and(TASK.STATE.ne(TaskState.WITHDRAWN.name()))
                .asTable("figures");
        return sql.select(chosen.asterisk(), figures.asterisk())
                .from(chosen)
                .crossJoin(DSL.lateral(figures))
                .orderBy(createdAt.desc(), id.desc())
                .fetch(row -> listed(row, total, done, slipping, percent, next));
    }

    private static Listed listed(
            Record row,
            Field<Integer> total,
            Field<Integer> done,
            Field<Integer> slipping,
            Field<Integer> percent,
            Field<LocalDate> next) {
        return new Listed(
                CampaignRepository.row(row),
                new Progress(
                        row.get(total.getName(), Integer.class),
                        row.get(done.getName(), Integer.class),
                        row.get(slipping.getName(), Integer.class),
                        row.get(percent.getName(), Integer.class),
                        row.get(next.getName(), LocalDate.class)));
    }

    static Condition visible(Scope scope) {
        return ScopeCondition.within(scope, CAMPAIGN_.AREA_KEY, CAMPAIGN_.LEAD_UNIT_ID)
                .or(DSL.exists(DSL.selectOne()
                        .from(TASK_UNIT)
                        .join(TASK)
                        .on(TASK.ID.eq(TASK_UNIT.TASK_ID))
                        .where(TASK.CAMPAIGN_ID.eq(CAMPAIGN_.ID))
                        .and(TASK.STATE.ne(TaskState.WITHDRAWN.name()))
                        .and(takesPart(scope))));
    }

    /** Whether the unit of a task lies within the scope, by where it works or by where the campaign runs. */
    static Condition takesPart(Scope scope) {
        return TASK_UNIT
                .UNIT_ID
                .isNotNull()
                .and(ScopeCondition.within(scope, TASK_UNIT.UNIT_AREA_KEY, TASK_UNIT.UNIT_ID)
                        .or(ScopeCondition.within(scope, CAMPAIGN_.AREA_KEY, TASK_UNIT.UNIT_ID)));
    }

    private static Condition matches(Filter filter, LocalDate today) {
        Condition condition = DSL.noCondition();
        if (filter.state() != null) {
            condition = condition.and(CAMPAIGN_.STATE.eq(filter.state().name()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            condition = condition.and(
                    CAMPAIGN_.TITLE.containsIgnoreCase(filter.text().strip()));
        }
        if (filter.slippingOnly()) {
            condition = condition.and(DSL.exists(DSL.selectOne()
                    .from(TASK)
                    .where(TASK.CAMPAIGN_ID.eq(CAMPAIGN_.ID))
                    .and(TASK.STATE.eq(TaskState.OPEN.name()))
                    .and(TASK.DUE_ON.lt(today))));
        }
        return condition;
    }
}
