package org.anshe.enforcement.internal;

import static org.anshe.enforcement.internal.db.Tables.CASE_TRANSFER;
import static org.anshe.enforcement.internal.db.Tables.ILLEGAL_CASE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.CaseOutcome;
import org.anshe.enforcement.CaseStatus;
import org.anshe.enforcement.internal.db.tables.records.IllegalCaseRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Cases as use cases change them, and their transfers. */
@Repository
class CaseRepository {

    private final DSLContext sql;

    CaseRepository(DSLContext sql) {
        this.sql = sql;
    }

    String nextNumber(AreaKey area, LocalDate day) {
        return JointActionRepository.number(sql, "aj", area, day);
    }

    Optional<IllegalCase> find(UUID id) {
        return sql.selectFrom(ILLEGAL_CASE).where(ILLEGAL_CASE.ID.eq(id)).fetchOptional(CaseRepository::illegalCase);
    }

    /** Those of them that wait for a department's answer, by id. */
    Map<UUID, IllegalCase> waiting(Collection<UUID> ids) {
        return sql.selectFrom(ILLEGAL_CASE)
                .where(ILLEGAL_CASE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(ILLEGAL_CASE.STATE.eq(CaseStatus.TRANSFERRED.name()))
                .fetchMap(ILLEGAL_CASE.ID, CaseRepository::illegalCase);
    }

    /** False when the id is taken. */
    boolean add(Caller caller, String number, OpenCase.Found found, @Nullable UUID unit, Instant now) {
        return sql.insertInto(ILLEGAL_CASE)
                        .set(sql.newRecord(ILLEGAL_CASE)
                                .setId(found.id())
                                .setNumber(number)
                                .setAreaKey(found.area().value())
                                .setDomain(found.domain())
                                .setAct(found.act().strip())
                                .setClause(Facts.text(found.clause()))
                                .setPlace(Facts.text(found.place()))
                                .setObjectId(found.objectId())
                                .setParty(Facts.text(found.party()))
                                .setFoundOn(found.foundOn())
                                .setHazardId(found.hazardId())
                                .setActionId(found.actionId())
                                .setUnitId(unit)
                                .setCreatedBy(caller.personId())
                                .setCreatedName(caller.name())
                                .setCreatedAt(now))
                        .onConflict(ILLEGAL_CASE.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** @param unit the department */
    void send(Caller caller, IllegalCase before, UUID unit, String reason, Instant now, EnforcementTerms.Term answer) {
        int nth = before.transfers() + 1;
        advance(before, CaseStatus.TRANSFERRED, Map.of(ILLEGAL_CASE.TO_UNIT_ID, unit, ILLEGAL_CASE.TRANSFERS, nth));
        sql.insertInto(CASE_TRANSFER)
                .set(sql.newRecord(CASE_TRANSFER)
                        .setCaseId(before.id())
                        .setNth(nth)
                        .setFromUnitId(before.unitId())
                        .setToUnitId(unit)
                        .setReason(reason.strip())
                        .setSentAt(now)
                        .setSentBy(caller.personId())
                        .setSentName(caller.name())
                        .setNearAt(answer.nearAt())
                        .setAnswerDueAt(answer.dueAt()))
                .execute();
    }

    /** Who sent the transfer that waits for an answer; empty when it was the system. */
    Optional<UUID> sender(UUID id) {
        return sql.select(CASE_TRANSFER.SENT_BY)
                .from(CASE_TRANSFER)
                .where(CASE_TRANSFER.CASE_ID.eq(id))
                .and(CASE_TRANSFER.STATE.eq("OFFERED"))
                .fetchOptional(CASE_TRANSFER.SENT_BY);
    }

    void accept(Caller caller, IllegalCase before, @Nullable String note, Instant now) {
        advance(before, CaseStatus.ACCEPTED, Map.of());
        answer(caller, before, "ACCEPTED", note, now);
    }

    /** The unit that found it has it again. */
    void refuse(Caller caller, IllegalCase before, String reason, Instant now) {
        Map<Field<?>, Object> back = new LinkedHashMap<>();
        back.put(ILLEGAL_CASE.TO_UNIT_ID, null);
        advance(before, CaseStatus.REFUSED, back);
        answer(caller, before, "REFUSED", reason.strip(), now);
    }

    void conclude(
            IllegalCase before,
            LocalDate day,
            Set<CaseOutcome> outcomes,
            @Nullable BigDecimal fine,
            @Nullable String note) {
        Map<Field<?>, Object> fields = new LinkedHashMap<>();
        fields.put(ILLEGAL_CASE.CONCLUDED_ON, day);
        fields.put(
                ILLEGAL_CASE.OUTCOMES,
                outcomes.stream().sorted().map(Enum::name).toArray(String[]::new));
        fields.put(ILLEGAL_CASE.FINE, fine);
        fields.put(ILLEGAL_CASE.OUTCOME_NOTE, note);
        advance(before, CaseStatus.CONCLUDED, fields);
    }

    void expose(IllegalCase before, LocalDate day, String where) {
        advance(
                before,
                CaseStatus.CONCLUDED,
                Map.of(ILLEGAL_CASE.EXPOSED_ON, day, ILLEGAL_CASE.EXPOSED_AT, where.strip()));
    }

    private void answer(Caller caller, IllegalCase before, String state, @Nullable String words, Instant now) {
        sql.update(CASE_TRANSFER)
                .set(CASE_TRANSFER.STATE, state)
                .set(CASE_TRANSFER.ANSWERED_AT, now)
                .set(CASE_TRANSFER.ANSWERED_NAME, caller.name())
                .set(CASE_TRANSFER.ANSWER, words)
                .where(CASE_TRANSFER.CASE_ID.eq(before.id()))
                .and(CASE_TRANSFER.STATE.eq("OFFERED"))
                .execute();
    }

    private void advance(IllegalCase before, CaseStatus state, Map<? extends Field<?>, ?> fields) {
        int changed = sql.update(ILLEGAL_CASE)
                .set(ILLEGAL_CASE.VERSION, before.version() + 1)
                .set(ILLEGAL_CASE.STATE, state.name())
                .set(fields)
                .where(ILLEGAL_CASE.ID.eq(before.id()))
                .and(ILLEGAL_CASE.VERSION.eq(before.version()))
                .execute();
        if (changed == 0) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
    }

    static IllegalCase illegalCase(IllegalCaseRecord row) {
        return new IllegalCase(
                row.getId(),
                row.getNumber(),
                new AreaKey(row.getAreaKey()),
                row.getDomain(),
                row.getAct(),
                row.getFoundOn(),
                row.getUnitId(),
                row.getToUnitId(),
                CaseStatus.valueOf(row.getState()),
                row.getVersion(),
                row.getTransfers(),
                row.getConcludedOn(),
                row.getExposedOn());
    }
}
