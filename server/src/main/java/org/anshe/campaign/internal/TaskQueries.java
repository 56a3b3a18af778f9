package org.anshe.campaign.internal;

import static org.anshe.campaign.internal.db.Tables.CAMPAIGN_;
import static org.anshe.campaign.internal.db.Tables.PROGRESS_NOTE;
import static org.anshe.campaign.internal.db.Tables.TASK;
import static org.anshe.campaign.internal.db.Tables.TASK_UNIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignParts.Task;
import org.anshe.campaign.internal.TaskRepository.NoteKind;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tasks for screens: of one campaign, and of all campaigns for those who work on them. */
@Repository
class TaskQueries {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final Field<LocalDate> DUE = DSL.coalesce(TASK.DUE_ON, NEVER);

    private final DSLContext sql;

    TaskQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Which open tasks of running campaigns.
     *
     * @param unit takes part; null for whichever
     * @param dueBefore latest day, exclusive; null for any
     */
    record Filter(@Nullable UUID unit, @Nullable LocalDate dueBefore) {}

    /** An open task with the campaign it belongs to. */
    record OpenTask(Task task, String campaignTitle) {}

    /** What was reported on a task. */
    record Note(UUID id, NoteKind kind, int percent, String words, Instant at, String byName) {}

    /** Tasks due in a month, how many of them are done, done late or open past their day. */
    record Month(String month, int due, int done, int doneLate, int slipping) {}

    /** Open tasks of running campaigns the caller may see, the next due first. */
    Page<OpenTask> listOpen(Caller caller, Filter filter, PageRequest page) {
        Condition within = ScopeCondition.within(caller.scope(), CAMPAIGN_.AREA_KEY, CAMPAIGN_.LEAD_UNIT_ID)
                .or(takesPart(CampaignQueries.takesPart(caller.scope())));
        Condition condition =
                within.and(CAMPAIGN_.STATE.eq(CampaignState.RUNNING.name())).and(TASK.STATE.eq(TaskState.OPEN.name()));
        if (filter.unit() != null) {
            condition = condition.and(takesPart(TASK_UNIT.UNIT_ID.eq(filter.unit())));
        }
        if (filter.dueBefore() != null) {
            condition = condition.and(TASK.DUE_ON.lt(filter.dueBefore()));
        }
        long total = page.after() == null ? count(condition) : -1;
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(DUE, TASK.ID).gt(DSL.val(after.day(0)), DSL.val(after.uuid(1))));
        }
        var rows = sql.select(TASK.asterisk(), TaskRepository.UNITS, CAMPAIGN_.TITLE.as("campaign_title"))
                .from(TASK)
                .join(CAMPAIGN_)
                .on(CAMPAIGN_.ID.eq(TASK.CAMPAIGN_ID))
                .where(condition)
                .orderBy(DUE, TASK.ID)
                .limit(page.limit() + 1)
                .fetch(row -> new OpenTask(TaskRepository.task(row), row.get("campaign_title", String.class)));
        Page<OpenTask> found = Page.of(
                rows,
                page,
                row -> Cursor.of(
                        row.task().dueOn() == null ? NEVER : row.task().dueOn(),
                        row.task().id()));
        return total < 0 ? found : found.withTotal(total);
    }

    List<OpenTask> byIds(Scope scope, Collection<UUID> ids) {
        return sql.select(TASK.asterisk(), TaskRepository.UNITS, CAMPAIGN_.TITLE.as("campaign_title"))
                .from(TASK)
                .join(CAMPAIGN_)
                .on(CAMPAIGN_.ID.eq(TASK.CAMPAIGN_ID))
                .where(TASK.ID.in(ids))
                .and(ScopeCondition.within(scope, CAMPAIGN_.AREA_KEY, CAMPAIGN_.LEAD_UNIT_ID)
                        .or(takesPart(CampaignQueries.takesPart(scope))))
                .fetch(row -> new OpenTask(TaskRepository.task(row), row.get("campaign_title", String.class)));
    }

    private long count(Condition condition) {
        return sql.fetchCount(DSL.selectOne()
                .from(TASK)
                .join(CAMPAIGN_)
                .on(CAMPAIGN_.ID.eq(TASK.CAMPAIGN_ID))
                .where(condition));
    }

    private static Condition takesPart(Condition unit) {
        return DSL.exists(DSL.selectOne()
                .from(TASK_UNIT)
                .where(TASK_UNIT.TASK_ID.eq(TASK.ID))
                .and(unit));
    }

    @WithoutScope("read after the campaign itself was found within the scope")
    List<Note> notes(UUID task) {
        return sql.selectFrom(PROGRESS_NOTE)
                .where(PROGRESS_NOTE.TASK_ID.eq(task))
                .orderBy(PROGRESS_NOTE.AT.desc(), PROGRESS_NOTE.ID.desc())
                .fetch(row -> new Note(
                        row.getId(),
                        NoteKind.valueOf(row.getKind()),
                        row.getPercent(),
                        row.getWords(),
                        row.getAt(),
                        row.getByName()));
    }

    @WithoutScope("read after the campaign itself was found within the scope")
    List<Month> months(UUID campaign, LocalDate today) {
        Field<String> month = DSL.field("to_char({0}, 'YYYY-MM')", String.class, TASK.DUE_ON);
        Condition done = TASK.STATE.eq(TaskState.DONE.name());
        // A task is late when its done day in the office's zone lies after its due day.
        Condition late = DSL.condition(
                "({0} at time zone {1})::date > {2}", TASK.DONE_AT, DSL.inline(OfficeTime.ZONE.getId()), TASK.DUE_ON);
        return sql.select(
                        month,
                        DSL.count(),
                        DSL.count().filterWhere(done),
                        DSL.count().filterWhere(done.and(late)),
                        DSL.count()
                                .filterWhere(
                                        TASK.STATE.eq(TaskState.OPEN.name()).and(TASK.DUE_ON.lt(today))))
                .from(TASK)
                .where(TASK.CAMPAIGN_ID.eq(campaign))
                .and(TASK.DUE_ON.isNotNull())
                .and(TASK.STATE.ne(TaskState.WITHDRAWN.name()))
                .groupBy(month)
                .orderBy(month)
                .fetch(row -> new Month(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
