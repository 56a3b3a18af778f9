package org.anshe.report.internal;

import static org.anshe.report.internal.db.Tables.DOCUMENT;
import static org.anshe.report.internal.db.Tables.DOCUMENT_FIGURE;
import static org.anshe.report.internal.db.Tables.DOCUMENT_FILE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Documents with their figures and, once issued, their file. */
@Repository
public class DocumentRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    DocumentRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Where a document stands: only a draft changes. */
    public enum State {
        DRAFT,
        ISSUED,
        WITHDRAWN
    }

    /** A document as it is kept. */
    public record Document(
            UUID id,
            String kind,
            String title,
            AreaKey area,
            String areaName,
            ReportPeriod period,
            Instant asOf,
            State state,
            DocumentContent content,
            Instant createdAt,
            String createdBy,
            @Nullable Instant issuedAt,
            @Nullable String issuedBy,
            @Nullable String sha256,
            @Nullable String withdrawnWhy,
            int version) {}

    /** Adds a draft with its figures; false when it is there already. */
    boolean add(Document document, List<FigureSet.Snapshot> figures) {
        int added = sql.insertInto(DOCUMENT)
                .set(DOCUMENT.ID, document.id())
                .set(DOCUMENT.KIND, document.kind())
                .set(DOCUMENT.TITLE, document.title())
                .set(DOCUMENT.AREA_KEY, document.area().value())
                .set(DOCUMENT.AREA_NAME, document.areaName())
                .set(DOCUMENT.PERIOD_FROM, document.period().from())
                .set(DOCUMENT.PERIOD_TO, document.period().to())
                .set(DOCUMENT.AS_OF, document.asOf())
                .set(DOCUMENT.STATE, document.state().name())
                .set(DOCUMENT.CONTENT, jsonb(document.content()))
                .set(DOCUMENT.CREATED_AT, document.createdAt())
                .set(DOCUMENT.CREATED_BY, document.createdBy())
                .onConflict(DOCUMENT.ID)
                .doNothing()
                .execute();
        if (added == 0) {
            return false;
        }
        var rows = sql.insertInto(
                DOCUMENT_FIGURE,
                DOCUMENT_FIGURE.DOCUMENT_ID,
                DOCUMENT_FIGURE.KEY,
                DOCUMENT_FIGURE.POSITION,
                DOCUMENT_FIGURE.INDICATOR,
                DOCUMENT_FIGURE.PART,
                DOCUMENT_FIGURE.PERIOD_FROM,
                DOCUMENT_FIGURE.PERIOD_TO,
                DOCUMENT_FIGURE.FILTERS,
                DOCUMENT_FIGURE.NUMERATOR,
                DOCUMENT_FIGURE.DENOMINATOR,
                DOCUMENT_FIGURE.VALUE);
        int position = 0;
        for (FigureSet.Snapshot figure : figures) {
            rows = rows.values(
                    document.id(),
                    figure.key(),
                    position++,
                    figure.indicator(),
                    figure.part(),
                    figure.period().from(),
                    figure.period().to(),
                    jsonb(figure.filters().stream().map(RowFilter::toString).toList()),
                    figure.reading().numerator(),
                    figure.reading().denominator(),
                    figure.reading().value());
        }
        rows.execute();
        return true;
    }

    Optional<Document> find(Scope scope, UUID id) {
        return sql.selectFrom(DOCUMENT)
                .where(DOCUMENT.ID.eq(id))
                .and(ScopeCondition.within(scope, DOCUMENT.AREA_KEY))
                .fetchOptional(this::document);
    }

    List<FigureSet.Snapshot> figures(UUID document) {
        return sql.selectFrom(DOCUMENT_FIGURE)
                .where(DOCUMENT_FIGURE.DOCUMENT_ID.eq(document))
                .orderBy(DOCUMENT_FIGURE.POSITION)
                .fetch(row -> new FigureSet.Snapshot(
                        row.getKey(),
                        row.getIndicator(),
                        row.getPart(),
                        new ReportPeriod(row.getPeriodFrom(), row.getPeriodTo()),
                        RowFilter.parse(json.readValue(row.getFilters().data(), new TypeReference<List<String>>() {})),
                        new Reading(row.getNumerator(), row.getDenominator(), row.getValue())));
    }

    Optional<byte[]> file(UUID document) {
        return sql.select(DOCUMENT_FILE.CONTENT)
                .from(DOCUMENT_FILE)
                .where(DOCUMENT_FILE.DOCUMENT_ID.eq(document))
                .fetchOptional(DOCUMENT_FILE.CONTENT);
    }

    void rewrite(Document document, String title, DocumentContent content) {
        changed(sql.update(DOCUMENT)
                .set(DOCUMENT.TITLE, title)
                .set(DOCUMENT.CONTENT, jsonb(content))
                .set(DOCUMENT.VERSION, document.version() + 1)
                .where(DOCUMENT.ID.eq(document.id()))
                .and(DOCUMENT.VERSION.eq(document.version()))
                .execute());
    }

    void issue(Document document, Caller caller, Instant at, String sha256, byte[] file) {
        changed(sql.update(DOCUMENT)
                .set(DOCUMENT.STATE, State.ISSUED.name())
                .set(DOCUMENT.ISSUED_AT, at)
                .set(DOCUMENT.ISSUED_BY, caller.name())
                .set(DOCUMENT.SHA256, sha256)
                .set(DOCUMENT.VERSION, document.version() + 1)
                .where(DOCUMENT.ID.eq(document.id()))
                .and(DOCUMENT.VERSION.eq(document.version()))
                .execute());
        sql.insertInto(DOCUMENT_FILE)
                .set(DOCUMENT_FILE.DOCUMENT_ID, document.id())
                .set(DOCUMENT_FILE.CONTENT, file)
                .execute();
    }

    void withdraw(Document document, Instant at, String reason) {
        changed(sql.update(DOCUMENT)
                .set(DOCUMENT.STATE, State.WITHDRAWN.name())
                .set(DOCUMENT.WITHDRAWN_AT, at)
                .set(DOCUMENT.WITHDRAWN_WHY, reason)
                .set(DOCUMENT.VERSION, document.version() + 1)
                .where(DOCUMENT.ID.eq(document.id()))
                .and(DOCUMENT.VERSION.eq(document.version()))
                .execute());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("The document was changed meanwhile");
        }
    }

    private Document document(Record row) {
        return new Document(
                row.get(DOCUMENT.ID),
                row.get(DOCUMENT.KIND),
                row.get(DOCUMENT.TITLE),
                new AreaKey(row.get(DOCUMENT.AREA_KEY)),
                row.get(DOCUMENT.AREA_NAME),
                new ReportPeriod(row.get(DOCUMENT.PERIOD_FROM), row.get(DOCUMENT.PERIOD_TO)),
                row.get(DOCUMENT.AS_OF),
                State.valueOf(row.get(DOCUMENT.STATE)),
                json.readValue(row.get(DOCUMENT.CONTENT).data(), DocumentContent.class),
                row.get(DOCUMENT.CREATED_AT),
                row.get(DOCUMENT.CREATED_BY),
                row.get(DOCUMENT.ISSUED_AT),
                row.get(DOCUMENT.ISSUED_BY),
                row.get(DOCUMENT.SHA256),
                row.get(DOCUMENT.WITHDRAWN_WHY),
                row.get(DOCUMENT.VERSION));
    }

    private JSONB jsonb(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }
}
