package org.anshe.enforcement.internal;

import static org.anshe.enforcement.internal.db.Tables.JOINT_ACTION;
import static org.anshe.enforcement.internal.db.Tables.JOINT_ACTION_HAZARD;
import static org.anshe.enforcement.internal.db.Tables.JOINT_ACTION_PLACE;
import static org.anshe.enforcement.internal.db.Tables.JOINT_ACTION_UNIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.enforcement.JointActionKind;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.UnitAnswer;
import org.anshe.enforcement.internal.JointAction.Part;
import org.anshe.enforcement.internal.db.tables.records.JointActionRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Joint actions as use cases change them. */
@Repository
class JointActionRepository {

    private final DSLContext sql;

    JointActionRepository(DSLContext sql) {
        this.sql = sql;
    }

    String nextNumber(AreaKey area, LocalDate day) {
        return number(sql, "lh", area, day);
    }

    /** @param kind letters before the number: lh (联合) or aj (案件) */
    static String number(DSLContext sql, String kind, AreaKey area, LocalDate day) {
        Long number = sql.select(DSL.field(
                        "enforcement.next_number({0}, {1}, {2})",
                        Long.class,
                        DSL.val(kind),
                        DSL.val(area.at(AreaLevel.STREET).value()),
                        DSL.val(day.getYear())))
                .fetchSingle()
                .value1();
        return "%s%d-%04d".formatted(kind.toUpperCase(Locale.ROOT), day.getYear(), number);
    }

    Optional<JointAction> find(UUID id) {
        return sql.selectFrom(JOINT_ACTION).where(JOINT_ACTION.ID.eq(id)).fetchOptional(this::action);
    }

    /**
     * Feedback that is still owed.
     *
     * @param unitId who owes it; null where it is told of all of them together
     * @param leader the unit that leads the action
     */
    record Owing(
            UUID actionId,
            String title,
            AreaKey area,
            @Nullable UUID unitId,
            UUID leader) {

        Owing withoutUnit() {
            return new Owing(actionId, title, area, null, leader);
        }
    }

    /** Those of the units' parts whose feedback is still missing, by their ids. */
    Map<UUID, Owing> owing(Collection<UUID> parts) {
        return sql.select(
                        JOINT_ACTION_UNIT.ID,
                        JOINT_ACTION.ID,
                        JOINT_ACTION.TITLE,
                        JOINT_ACTION.AREA_KEY,
                        JOINT_ACTION_UNIT.UNIT_ID,
                        JOINT_ACTION.UNIT_ID)
                .from(JOINT_ACTION_UNIT)
                .join(JOINT_ACTION)
                .on(JOINT_ACTION.ID.eq(JOINT_ACTION_UNIT.ACTION_ID))
                .where(JOINT_ACTION_UNIT.ID.eq(DSL.any(parts.toArray(UUID[]::new))))
                .and(JOINT_ACTION.STATE.eq(JointActionStatus.FEEDBACK_DUE.name()))
                .and(JOINT_ACTION_UNIT.FEEDBACK.isNull())
                .fetchMap(
                        JOINT_ACTION_UNIT.ID,
                        row -> new Owing(
                                row.get(JOINT_ACTION.ID),
                                row.get(JOINT_ACTION.TITLE),
                                new AreaKey(row.get(JOINT_ACTION.AREA_KEY)),
                                row.get(JOINT_ACTION_UNIT.UNIT_ID),
                                row.get(JOINT_ACTION.UNIT_ID)));
    }

    /** False when the id is taken. */
    boolean add(Caller caller, UUID id, String number, JointActionContent content, Instant now) {
        int added = sql.insertInto(JOINT_ACTION)
                .set(record(content))
                .set(JOINT_ACTION.ID, id)
                .set(JOINT_ACTION.NUMBER, number)
                .set(JOINT_ACTION.CREATED_BY, caller.personId())
                .set(JOINT_ACTION.CREATED_NAME, caller.name())
                .set(JOINT_ACTION.CREATED_AT, now)
                .onConflict(JOINT_ACTION.ID)
                .doNothing()
                .execute();
        if (added == 0) {
            return false;
        }
        addUnit(id, content.unitId(), UnitAnswer.LEADING);
        content.unitIds().forEach(unit -> addUnit(id, unit, UnitAnswer.INVITED));
        addPlaces(id, content);
        return true;
    }

