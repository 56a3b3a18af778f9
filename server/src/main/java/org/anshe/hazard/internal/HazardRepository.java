package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.internal.FiveElements.Funding;
import org.anshe.hazard.internal.FiveElements.Responsible;
import org.anshe.hazard.internal.HazardState.Assigned;
import org.anshe.hazard.internal.HazardState.Closed;
import org.anshe.hazard.internal.HazardState.Confirmed;
import org.anshe.hazard.internal.HazardState.Duplicate;
import org.anshe.hazard.internal.HazardState.FixedOnSpot;
import org.anshe.hazard.internal.HazardState.HandedBack;
import org.anshe.hazard.internal.HazardState.HandedOver;
import org.anshe.hazard.internal.HazardState.LookedBack;
import org.anshe.hazard.internal.HazardState.Rejected;
import org.anshe.hazard.internal.HazardState.Reopened;
import org.anshe.hazard.internal.HazardState.Reported;
import org.anshe.hazard.internal.HazardState.Returned;
import org.anshe.hazard.internal.HazardState.Submitted;
import org.anshe.hazard.internal.db.tables.records.HazardRecord;
import org.anshe.hazard.internal.db.tables.records.StepRecord;
import org.anshe.hazard.internal.db.tables.records.WordingRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.shared.sql.FixedStatement;
import org.anshe.shared.sql.FrequentSql;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The aggregate, its timeline and its numbers. */
@Repository
class HazardRepository {

    private final DSLContext sql;
    private final FrequentSql frequent;
    private final FixedStatement byId;
    private final JsonMapper json;

    HazardRepository(DSLContext sql, FrequentSql frequent, JsonMapper json) {
        this.sql = sql;
        this.frequent = frequent;
        this.byId = frequent.prepare(sql.selectFrom(HAZARD).where(HAZARD.ID.eq(DSL.param("id", HAZARD.ID))));
        this.json = json;
    }

    /** The words of a report, which no later step changes. */
    record Words(String description, @Nullable String place, String reporterName, Instant reportedAt) {}

    /** The next number of the street in the year of this moment; numbers may have gaps. */
    String nextNumber(AreaKey area, Instant at) {
        int year = at.atZone(OfficeTime.ZONE).getYear();
        Long number = sql.select(DSL.field(
                        "hazard.next_number({0}, {1})",
                        Long.class, DSL.val(area.at(AreaLevel.STREET).value()), DSL.val(year)))
                .fetchSingle()
                .value1();
        return "%d-%06d".formatted(year, number);
    }

    Optional<Hazard> find(UUID id) {
        return byId.fetch(id).stream().findFirst().map(row -> HazardRows.hazard(FixedStatement.leading(HAZARD, row)));
    }

    /** The hazard, held until the transaction ends: for what the system does with it on its own. */
    Optional<Hazard> lock(UUID id) {
        return sql.selectFrom(HAZARD).where(HAZARD.ID.eq(id)).forNoKeyUpdate().fetchOptional(HazardRows::hazard);
    }

    /** Two that are judged together: locked in one order, so that nobody judges them the other way round meanwhile. */
    void lockBoth(UUID one, UUID other) {
        sql.select(HAZARD.ID)
                .from(HAZARD)
                .where(HAZARD.ID.in(one, other))
                .orderBy(HAZARD.ID)
                .forNoKeyUpdate()
                .fetch();
    }

    /** Adds a hazard as it was reported; false when there is one under this id already. */
    boolean add(Hazard hazard, Words words) {
        HazardRecord row = new HazardRecord();
        row.setId(hazard.id())
                .setNumber(hazard.identity().number())
                .setAreaKey(hazard.area().value())
                .setDescription(words.description())
                .setDomain(hazard.identity().domain())
                .setSource(hazard.identity().source().name())
                .setSourceId(hazard.identity().sourceId())
                .setObjectId(hazard.identity().objectId())
                .setPlace(words.place())
                .setReporterId(hazard.identity().reporterId())
                .setRepeatOf(hazard.identity().repeatOf())
                .setReporterName(words.reporterName())
                .setReportedAt(words.reportedAt());
        write(row, hazard, words.reportedAt());
        if (!frequent.insertIfNew(row)) {
            return false;
        }
        String text = hazard.identity().number() + " " + words.description()
                + (words.place() == null ? "" : " " + words.place());
        frequent.insert(new WordingRecord().setHazardId(hazard.id()).setText(text));
        return true;
    }

