package org.anshe.register.internal;

import static org.anshe.register.internal.db.Tables.IMPORT;
import static org.anshe.register.internal.db.Tables.IMPORT_ROW;
import static org.anshe.register.internal.db.Tables.REGISTERED_OBJECT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.anshe.register.internal.TableImport.Choice;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.table.RowError;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the caller's own imports, for the preview and for the file that gives bad rows back. */
@Repository
public class StagedRowQueries {

    private static final int FETCH = 1_000;

    private final DSLContext sql;
    private final JsonMapper json;

    StagedRowQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A row that cannot become an object. */
    public record BadRow(int row, List<String> cells, List<RowError> errors) {}

    /** A row that seems to be an object registered before; {@code by} is {@code name} or {@code credit-code}. */
    public record DuplicateRow(
            int row,
            String name,
            AreaKey area,
            UUID objectId,
            String objectName,
            @Nullable String objectAddress,
            String by) {}

    public Page<BadRow> bad(Caller caller, UUID importId, PageRequest page) {
        List<BadRow> rows = sql.select(IMPORT_ROW.asterisk())
                .from(IMPORT_ROW)
                .join(IMPORT)
                .on(IMPORT.ID.eq(IMPORT_ROW.IMPORT_ID))
                .where(own(caller, importId))
                .and(IMPORT_ROW.ERRORS.isNotNull())
                .and(after(page))
                .orderBy(IMPORT_ROW.ROW_NUMBER)
                .limit(page.limit() + 1)
                .fetch(this::badRow);
        return Page.of(rows, page, row -> Cursor.of(row.row()));
    }

    public Page<DuplicateRow> duplicates(Caller caller, UUID importId, PageRequest page) {
        List<DuplicateRow> rows = sql.select()
                .from(IMPORT_ROW)
                .join(IMPORT)
                .on(IMPORT.ID.eq(IMPORT_ROW.IMPORT_ID))
                .join(REGISTERED_OBJECT)
                .on(REGISTERED_OBJECT.ID.eq(IMPORT_ROW.DUPLICATE_OF))
                .where(own(caller, importId))
                .and(ObjectQueries.within(caller.scopeFor(ObjectAccess.EDIT)))
                .and(after(page))
                .orderBy(IMPORT_ROW.ROW_NUMBER)
                .limit(page.limit() + 1)
                .fetch(StagedRowQueries::duplicateRow);
        return Page.of(rows, page, row -> Cursor.of(row.row()));
    }

    /** Passes every bad row. Needs a transaction to stream in. */
    void forEachBad(Caller caller, UUID importId, BiConsumer<List<String>, List<RowError>> consumer) {
        try (var rows = sql.select(IMPORT_ROW.asterisk())
                .from(IMPORT_ROW)
                .join(IMPORT)
                .on(IMPORT.ID.eq(IMPORT_ROW.IMPORT_ID))
                .where(own(caller, importId))
                .and(IMPORT_ROW.ERRORS.isNotNull())
                .orderBy(IMPORT_ROW.ROW_NUMBER)
                .fetchSize(FETCH)
                .fetchLazy()) {
            for (Record row : rows) {
                BadRow bad = badRow(row);
                consumer.accept(bad.cells(), bad.errors());
            }
        }
    }

    /** A good row that is to be filled into an object that is there. */
    record ToMerge(
            int row,
            UUID into,
            ObjectContent content,
            @Nullable Integer supervisionClass) {}

    /** The next rows to merge after this row number, in the order of the table. */
    List<ToMerge> toMerge(Caller caller, UUID importId, int after, int limit) {
        return sql.select(IMPORT_ROW.asterisk())
                .from(IMPORT_ROW)
                .join(IMPORT)
                .on(IMPORT.ID.eq(IMPORT_ROW.IMPORT_ID))
                .where(own(caller, importId))
                .and(IMPORT_ROW.DUPLICATE_OF.isNotNull())
                .and(IMPORT_ROW.CHOICE.eq(Choice.MERGE.name()))
                .and(IMPORT_ROW.ROW_NUMBER.gt(after))
                .orderBy(IMPORT_ROW.ROW_NUMBER)
                .limit(limit)
                .fetch(row -> new ToMerge(
                        row.get(IMPORT_ROW.ROW_NUMBER),
                        row.get(IMPORT_ROW.DUPLICATE_OF),
                        content(row),
                        ObjectRepository.number(row.get(IMPORT_ROW.SUPERVISION_CLASS))));
    }

    private ObjectContent content(Record row) {
        return new ObjectContent(
                row.get(IMPORT_ROW.NAME),
                new AreaKey(row.get(IMPORT_ROW.AREA_KEY)),
                row.get(IMPORT_ROW.UNIT_ID),
                row.get(IMPORT_ROW.ADDRESS),
                row.get(IMPORT_ROW.LONGITUDE),
                row.get(IMPORT_ROW.LATITUDE),
                row.get(IMPORT_ROW.CONTACT_NAME),
                row.get(IMPORT_ROW.CONTACT_PHONE),
                json.readValue(row.get(IMPORT_ROW.FIELDS).data(), new TypeReference<Map<String, Object>>() {}));
    }

    private static Condition own(Caller caller, UUID importId) {
        return IMPORT.ID.eq(importId).and(IMPORT.PERSON_ID.eq(caller.person()));
    }

    private static Condition after(PageRequest page) {
        return page.after() == null
                ? DSL.noCondition()
                : IMPORT_ROW.ROW_NUMBER.gt(Cursor.parse(page.after(), 1).integer(0));
    }

    private BadRow badRow(Record row) {
        return new BadRow(
                row.get(IMPORT_ROW.ROW_NUMBER),
                json.readValue(row.get(IMPORT_ROW.CELLS).data(), new TypeReference<List<String>>() {}),
                json.readValue(row.get(IMPORT_ROW.ERRORS).data(), new TypeReference<List<RowError>>() {}));
    }

    private static DuplicateRow duplicateRow(Record row) {
        return new DuplicateRow(
                row.get(IMPORT_ROW.ROW_NUMBER),
                row.get(IMPORT_ROW.NAME),
                new AreaKey(row.get(IMPORT_ROW.AREA_KEY)),
                row.get(REGISTERED_OBJECT.ID),
                row.get(REGISTERED_OBJECT.NAME),
                row.get(REGISTERED_OBJECT.ADDRESS),
                row.get(IMPORT_ROW.DUPLICATE_BY));
    }
}