    /** The leading unit stays, and units that stay keep their answers. */
    void change(JointAction before, JointActionContent content) {
        UUID id = before.id();
        advance(before, fields(record(content)));
        Set<UUID> known = before.parts().stream().map(Part::unitId).collect(Collectors.toSet());
        sql.deleteFrom(JOINT_ACTION_UNIT)
                .where(JOINT_ACTION_UNIT.ACTION_ID.eq(id))
                .and(JOINT_ACTION_UNIT.UNIT_ID.notIn(content.unitIds()))
                .and(JOINT_ACTION_UNIT.ANSWER.ne(UnitAnswer.LEADING.name()))
                .execute();
        content.unitIds().stream()
                .filter(unit -> !known.contains(unit))
                .forEach(unit -> addUnit(id, unit, UnitAnswer.INVITED));
        sql.deleteFrom(JOINT_ACTION_PLACE)
                .where(JOINT_ACTION_PLACE.ACTION_ID.eq(id))
                .execute();
        addPlaces(id, content);
    }

    /** Writes fields and the next version; refuses when somebody else took a step since. */
    void advance(JointAction before, Map<? extends Field<?>, ?> fields) {
        int changed = sql.update(JOINT_ACTION)
                .set(JOINT_ACTION.VERSION, before.version() + 1)
                .set(fields)
                .where(JOINT_ACTION.ID.eq(before.id()))
                .and(JOINT_ACTION.VERSION.eq(before.version()))
                .execute();
        if (changed == 0) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
    }

    void cancel(JointAction before, String reason) {
        advance(
                before,
                Map.of(
                        JOINT_ACTION.STATE,
                        JointActionStatus.CANCELLED.name(),
                        JOINT_ACTION.CANCEL_REASON,
                        reason.strip()));
    }

    void hold(JointAction before, LocalDate day, String summary) {
        advance(
                before,
                Map.of(
                        JOINT_ACTION.STATE,
                        JointActionStatus.HELD.name(),
                        JOINT_ACTION.HELD_ON,
                        day,
                        JOINT_ACTION.SUMMARY,
                        summary.strip()));
    }

    void askFeedback(JointAction before, LocalDate by) {
        advance(
                before,
                Map.of(JOINT_ACTION.STATE, JointActionStatus.FEEDBACK_DUE.name(), JOINT_ACTION.FEEDBACK_DUE_ON, by));
    }

    void conclude(JointAction before, String conclusion, @Nullable String missing, Instant now) {
        advance(
                before,
                Map.of(
                        JOINT_ACTION.STATE,
                        JointActionStatus.CONCLUDED.name(),
                        JOINT_ACTION.CONCLUSION,
                        conclusion.strip(),
                        JOINT_ACTION.CONCLUDED_AT,
                        now));
        if (missing != null) {
            sql.update(JOINT_ACTION)
                    .set(JOINT_ACTION.MISSING_REASON, missing)
                    .where(JOINT_ACTION.ID.eq(before.id()))
                    .execute();
        }
    }

    void answer(Caller caller, Part part, UnitAnswer answer, @Nullable String reason, Instant now) {
        sql.update(JOINT_ACTION_UNIT)
                .set(JOINT_ACTION_UNIT.ANSWER, answer.name())
                .set(JOINT_ACTION_UNIT.REASON, reason)
                .set(JOINT_ACTION_UNIT.ANSWERED_AT, now)
                .set(JOINT_ACTION_UNIT.ANSWERED_NAME, caller.name())
                .where(JOINT_ACTION_UNIT.ID.eq(part.id()))
                .execute();
    }

    /** @param people null for a unit that did not come */
    void present(Part part, @Nullable Integer people, @Nullable String names) {
        sql.update(JOINT_ACTION_UNIT)
                .set(JOINT_ACTION_UNIT.TOOK_PART, people != null)
                .set(JOINT_ACTION_UNIT.PEOPLE, people)
                .set(JOINT_ACTION_UNIT.PEOPLE_NAMES, names)
                .where(JOINT_ACTION_UNIT.ID.eq(part.id()))
                .execute();
    }

