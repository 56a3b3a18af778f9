package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.db.Tables.JUDGE;
import static org.anshe.hazard.internal.db.Tables.JUDGEMENT;
import static org.anshe.hazard.internal.db.Tables.MAJOR_REPORT;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.internal.Judgement.Judge;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.Row4;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Collective judgements and the reports of major hazards to the authority. */
@Repository
class JudgementRepository {

    private final DSLContext sql;

    JudgementRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A judgement as it was recorded. */
    record Recorded(
            UUID id,
            LocalDate heldOn,
            Set<String> criteria,
            HazardGrade conclusion,
            String opinion,
            Instant at,
            String by,
            List<Judge> judges) {}

    /** A report to the authority as it was recorded. */
    record MajorReport(
            UUID id,
            String authority,
            LocalDate reportedOn,
            @Nullable String way,
            String causes,
            String degree,
            String plan,
            Instant at,
            String by) {}

    void add(Caller caller, UUID id, UUID hazard, Judgement judgement, HazardGrade conclusion, Instant now) {
        sql.insertInto(JUDGEMENT)
                .set(sql.newRecord(JUDGEMENT)
                        .setId(id)
                        .setHazardId(hazard)
                        .setHeldOn(judgement.heldOn())
                        .setCriteria(judgement.criteria().stream().sorted().toArray(String[]::new))
                        .setConclusion(conclusion.name())
                        .setOpinion(judgement.opinion().strip())
                        .setRecordedAt(now)
                        .setRecordedBy(caller.personId())
                        .setRecordedName(caller.name()))
                .execute();
        List<Row4<UUID, Integer, String, String>> judges = new ArrayList<>();
        for (Judge judge : judgement.judges()) {
            judges.add(DSL.row(id, judges.size() + 1, judge.name().strip(), judge.standing()));
        }
        sql.insertInto(JUDGE, JUDGE.JUDGEMENT_ID, JUDGE.POSITION, JUDGE.NAME, JUDGE.STANDING)
                .valuesOfRows(judges)
                .execute();
    }

    List<Recorded> of(UUID hazard) {
        return sql.select(
                        JUDGEMENT.ID,
                        JUDGEMENT.HELD_ON,
                        JUDGEMENT.CRITERIA.convertFrom(Set::of),
                        JUDGEMENT.CONCLUSION.convertFrom(HazardGrade::valueOf),
                        JUDGEMENT.OPINION,
                        JUDGEMENT.RECORDED_AT,
                        JUDGEMENT.RECORDED_NAME,
                        multiset(select(JUDGE.NAME, JUDGE.STANDING)
                                        .from(JUDGE)
                                        .where(JUDGE.JUDGEMENT_ID.eq(JUDGEMENT.ID))
                                        .orderBy(JUDGE.POSITION))
                                .convertFrom(rows -> rows.map(Records.mapping(Judge::new))))
                .from(JUDGEMENT)
                .where(JUDGEMENT.HAZARD_ID.eq(hazard))
                .orderBy(JUDGEMENT.RECORDED_AT)
                .fetch(Records.mapping(Recorded::new));
    }

    void add(Caller caller, UUID hazard, MajorReport report) {
        sql.insertInto(MAJOR_REPORT)
                .set(sql.newRecord(MAJOR_REPORT)
                        .setId(report.id())
                        .setHazardId(hazard)
                        .setAuthority(report.authority().strip())
                        .setReportedOn(report.reportedOn())
                        .setWay(report.way())
                        .setCauses(report.causes().strip())
                        .setDegree(report.degree().strip())
                        .setPlan(report.plan().strip())
                        .setRecordedAt(report.at())
                        .setRecordedBy(caller.personId())
                        .setRecordedName(caller.name()))
                .execute();
    }

    List<MajorReport> reports(UUID hazard) {
        return sql.select(
                        MAJOR_REPORT.ID,
                        MAJOR_REPORT.AUTHORITY,
                        MAJOR_REPORT.REPORTED_ON,
                        MAJOR_REPORT.WAY,
                        MAJOR_REPORT.CAUSES,
                        MAJOR_REPORT.DEGREE,
                        MAJOR_REPORT.PLAN,
                        MAJOR_REPORT.RECORDED_AT,
                        MAJOR_REPORT.RECORDED_NAME)
                .from(MAJOR_REPORT)
                .where(MAJOR_REPORT.HAZARD_ID.eq(hazard))
                .orderBy(MAJOR_REPORT.RECORDED_AT)
                .fetch(Records.mapping(MajorReport::new));
    }
}
