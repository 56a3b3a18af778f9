package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.ANSWER;
import static org.anshe.inspection.internal.db.Tables.CHECK;
import static org.anshe.inspection.internal.db.Tables.CHECKLIST;
import static org.anshe.inspection.internal.db.Tables.CHECKLIST_VERSION;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Checks as screens show them: to the unit that checked, to the unit that was checked, and to those above. */
@Repository
public class CheckQueries {

    /** The first of a chain of corrections: when the check was made, and by whom. */
    private static final org.anshe.inspection.internal.db.tables.Check FIRST = CHECK.as("first");

    private final DSLContext sql;
    private final JsonMapper json;
    private final Labels labels;

    CheckQueries(DSLContext sql, JsonMapper json, Labels labels) {
        this.sql = sql;
        this.json = json;
        this.labels = labels;
    }

    /** What to look for; null members do not restrict. Inspector and time are those of the check, not of a correction. */
    public record Filter(
            @Nullable UUID taskId,
            @Nullable UUID objectId,
            @Nullable UUID inspectorId,
            List<AreaRange> areas,
            @Nullable String domain,
            @Nullable Boolean failed,
            @Nullable Instant from,
            @Nullable Instant before) {}

    /**
     * One check.
     *
     * @param inspectorId who wrote this version
     * @param submittedAt when this version was handed in, null while it is a draft
     * @param checkedAt when the check was made: the first version of it handed in
     * @param checkedBy who made it
     */
    public record CheckRow(
            UUID id,
            @Nullable UUID corrects,
            @Nullable String correctionReason,
            @Nullable UUID taskId,
            UUID objectId,
            @Nullable String objectName,
            AreaKey area,
            @Nullable String areaName,
            @Nullable UUID unitId,
            String checklistCode,
            LocalText checklistName,
            int checklistVersion,
            UUID checklistVersionId,
            String domain,
            UUID inspectorId,
            @Nullable String inspectorName,
            Check.State state,
            Check.@Nullable Outcome outcome,
            @Nullable String notPossibleReason,
            @Nullable String place,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable String remark,
            Instant startedAt,
            Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant checkedAt,
            UUID checkedBy,
            @Nullable String checkedByName,
            @Nullable Integer items,
            @Nullable Integer failedItems,
            int revision) {}

    /** An answer with the hazard it opened. */
    public record GivenAnswer(
            Answer answer,
            @Nullable UUID hazardId,
            @Nullable String hazardNumber) {}

