package org.anshe.campaign.internal.measures;

import static org.anshe.campaign.internal.db.Tables.MEASURE;
import static org.anshe.campaign.internal.db.Tables.MEASURE_HAZARD;
import static org.anshe.campaign.internal.db.Tables.MEASURE_STEP;
import static org.anshe.campaign.internal.db.Tables.MEASURE_TEXT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.campaign.internal.db.tables.records.MeasureTextRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Measures with their texts, the problems they answer and what happened to them. */
@Repository
class MeasureRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    MeasureRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<MeasureRow> find(UUID id) {
        return sql.selectFrom(MEASURE).where(MEASURE.ID.eq(id)).fetchOptional(row -> row(json, row));
    }

    /** The measure, locked: its changes come one after another. */
    Optional<MeasureRow> findForUpdate(UUID id) {
        return sql.selectFrom(MEASURE).where(MEASURE.ID.eq(id)).forUpdate().fetchOptional(row -> row(json, row));
    }

    /** False when there is one under this id. */
    boolean add(MeasureRow measure) {
        return sql.insertInto(MEASURE)
                        .set(MEASURE.ID, measure.id())
                        .set(MEASURE.AREA_KEY, measure.area().value())
                        .set(MEASURE.UNIT_ID, measure.unitId())
                        .set(MEASURE.KIND, measure.kind().name())
                        .set(MEASURE.DOMAIN, measure.domain())
                        .set(MEASURE.LIST_ID, measure.listId())
                        .set(
                                MEASURE.ORIGIN,
                                measure.origin().isEmpty()
                                        ? null
                                        : JSONB.valueOf(json.writeValueAsString(measure.origin())))
                        .set(MEASURE.STATE, measure.state().name())
                        .set(MEASURE.NTH_DRAFT, measure.nthDraft())
                        .set(MEASURE.TITLE, measure.title())
                        .set(MEASURE.CREATED_AT, measure.createdAt())
                        .set(MEASURE.CREATED_BY_NAME, measure.createdByName())
                        .onConflict(MEASURE.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Writes everything that changes in the life of a measure. */
    void save(MeasureRow measure) {
        sql.update(MEASURE)
                .set(MEASURE.UNIT_ID, measure.unitId())
                .set(MEASURE.KIND, measure.kind().name())
                .set(MEASURE.DOMAIN, measure.domain())
                .set(MEASURE.LIST_ID, measure.listId())
                .set(MEASURE.STATE, measure.state().name())
                .set(MEASURE.NTH_IN_FORCE, measure.nthInForce())
                .set(MEASURE.NTH_DRAFT, measure.nthDraft())
                .set(MEASURE.TITLE, measure.title())
                .set(MEASURE.NUMBER, measure.number())
                .set(MEASURE.ISSUED_ON, measure.issuedOn())
                .set(MEASURE.ENDED_ON, measure.endedOn())
                .set(MEASURE.END_REASON, measure.endReason())
                .set(MEASURE.VERSION, measure.version() + 1)
                .where(MEASURE.ID.eq(measure.id()))
                .execute();
    }

    void addText(UUID measure, UUID unit, MeasureText text) {
        sql.insertInto(MEASURE_TEXT)
                .set(MEASURE_TEXT.MEASURE_ID, measure)
                .set(MEASURE_TEXT.NTH, text.nth())
                .set(MEASURE_TEXT.FILES_ID, text.filesId())
                .set(MEASURE_TEXT.TITLE, text.title())
                .set(MEASURE_TEXT.BODY, text.body())
                .set(MEASURE_TEXT.REVISES, text.revises())
                .set(MEASURE_TEXT.STATE, text.state().name())
                .set(MEASURE_TEXT.UNIT_ID, unit)
                .execute();
    }

    void saveText(UUID measure, UUID unit, MeasureText text) {
        sql.update(MEASURE_TEXT)
                .set(MEASURE_TEXT.TITLE, text.title())
                .set(MEASURE_TEXT.BODY, text.body())
                .set(MEASURE_TEXT.REVISES, text.revises())
                .set(MEASURE_TEXT.STATE, text.state().name())
                .set(MEASURE_TEXT.UNIT_ID, unit)
                .set(MEASURE_TEXT.NUMBER, text.number())
                .set(MEASURE_TEXT.ISSUED_ON, text.issuedOn())
                .set(MEASURE_TEXT.EFFECTIVE_ON, text.effectiveOn())
                .set(MEASURE_TEXT.ISSUED_AT, text.issuedAt())
                .set(MEASURE_TEXT.ISSUED_BY_NAME, text.issuedByName())
                .set(MEASURE_TEXT.SHA256, text.sha256())
                .where(MEASURE_TEXT.MEASURE_ID.eq(measure))
                .and(MEASURE_TEXT.NTH.eq(text.nth()))
                .execute();
    }

    /** Newest text first. */
    List<MeasureText> texts(UUID measure) {
        return sql.selectFrom(MEASURE_TEXT)
                .where(MEASURE_TEXT.MEASURE_ID.eq(measure))
                .orderBy(MEASURE_TEXT.NTH.desc())
                .fetch(MeasureRepository::text);
    }

    Set<UUID> hazards(UUID measure) {
        return sql.select(MEASURE_HAZARD.HAZARD_ID)
                .from(MEASURE_HAZARD)
                .where(MEASURE_HAZARD.MEASURE_ID.eq(measure))
                .fetchSet(MEASURE_HAZARD.HAZARD_ID);
    }

    void answer(UUID measure, Collection<UUID> hazards) {
        sql.deleteFrom(MEASURE_HAZARD)
                .where(MEASURE_HAZARD.MEASURE_ID.eq(measure))
                .execute();
        for (UUID hazard : hazards) {
            sql.insertInto(MEASURE_HAZARD, MEASURE_HAZARD.MEASURE_ID, MEASURE_HAZARD.HAZARD_ID)
                    .values(measure, hazard)
                    .execute();
        }
    }

    void step(UUID measure, MeasureAction action, int nth, @Nullable String words, Instant at, Caller by) {
        Integer last = sql.select(DSL.max(MEASURE_STEP.SEQ))
                .from(MEASURE_STEP)
                .where(MEASURE_STEP.MEASURE_ID.eq(measure))
                .fetchSingle()
                .value1();
        sql.insertInto(MEASURE_STEP)
                .set(MEASURE_STEP.MEASURE_ID, measure)
                .set(MEASURE_STEP.SEQ, last == null ? 1 : last + 1)
                .set(MEASURE_STEP.ACTION, action.name())
                .set(MEASURE_STEP.NTH, nth)
                .set(MEASURE_STEP.WORDS, words)
                .set(MEASURE_STEP.AT, at)
                .set(MEASURE_STEP.BY_NAME, by.name())
                .execute();
    }

    record Step(MeasureAction action, int nth, @Nullable String words, Instant at, String byName) {}

    /** Newest step first. */
    List<Step> steps(UUID measure) {
        return sql.selectFrom(MEASURE_STEP)
                .where(MEASURE_STEP.MEASURE_ID.eq(measure))
                .orderBy(MEASURE_STEP.SEQ.desc())
                .fetch(row -> new Step(
                        MeasureAction.valueOf(row.getAction()),
                        row.getNth(),
                        row.getWords(),
                        row.getAt(),
                        row.getByName()));
    }

    private static MeasureText text(MeasureTextRecord row) {
        return new MeasureText(
                row.getNth(),
                row.getFilesId(),
                row.getTitle(),
                row.getBody(),
                row.getRevises(),
                MeasureText.State.valueOf(row.getState()),
                row.getNumber(),
                row.getIssuedOn(),
                row.getEffectiveOn(),
                row.getIssuedAt(),
                row.getIssuedByName(),
                row.getSha256());
    }

    static MeasureRow row(JsonMapper json, Record row) {
        JSONB origin = row.get(MEASURE.ORIGIN);
        LocalDate ended = row.get(MEASURE.ENDED_ON);
        return new MeasureRow(
                row.get(MEASURE.ID),
                new AreaKey(row.get(MEASURE.AREA_KEY)),
                row.get(MEASURE.UNIT_ID),
                MeasureKind.valueOf(row.get(MEASURE.KIND)),
                row.get(MEASURE.DOMAIN),
                row.get(MEASURE.LIST_ID),
                origin == null ? Map.of() : json.readValue(origin.data(), new TypeReference<Map<String, String>>() {}),
                MeasureState.valueOf(row.get(MEASURE.STATE)),
                row.get(MEASURE.NTH_IN_FORCE),
                row.get(MEASURE.NTH_DRAFT),
                row.get(MEASURE.TITLE),
                row.get(MEASURE.NUMBER),
                row.get(MEASURE.ISSUED_ON),
                row.get(MEASURE.CREATED_AT),
                row.get(MEASURE.CREATED_BY_NAME),
                ended,
                row.get(MEASURE.END_REASON),
                row.get(MEASURE.VERSION));
    }
}