    /** Writes a step's outcome; refused when somebody else took a step since {@code before} was read. */
    void save(Hazard before, Hazard after, HazardAction action, Instant at) {
        HazardRecord row = new HazardRecord().setVersion(after.version());
        write(row, after, at);
        int saved = frequent.update(row, new HazardRecord().setId(before.id()).setVersion(before.version()));
        if (saved == 0) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        switch (action) {
            case RETURN -> count(HAZARD.RETURNED_COUNT, after.id());
            case HAND_BACK -> count(HAZARD.HANDED_BACK_COUNT, after.id());
            case HAND_OVER -> count(HAZARD.HANDED_OVER_COUNT, after.id());
            case REOPEN -> count(HAZARD.REOPENED_COUNT, after.id());
            default -> {}
        }
    }

    private void count(Field<Integer> field, UUID id) {
        sql.update(HAZARD).set(field, field.plus(1)).where(HAZARD.ID.eq(id)).execute();
    }

    void addStep(
            Caller caller, Hazard after, @Nullable HazardState from, HazardAction action, Instant at, Map<?, ?> facts) {
        frequent.insert(new StepRecord()
                .setHazardId(after.id())
                .setSeq(after.version())
                .setAt(at)
                .setActorId(caller.personId())
                .setActorName(caller.name())
                .setAction(action.slug())
                .setFromState(from == null ? null : from.status().name())
                .setToState(after.state().status().name())
                .setFacts(JSONB.valueOf(json.writeValueAsString(facts))));
    }

    private static void write(HazardRecord row, Hazard hazard, Instant at) {
        RunningClock clock = hazard.clock();
        row.setState(hazard.state().status().name())
                .setGrade(hazard.grade().name())
                .setUnitId(hazard.unitId())
                .setRectifiers(hazard.rectifiers().toArray(UUID[]::new))
                .setClock(clock == null ? null : clock.kind().code())
                .setClockSince(clock == null ? null : clock.since())
                .setClockNearAt(clock == null ? null : clock.nearAt())
                .setClockDueAt(clock == null ? null : clock.dueAt())
                .setClockUnit(clock == null ? null : clock.unit().name())
                .setClockPolicyId(clock == null ? null : clock.policyId())
                .setClockPausedAt(clock == null ? null : clock.pausedAt());
        write(row, hazard.handling());
        write(row, hazard.elements());
        write(row, hazard.state(), at);
    }

    private static void write(HazardRecord row, Handling handling) {
        row.setHandledBy(handling.level().name())
                .setOwnLimits(handling.limits().entrySet().stream()
                        .map(limit -> limit.getKey().code() + ":"
                                + limit.getValue().count() + ":"
                                + limit.getValue().of())
                        .toArray(String[]::new))
                .setPending(handling.pending().stream().map(Enum::name).toArray(String[]::new))
                .setExtendedCount(handling.extensions());
    }

    private static void write(HazardRecord row, FiveElements elements) {
        Responsible responsible = elements.responsible();
        row.setMeasure(elements.measure())
                .setResponsibleId(responsible == null ? null : responsible.personId())
                .setResponsibleName(responsible == null ? null : responsible.name())
                .setDueAt(elements.dueAt())
                .setContingency(elements.contingency());
        switch (elements.funding()) {
            case null -> row.setFundingNeeded(null).setFundingAmount(null).setFundingSource(null);
            case Funding.NotNeeded any ->
                row.setFundingNeeded(false).setFundingAmount(null).setFundingSource(null);
            case Funding.Needed needed ->
                row.setFundingNeeded(true).setFundingAmount(needed.amount()).setFundingSource(needed.source());
        }
    }

    /** What only one state says. */
    private static void write(HazardRecord row, HazardState state, Instant at) {
        switch (state) {
            case Reported any -> {}
            case Confirmed any -> row.setConfirmedAt(at).setFixedOnSpot(false).setSubmittedAt(null);
            case Rejected any -> row.setRejectedAt(at);
            case Duplicate duplicate -> row.setDuplicateOf(duplicate.original());
            case Assigned assigned -> row.setAssignedAt(assigned.duty().since());
            case FixedOnSpot any -> row.setFixedOnSpot(true).setSubmittedAt(at);
            case Submitted submitted -> row.setSubmittedAt(submitted.at()).setSubmittedBy(submitted.by());
            case HandedBack any -> row.setAssignedAt(null);
            case HandedOver any -> {}
            case Returned returned -> row.setAssignedAt(returned.duty().since());
            case Closed closed ->
                row.setClosedAt(closed.at()).setClosedBy(closed.by()).setClosedInTime(closed.inTime());
            case LookedBack any -> {}
            case Reopened any -> row.setClosedAt(null).setClosedBy(null).setClosedInTime(null);
        }
    }
}