    /** Submitted checks, those made last first; what a correction replaced is left out. */
    public Page<CheckRow> list(Caller caller, Filter filter, PageRequest page) {
        Condition condition = CHECK.STATE.eq(Check.State.SUBMITTED.name()).and(matches(filter));
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(FIRST.SUBMITTED_AT, CHECK.ID).lt(cursor.instant(0), cursor.uuid(1)));
        }
        List<? extends Record> rows = base().and(visible(caller.scope()))
                .and(condition)
                .orderBy(FIRST.SUBMITTED_AT.desc(), CHECK.ID.desc())
                .limit(page.limit() + 1)
                .fetch();
        return Page.of(named(rows), page, row -> Cursor.of(String.valueOf(row.checkedAt()), row.id()));
    }

    /** Every state; a draft is seen by its maker alone. */
    public Optional<CheckRow> find(Caller caller, UUID id) {
        Condition own = caller.personId() == null ? DSL.falseCondition() : CHECK.INSPECTOR_ID.eq(caller.personId());
        Condition handedIn = CHECK.STATE.in(Check.State.SUBMITTED.name(), Check.State.SUPERSEDED.name());
        return named(base().and(CHECK.ID.eq(id))
                        .and(visible(caller.scope()).and(handedIn.or(own)))
                        .fetch())
                .stream()
                .findFirst();
    }

    /** The caller's drafts, last saved first. */
    public List<CheckRow> drafts(Caller caller) {
        return named(base().and(visible(caller.scope()))
                .and(CHECK.INSPECTOR_ID.eq(caller.person()))
                .and(CHECK.STATE.eq(Check.State.DRAFT.name()))
                .orderBy(CHECK.SAVED_AT.desc())
                .limit(50)
                .fetch());
    }

    /** What was filled for a task, drafts of others included by name only, oldest first. */
    @WithoutScope("of a task that the caller was seen to be allowed")
    public List<CheckRow> ofTask(UUID task) {
        return named(base().and(CHECK.TASK_ID.eq(task))
                .and(CHECK.STATE.ne(Check.State.DISCARDED.name()))
                .orderBy(CHECK.STARTED_AT)
                .fetch());
    }

    @WithoutScope("of a check that the caller was seen to be allowed")
    public List<GivenAnswer> answers(UUID check) {
        return sql.selectFrom(ANSWER)
                .where(ANSWER.CHECK_ID.eq(check))
                .fetch(row -> new GivenAnswer(CheckRepository.answer(row), row.getHazardId(), row.getHazardNumber()));
    }

    /** The correction that took the place of a check, or is being written. */
    @WithoutScope("of a check that the caller was seen to be allowed")
    public Optional<UUID> correctedBy(UUID check) {
        return sql.select(CHECK.ID)
                .from(CHECK)
                .where(CHECK.CORRECTS.eq(check))
                .and(CHECK.STATE.in(Check.State.SUBMITTED.name(), Check.State.SUPERSEDED.name()))
                .fetchOptional(CHECK.ID);
    }

    private static Condition visible(Scope scope) {
        return ScopeCondition.within(scope, CHECK.AREA_KEY, CHECK.UNIT_ID)
                .or(ScopeCondition.within(scope, CHECK.AREA_KEY, CHECK.OBJECT_UNIT_ID));
    }

    private static Condition matches(Filter filter) {
        Condition condition = DSL.noCondition();
        if (filter.taskId() != null) {
            condition = condition.and(CHECK.TASK_ID.eq(filter.taskId()));
        }
        if (filter.objectId() != null) {
            condition = condition.and(CHECK.OBJECT_ID.eq(filter.objectId()));
        }
        if (filter.inspectorId() != null) {
            condition = condition.and(FIRST.INSPECTOR_ID.eq(filter.inspectorId()));
        }
        if (!filter.areas().isEmpty()) {
            condition = condition.and(AreaCondition.within(filter.areas(), CHECK.AREA_KEY));
        }
        if (filter.domain() != null) {
            condition = condition.and(CHECKLIST_VERSION.DOMAIN.eq(filter.domain()));
        }
        if (filter.failed() != null) {
            condition = condition.and(filter.failed() ? CHECK.FAILED_ITEMS.gt(0) : CHECK.FAILED_ITEMS.eq(0));
        }
        if (filter.from() != null) {
            condition = condition.and(FIRST.SUBMITTED_AT.ge(filter.from()));
        }
        return filter.before() == null ? condition : condition.and(FIRST.SUBMITTED_AT.lt(filter.before()));
    }

    private SelectConditionStep<? extends Record> base() {
        return sql.select(
                        CHECK.asterisk(),
                        FIRST.SUBMITTED_AT,
                        FIRST.INSPECTOR_ID,
                        CHECKLIST.CODE,
                        CHECKLIST_VERSION.NAMES,
                        CHECKLIST_VERSION.VERSION,
                        CHECKLIST_VERSION.DOMAIN)
                .from(CHECK)
                .join(FIRST)
                .on(FIRST.ID.eq(CHECK.ROOT_ID))
                .join(CHECKLIST_VERSION)
                .on(CHECKLIST_VERSION.ID.eq(CHECK.CHECKLIST_VERSION_ID))
                .join(CHECKLIST)
                .on(CHECKLIST.ID.eq(CHECKLIST_VERSION.CHECKLIST_ID))
                .where(DSL.noCondition());
    }

    private List<CheckRow> named(List<? extends Record> rows) {
        Map<UUID, RegisterObject> objects = labels.objects(Labels.keys(rows, row -> row.get(CHECK.OBJECT_ID)));
        Map<AreaKey, String> areas = labels.areas(Labels.keys(rows, row -> new AreaKey(row.get(CHECK.AREA_KEY))));
        Set<UUID> named = new HashSet<>(Labels.keys(rows, row -> row.get(CHECK.INSPECTOR_ID)));
        named.addAll(Labels.keys(rows, row -> row.get(FIRST.INSPECTOR_ID)));
        Map<UUID, String> people = labels.people(named);
        return rows.stream().map(row -> row(row, objects, areas, people)).toList();
    }

    private CheckRow row(
            Record row, Map<UUID, RegisterObject> objects, Map<AreaKey, String> areas, Map<UUID, String> people) {
        RegisterObject object = objects.get(row.get(CHECK.OBJECT_ID));
        AreaKey area = new AreaKey(row.get(CHECK.AREA_KEY));
        String outcome = row.get(CHECK.OUTCOME);
        return new CheckRow(
                row.get(CHECK.ID),
                row.get(CHECK.CORRECTS),
                row.get(CHECK.CORRECTION_REASON),
                row.get(CHECK.TASK_ID),
                row.get(CHECK.OBJECT_ID),
                object == null ? null : object.name(),
                area,
                areas.get(area),
                row.get(CHECK.UNIT_ID),
                row.get(CHECKLIST.CODE),
                json.readValue(row.get(CHECKLIST_VERSION.NAMES).data(), LocalText.class),
                row.get(CHECKLIST_VERSION.VERSION),
                row.get(CHECK.CHECKLIST_VERSION_ID),
                row.get(CHECKLIST_VERSION.DOMAIN),
                row.get(CHECK.INSPECTOR_ID),
                people.get(row.get(CHECK.INSPECTOR_ID)),
                Check.State.valueOf(row.get(CHECK.STATE)),
                outcome == null ? null : Check.Outcome.valueOf(outcome),
                row.get(CHECK.NOT_POSSIBLE_REASON),
                row.get(CHECK.PLACE),
                row.get(CHECK.LONGITUDE),
                row.get(CHECK.LATITUDE),
                row.get(CHECK.REMARK),
                row.get(CHECK.STARTED_AT),
                row.get(CHECK.SAVED_AT),
                row.get(CHECK.SUBMITTED_AT),
                row.get(FIRST.SUBMITTED_AT),
                row.get(FIRST.INSPECTOR_ID),
                people.get(row.get(FIRST.INSPECTOR_ID)),
                row.get(CHECK.ITEMS),
                row.get(CHECK.FAILED_ITEMS),
                row.get(CHECK.REVISION));
    }
}
