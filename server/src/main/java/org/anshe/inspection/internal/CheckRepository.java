package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.ANSWER;
import static org.anshe.inspection.internal.db.Tables.CHECK;
import static org.anshe.inspection.internal.db.Tables.CHECKLIST_VERSION;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.inspection.internal.db.tables.records.AnswerRecord;
import org.anshe.inspection.internal.db.tables.records.CheckRecord;
import org.anshe.shared.AreaKey;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Checks and their answers. */
@Repository
class CheckRepository {

    private final DSLContext sql;
    private final Clock clock;

    CheckRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Check> find(UUID id) {
        return sql.selectFrom(CHECK).where(CHECK.ID.eq(id)).fetchOptional(CheckRepository::check);
    }

    Optional<Check> findLocked(UUID id) {
        return sql.selectFrom(CHECK).where(CHECK.ID.eq(id)).forUpdate().fetchOptional(CheckRepository::check);
    }

    /** The draft somebody is filling for a list of a task. */
    Optional<Check> findDraft(UUID task, UUID version) {
        return sql.selectFrom(CHECK)
                .where(CHECK.TASK_ID.eq(task))
                .and(CHECK.CHECKLIST_VERSION_ID.eq(version))
                .and(CHECK.STATE.eq(Check.State.DRAFT.name()))
                .fetchOptional(CheckRepository::check);
    }