    void feedBack(Caller caller, Part part, String feedback, Instant now) {
        sql.update(JOINT_ACTION_UNIT)
                .set(JOINT_ACTION_UNIT.FEEDBACK, feedback.strip())
                .set(JOINT_ACTION_UNIT.FEEDBACK_AT, now)
                .set(JOINT_ACTION_UNIT.FEEDBACK_NAME, caller.name())
                .where(JOINT_ACTION_UNIT.ID.eq(part.id()))
                .execute();
    }

    /** False when it is linked already. */
    boolean link(Caller caller, UUID action, UUID hazard, Instant now) {
        return sql.insertInto(JOINT_ACTION_HAZARD)
                        .set(JOINT_ACTION_HAZARD.ACTION_ID, action)
                        .set(JOINT_ACTION_HAZARD.HAZARD_ID, hazard)
                        .set(JOINT_ACTION_HAZARD.LINKED_AT, now)
                        .set(JOINT_ACTION_HAZARD.LINKED_NAME, caller.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean unlink(UUID action, UUID hazard) {
        return sql.deleteFrom(JOINT_ACTION_HAZARD)
                        .where(JOINT_ACTION_HAZARD.ACTION_ID.eq(action))
                        .and(JOINT_ACTION_HAZARD.HAZARD_ID.eq(hazard))
                        .execute()
                == 1;
    }

    private void addUnit(UUID action, UUID unit, UnitAnswer answer) {
        sql.insertInto(JOINT_ACTION_UNIT)
                .set(JOINT_ACTION_UNIT.ID, Ids.next())
                .set(JOINT_ACTION_UNIT.ACTION_ID, action)
                .set(JOINT_ACTION_UNIT.UNIT_ID, unit)
                .set(JOINT_ACTION_UNIT.ANSWER, answer.name())
                .execute();
    }

    private void addPlaces(UUID id, JointActionContent content) {
        for (int i = 0; i < content.places().size(); i++) {
            JointActionContent.Place place = content.places().get(i);
            sql.insertInto(JOINT_ACTION_PLACE)
                    .set(JOINT_ACTION_PLACE.ACTION_ID, id)
                    .set(JOINT_ACTION_PLACE.POSITION, i)
                    .set(JOINT_ACTION_PLACE.OBJECT_ID, place.objectId())
                    .set(JOINT_ACTION_PLACE.WORDS, place.words())
                    .execute();
        }
    }

    private static JointActionRecord record(JointActionContent content) {
        JointActionRecord row = new JointActionRecord();
        row.setKind(content.kind().name());
        row.setTitle(content.title().strip());
        row.setPlan(Facts.text(content.plan()));
        row.setAreaKey(content.area().value());
        row.setUnitId(content.unitId());
        row.setPlannedFrom(content.plannedFrom());
        row.setPlannedTo(content.plannedTo());
        return row;
    }

    private static Map<Field<?>, Object> fields(JointActionRecord row) {
        Map<Field<?>, Object> fields = new LinkedHashMap<>();
        for (Field<?> field : row.fields()) {
            if (row.touched(field)) {
                fields.put(field, row.get(field));
            }
        }
        return fields;
    }

    JointAction action(JointActionRecord row) {
        return new JointAction(
                row.getId(),
                row.getNumber(),
                JointActionKind.valueOf(row.getKind()),
                row.getTitle(),
                new AreaKey(row.getAreaKey()),
                row.getUnitId(),
                row.getPlannedFrom(),
                row.getPlannedTo(),
                JointActionStatus.valueOf(row.getState()),
                row.getVersion(),
                row.getHeldOn(),
                sql.selectFrom(JOINT_ACTION_UNIT)
                        .where(JOINT_ACTION_UNIT.ACTION_ID.eq(row.getId()))
                        .orderBy(JOINT_ACTION_UNIT.ID)
                        .fetch(unit -> new Part(
                                unit.getId(),
                                unit.getUnitId(),
                                UnitAnswer.valueOf(unit.getAnswer()),
                                Boolean.TRUE.equals(unit.getTookPart()),
                                unit.getFeedback() != null)));
    }
}
