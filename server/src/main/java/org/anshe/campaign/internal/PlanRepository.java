package org.anshe.campaign.internal;

import static org.anshe.campaign.internal.db.Tables.CAMPAIGN_;
import static org.anshe.campaign.internal.db.Tables.PLAN_DOCUMENT;
import static org.anshe.campaign.internal.db.Tables.PLAN_PARAGRAPH;
import static org.anshe.campaign.internal.db.Tables.PLAN_WARNING;
import static org.anshe.campaign.internal.db.Tables.UNIT_MAPPING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anshe.campaign.internal.reading.PlanDocument;
import org.anshe.campaign.internal.reading.PlanReading;
import org.anshe.shared.AreaKey;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Plan documents with their paragraphs, warnings and what their unit names mean. */
@Repository
class PlanRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    PlanRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds a document; false when its id is there already. */
    boolean add(PlanRow plan, List<PlanDocument.Paragraph> paragraphs) {
        int added = sql.insertInto(PLAN_DOCUMENT)
                .set(PLAN_DOCUMENT.ID, plan.id())
                .set(PLAN_DOCUMENT.TITLE, plan.title())
                .set(PLAN_DOCUMENT.FILE_NAME, plan.fileName())
                .set(PLAN_DOCUMENT.FORMAT, plan.format())
                .set(PLAN_DOCUMENT.ATTACHMENT_ID, plan.attachmentId())
                .set(PLAN_DOCUMENT.AREA_KEY, plan.area().value())
                .set(PLAN_DOCUMENT.UPLOADED_BY, plan.uploadedBy())
                .set(PLAN_DOCUMENT.UPLOADED_BY_NAME, plan.uploadedByName())
                .set(PLAN_DOCUMENT.UPLOADED_AT, plan.uploadedAt())
                .set(PLAN_DOCUMENT.READ_AT, plan.readAt())
                .set(PLAN_DOCUMENT.READER_VERSION, plan.readerVersion())
                .set(PLAN_DOCUMENT.STATE, plan.state().name())
                .onConflict(PLAN_DOCUMENT.ID)
                .doNothing()
                .execute();
        if (added == 0) {
            return false;
        }
        if (!paragraphs.isEmpty()) {
            sql.batch(sql.insertInto(PLAN_PARAGRAPH)
                            .columns(
                                    PLAN_PARAGRAPH.DOCUMENT_ID,
                                    PLAN_PARAGRAPH.LINE,
                                    PLAN_PARAGRAPH.TEXT,
                                    PLAN_PARAGRAPH.PAGE,
                                    PLAN_PARAGRAPH.HEADING_LEVEL)
                            .values((UUID) null, null, null, null, null))
                    .bind(paragraphs.stream()
                            .map(paragraph -> new @Nullable Object[] {
                                plan.id(),
                                paragraph.line(),
                                paragraph.text(),
                                paragraph.page(),
                                paragraph.headingLevel()
                            })
                            .toArray(Object[][]::new))
                    .execute();
        }
        return true;
    }

    void replaceWarnings(UUID document, List<PlanReading.Warning> warnings) {
        sql.deleteFrom(PLAN_WARNING)
                .where(PLAN_WARNING.DOCUMENT_ID.eq(document))
                .execute();
        if (warnings.isEmpty()) {
            return;
        }
        sql.batch(sql.insertInto(PLAN_WARNING)
                        .columns(
                                PLAN_WARNING.DOCUMENT_ID,
                                PLAN_WARNING.POSITION,
                                PLAN_WARNING.KIND,
                                PLAN_WARNING.LINE,
                                PLAN_WARNING.START_AT,
                                PLAN_WARNING.END_AT,
                                PLAN_WARNING.FACTS)
                        .values((UUID) null, null, null, null, null, null, null))
                .bind(IntStream.range(0, warnings.size())
                        .mapToObj(i -> values(document, i, warnings.get(i)))
                        .toArray(Object[][]::new))
                .execute();
    }

    private Object[] values(UUID document, int position, PlanReading.Warning warning) {
        return new Object[] {
            document,
            position,
            warning.kind().name(),
            warning.source().line(),
            warning.source().start(),
            warning.source().end(),
            JSONB.valueOf(json.writeValueAsString(warning.facts()))
        };
    }

    Optional<PlanRow> find(UUID id) {
        return sql.selectFrom(PLAN_DOCUMENT).where(PLAN_DOCUMENT.ID.eq(id)).fetchOptional(PlanRepository::row);
    }

    /** The document, locked until the end of the transaction: decisions about one document come one after another. */
    Optional<PlanRow> findForUpdate(UUID id) {
        return sql.selectFrom(PLAN_DOCUMENT)
                .where(PLAN_DOCUMENT.ID.eq(id))
                .forUpdate()
                .fetchOptional(PlanRepository::row);
    }

    List<PlanDocument.Paragraph> paragraphs(UUID document) {
        return sql.selectFrom(PLAN_PARAGRAPH)
                .where(PLAN_PARAGRAPH.DOCUMENT_ID.eq(document))
                .orderBy(PLAN_PARAGRAPH.LINE)
                .fetch(row ->
                        new PlanDocument.Paragraph(row.getLine(), row.getText(), row.getPage(), row.getHeadingLevel()));
    }

    /** Marks the document as changed and returns its new version. */
    int touch(UUID document) {
        return version(sql.update(PLAN_DOCUMENT)
                .set(PLAN_DOCUMENT.VERSION, PLAN_DOCUMENT.VERSION.plus(1))
                .where(PLAN_DOCUMENT.ID.eq(document))
                .returning(PLAN_DOCUMENT.VERSION)
                .fetchOne());
    }

    int setBaseYear(UUID document, @Nullable Integer year) {
        return version(sql.update(PLAN_DOCUMENT)
                .set(PLAN_DOCUMENT.BASE_YEAR, year)
                .set(PLAN_DOCUMENT.VERSION, PLAN_DOCUMENT.VERSION.plus(1))
                .where(PLAN_DOCUMENT.ID.eq(document))
                .returning(PLAN_DOCUMENT.VERSION)
                .fetchOne());
    }

    void readAgain(UUID document, Instant at, String readerVersion) {
        sql.update(PLAN_DOCUMENT)
                .set(PLAN_DOCUMENT.READ_AT, at)
                .set(PLAN_DOCUMENT.READER_VERSION, readerVersion)
                .where(PLAN_DOCUMENT.ID.eq(document))
                .execute();
    }

    void settle(UUID document, PlanState state, Instant at, String by, @Nullable String reason) {
        sql.update(PLAN_DOCUMENT)
                .set(PLAN_DOCUMENT.STATE, state.name())
                .set(PLAN_DOCUMENT.SETTLED_AT, at)
                .set(PLAN_DOCUMENT.SETTLED_BY_NAME, by)
                .set(PLAN_DOCUMENT.DISCARD_REASON, reason)
                .set(PLAN_DOCUMENT.VERSION, PLAN_DOCUMENT.VERSION.plus(1))
                .where(PLAN_DOCUMENT.ID.eq(document))
                .execute();
    }

    Optional<UUID> campaignOf(UUID document) {
        return sql.select(CAMPAIGN_.ID)
                .from(CAMPAIGN_)
                .where(CAMPAIGN_.DOCUMENT_ID.eq(document))
                .fetchOptional(CAMPAIGN_.ID);
    }

    Map<String, UUID> unitMappings(UUID document) {
        return sql.select(UNIT_MAPPING.PRINTED_NAME, UNIT_MAPPING.UNIT_ID)
                .from(UNIT_MAPPING)
                .where(UNIT_MAPPING.DOCUMENT_ID.eq(document))
                .fetchMap(UNIT_MAPPING.PRINTED_NAME, UNIT_MAPPING.UNIT_ID);
    }

    /** Says which unit a printed name means; null takes it back. */
    void mapUnit(UUID document, String name, @Nullable UUID unit) {
        if (unit == null) {
            sql.deleteFrom(UNIT_MAPPING)
                    .where(UNIT_MAPPING.DOCUMENT_ID.eq(document))
                    .and(UNIT_MAPPING.PRINTED_NAME.eq(name))
                    .execute();
            return;
        }
        sql.insertInto(UNIT_MAPPING)
                .set(UNIT_MAPPING.DOCUMENT_ID, document)
                .set(UNIT_MAPPING.PRINTED_NAME, name)
                .set(UNIT_MAPPING.UNIT_ID, unit)
                .onConflict(UNIT_MAPPING.DOCUMENT_ID, UNIT_MAPPING.PRINTED_NAME)
                .doUpdate()
                .set(UNIT_MAPPING.UNIT_ID, unit)
                .execute();
    }

    private static int version(@Nullable Record row) {
        if (row == null) {
            throw new IllegalStateException("The document was there a moment ago");
        }
        return row.get(PLAN_DOCUMENT.VERSION);
    }

    static PlanRow row(Record row) {
        return new PlanRow(
                row.get(PLAN_DOCUMENT.ID),
                row.get(PLAN_DOCUMENT.TITLE),
                row.get(PLAN_DOCUMENT.FILE_NAME),
                row.get(PLAN_DOCUMENT.FORMAT),
                row.get(PLAN_DOCUMENT.ATTACHMENT_ID),
                new AreaKey(row.get(PLAN_DOCUMENT.AREA_KEY)),
                row.get(PLAN_DOCUMENT.UPLOADED_BY),
                row.get(PLAN_DOCUMENT.UPLOADED_BY_NAME),
                row.get(PLAN_DOCUMENT.UPLOADED_AT),
                row.get(PLAN_DOCUMENT.READ_AT),
                row.get(PLAN_DOCUMENT.READER_VERSION),
                row.get(PLAN_DOCUMENT.BASE_YEAR),
                PlanState.valueOf(row.get(PLAN_DOCUMENT.STATE)),
                row.get(PLAN_DOCUMENT.SETTLED_AT),
                row.get(PLAN_DOCUMENT.SETTLED_BY_NAME),
                row.get(PLAN_DOCUMENT.DISCARD_REASON),
                row.get(PLAN_DOCUMENT.VERSION));
    }
}