    /** Adds a draft; false when another draft of the same list and task, or this id, was quicker. */
    boolean add(Check check, @Nullable String correctionReason) {
        return sql.insertInto(CHECK)
                        .set(CHECK.ID, check.id())
                        .set(CHECK.ROOT_ID, check.rootId())
                        .set(CHECK.CORRECTS, check.corrects())
                        .set(CHECK.CORRECTION_REASON, correctionReason)
                        .set(CHECK.TASK_ID, check.taskId())
                        .set(CHECK.OBJECT_ID, check.objectId())
                        .set(CHECK.OBJECT_UNIT_ID, check.objectUnitId())
                        .set(CHECK.AREA_KEY, check.area().value())
                        .set(CHECK.UNIT_ID, check.unitId())
                        .set(CHECK.CHECKLIST_VERSION_ID, check.versionId())
                        .set(CHECK.INSPECTOR_ID, check.inspectorId())
                        .set(CHECK.STATE, check.state().name())
                        .set(CHECK.PLACE, check.place())
                        .set(CHECK.STARTED_AT, clock.instant())
                        .set(CHECK.SAVED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Replaces what a draft says; false when it was saved elsewhere meanwhile. */
    boolean save(Check check, int revision, SaveCheck.Draft draft) {
        int saved = sql.update(CHECK)
                .set(CHECK.PLACE, draft.place())
                .set(CHECK.LONGITUDE, draft.longitude())
                .set(CHECK.LATITUDE, draft.latitude())
                .set(CHECK.REMARK, draft.remark())
                .set(CHECK.SAVED_AT, clock.instant())
                .set(CHECK.REVISION, CHECK.REVISION.plus(1))
                .where(CHECK.ID.eq(check.id()))
                .and(CHECK.REVISION.eq(revision))
                .execute();
        if (saved == 1) {
            sql.deleteFrom(ANSWER).where(ANSWER.CHECK_ID.eq(check.id())).execute();
            addAnswers(check.id(), draft.answers());
        }
        return saved == 1;
    }

    void addAnswers(UUID check, List<Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        sql.batch(sql.insertInto(ANSWER)
                        .columns(
                                ANSWER.CHECK_ID,
                                ANSWER.ITEM_CODE,
                                ANSWER.RESULT,
                                ANSWER.NOTE,
                                ANSWER.GRADE,
                                ANSWER.MEASURE,
                                ANSWER.PHOTOS,
                                ANSWER.PHOTOS_AFTER)
                        .values((UUID) null, null, null, null, null, null, null, null))
                .bind(answers.stream().map(answer -> values(check, answer)).toArray(Object[][]::new))
                .execute();
    }

    List<Answer> answers(UUID check) {
        return sql.selectFrom(ANSWER).where(ANSWER.CHECK_ID.eq(check)).fetch(CheckRepository::answer);
    }

    /** Hazards that answers of a check opened, by item. */
    java.util.Map<String, HazardLink> hazards(UUID check) {
        return sql.select(ANSWER.ITEM_CODE, ANSWER.HAZARD_ID, ANSWER.HAZARD_NUMBER)
                .from(ANSWER)
                .where(ANSWER.CHECK_ID.eq(check))
                .and(ANSWER.HAZARD_ID.isNotNull())
                .fetchMap(ANSWER.ITEM_CODE, row -> new HazardLink(row.value2(), row.value3()));
    }

    /** A hazard and its number. */
    record HazardLink(UUID id, String number) {}

    void linkHazard(UUID check, String item, HazardLink hazard) {
        sql.update(ANSWER)
                .set(ANSWER.HAZARD_ID, hazard.id())
                .set(ANSWER.HAZARD_NUMBER, hazard.number())
                .where(ANSWER.CHECK_ID.eq(check))
                .and(ANSWER.ITEM_CODE.eq(item))
                .execute();
    }

    void submit(UUID check, int items, int failed) {
        sql.update(CHECK)
                .set(CHECK.STATE, Check.State.SUBMITTED.name())
                .set(CHECK.OUTCOME, Check.Outcome.CHECKED.name())
                .set(CHECK.SUBMITTED_AT, clock.instant())
                .set(CHECK.ITEMS, items)
                .set(CHECK.FAILED_ITEMS, failed)
                .where(CHECK.ID.eq(check))
                .execute();
    }

    void submitNotPossible(UUID check, String reason) {
        sql.update(CHECK)
                .set(CHECK.STATE, Check.State.SUBMITTED.name())
                .set(CHECK.OUTCOME, Check.Outcome.NOT_POSSIBLE.name())
                .set(CHECK.NOT_POSSIBLE_REASON, reason)
                .set(CHECK.SUBMITTED_AT, clock.instant())
                .where(CHECK.ID.eq(check))
                .execute();
    }

    void setState(UUID check, Check.State state) {
        sql.update(CHECK)
                .set(CHECK.STATE, state.name())
                .where(CHECK.ID.eq(check))
                .execute();
    }

    /** Checklists of a task that have been filled and handed in. */
    Set<UUID> checklistsDone(UUID task) {
        return sql.selectDistinct(CHECKLIST_VERSION.CHECKLIST_ID)
                .from(CHECK)
                .join(CHECKLIST_VERSION)
                .on(CHECKLIST_VERSION.ID.eq(CHECK.CHECKLIST_VERSION_ID))
                .where(CHECK.TASK_ID.eq(task))
                .and(CHECK.STATE.eq(Check.State.SUBMITTED.name()))
                .and(CHECK.OUTCOME.eq(Check.Outcome.CHECKED.name()))
                .fetchSet(CHECKLIST_VERSION.CHECKLIST_ID);
    }

    boolean anyFailed(UUID task) {
        return sql.fetchExists(
                CHECK,
                CHECK.TASK_ID
                        .eq(task)
                        .and(CHECK.STATE.eq(Check.State.SUBMITTED.name()))
                        .and(CHECK.FAILED_ITEMS.gt(0)));
    }

    private static @Nullable Object[] values(UUID check, Answer answer) {
        return new @Nullable Object[] {
            check,
            answer.itemCode(),
            answer.result().name(),
            answer.note(),
            answer.grade() == null ? null : answer.grade().name(),
            answer.measure(),
            answer.before().toArray(UUID[]::new),
            answer.after().toArray(UUID[]::new)
        };
    }

    static Answer answer(AnswerRecord row) {
        @Nullable String grade = row.getGrade();
        return new Answer(
                row.getItemCode(),
                Answer.Result.valueOf(row.getResult()),
                row.getNote(),
                grade == null ? null : HazardGrade.valueOf(grade),
                row.getMeasure(),
                List.of(row.getPhotos()),
                List.of(row.getPhotosAfter()));
    }

    private static Check check(CheckRecord row) {
        @Nullable String outcome = row.getOutcome();
        return new Check(
                row.getId(),
                row.getRootId(),
                row.getCorrects(),
                row.getTaskId(),
                row.getObjectId(),
                row.getObjectUnitId(),
                new AreaKey(row.getAreaKey()),
                row.getUnitId(),
                row.getChecklistVersionId(),
                row.getInspectorId(),
                Check.State.valueOf(row.getState()),
                outcome == null ? null : Check.Outcome.valueOf(outcome),
                row.getPlace(),
                row.getSubmittedAt(),
                row.getRevision());
    }
}
