package org.anshe.campaign.internal;

import static org.anshe.campaign.internal.db.Tables.PROGRESS_NOTE;
import static org.anshe.campaign.internal.db.Tables.TASK;
import static org.anshe.campaign.internal.db.Tables.TASK_UNIT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignParts.Role;
import org.anshe.campaign.internal.CampaignParts.Task;
import org.anshe.campaign.internal.CampaignParts.TaskUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tasks of campaigns with their units and the notes on their progress. */
@Repository
class TaskRepository {

    static final Field<List<TaskUnit>> UNITS = DSL.multiset(
                    DSL.select(TASK_UNIT.ROLE, TASK_UNIT.PRINTED_NAME, TASK_UNIT.UNIT_ID, TASK_UNIT.UNIT_AREA_KEY)
                            .from(TASK_UNIT)
                            .where(TASK_UNIT.TASK_ID.eq(TASK.ID))
                            .orderBy(TASK_UNIT.POSITION))
            .convertFrom(rows -> rows.map(
                    row -> new TaskUnit(Role.valueOf(row.value1()), row.value2(), row.value3(), area(row.value4()))));

    private final DSLContext sql;

    TaskRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** What was reported on a task. */
    enum NoteKind {
        PROGRESS,
        DONE,
        REOPENED
    }

    void add(Task task) {
        sql.insertInto(TASK)
                .set(TASK.ID, task.id())
                .set(TASK.CAMPAIGN_ID, task.campaignId())
                .set(TASK.TOPIC_ID, task.topicId())
                .set(
                        TASK.POSITION,
                        DSL.field(DSL.select(DSL.coalesce(DSL.max(TASK.POSITION).plus(1), 0))
                                .from(TASK)
                                .where(TASK.CAMPAIGN_ID.eq(task.campaignId()))))
                .set(TASK.TITLE, task.title())
                .set(TASK.RECIPIENT, task.recipient())
                .set(TASK.DUE_ON, task.dueOn())
                .set(TASK.DUE_PRECISION, CampaignPartsRepository.name(task.duePrecision()))
                .set(TASK.STATE, task.state().name())
                .set(TASK.PERCENT, task.percent())
                .set(TASK.SOURCE_LINE, CampaignPartsRepository.line(task.source()))
                .set(TASK.SOURCE_START, CampaignPartsRepository.start(task.source()))
                .set(TASK.SOURCE_END, CampaignPartsRepository.end(task.source()))
                .execute();
        addUnits(task);
    }

    private void addUnits(Task task) {
        for (int i = 0; i < task.units().size(); i++) {
            TaskUnit unit = task.units().get(i);
            AreaKey area = unit.unitArea();
            sql.insertInto(TASK_UNIT)
                    .set(TASK_UNIT.TASK_ID, task.id())
                    .set(TASK_UNIT.POSITION, i)
                    .set(TASK_UNIT.ROLE, unit.role().name())
                    .set(TASK_UNIT.PRINTED_NAME, unit.printedName())
                    .set(TASK_UNIT.UNIT_ID, unit.unitId())
                    .set(TASK_UNIT.UNIT_AREA_KEY, area == null ? null : area.value())
                    .execute();
        }
    }

    Optional<Task> find(UUID campaign, UUID id) {
        return tasks(TASK.ID.eq(id).and(TASK.CAMPAIGN_ID.eq(campaign))).stream().findFirst();
    }

    List<Task> of(UUID campaign) {
        return tasks(TASK.CAMPAIGN_ID.eq(campaign));
    }

    private List<Task> tasks(Condition condition) {
        return sql.select(TASK.asterisk(), UNITS)
                .from(TASK)
                .where(condition)
                .orderBy(TASK.POSITION)
                .fetch(TaskRepository::task);
    }

    /** Stores everything but the notes; false when somebody was quicker. */
    boolean change(Task task) {
        boolean changed = sql.update(TASK)
                        .set(TASK.TOPIC_ID, task.topicId())
                        .set(TASK.TITLE, task.title())
                        .set(TASK.RECIPIENT, task.recipient())
                        .set(TASK.DUE_ON, task.dueOn())
                        .set(TASK.DUE_PRECISION, CampaignPartsRepository.name(task.duePrecision()))
                        .set(TASK.STATE, task.state().name())
                        .set(TASK.PERCENT, task.percent())
                        .set(TASK.DONE_AT, task.doneAt())
                        .set(TASK.WITHDRAW_REASON, task.withdrawReason())
                        .set(TASK.VERSION, TASK.VERSION.plus(1))
                        .where(TASK.ID.eq(task.id()))
                        .and(TASK.VERSION.eq(task.version()))
                        .execute()
                == 1;
        if (changed) {
            sql.deleteFrom(TASK_UNIT).where(TASK_UNIT.TASK_ID.eq(task.id())).execute();
            addUnits(task);
        }
        return changed;
    }

    /** Whether a note of this id is there: then the report came twice. */
    boolean isNoted(UUID id) {
        return sql.fetchExists(PROGRESS_NOTE, PROGRESS_NOTE.ID.eq(id));
    }

    void note(UUID id, Task task, NoteKind kind, int percent, String words, Instant at, Caller by) {
        sql.insertInto(PROGRESS_NOTE)
                .set(PROGRESS_NOTE.ID, id)
                .set(PROGRESS_NOTE.CAMPAIGN_ID, task.campaignId())
                .set(PROGRESS_NOTE.TASK_ID, task.id())
                .set(PROGRESS_NOTE.KIND, kind.name())
                .set(PROGRESS_NOTE.PERCENT, percent)
                .set(PROGRESS_NOTE.WORDS, words)
                .set(PROGRESS_NOTE.AT, at)
                .set(PROGRESS_NOTE.BY_ID, by.personId())
                .set(PROGRESS_NOTE.BY_NAME, by.name())
                .execute();
    }

    static Task task(Record row) {
        return new Task(
                row.get(TASK.ID),
                row.get(TASK.CAMPAIGN_ID),
                row.get(TASK.TOPIC_ID),
                row.get(TASK.TITLE),
                row.get(TASK.RECIPIENT),
                row.get(TASK.DUE_ON),
                CampaignPartsRepository.precision(row.get(TASK.DUE_PRECISION)),
                TaskState.valueOf(row.get(TASK.STATE)),
                row.get(TASK.PERCENT),
                row.get(TASK.DONE_AT),
                row.get(TASK.WITHDRAW_REASON),
                row.get(UNITS),
                CampaignPartsRepository.source(row, TASK.SOURCE_LINE, TASK.SOURCE_START, TASK.SOURCE_END),
                row.get(TASK.VERSION));
    }

    private static @Nullable AreaKey area(@Nullable Long key) {
        return key == null ? null : new AreaKey(key);
    }
}
