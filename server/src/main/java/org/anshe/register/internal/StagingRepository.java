package org.anshe.register.internal;

import static org.anshe.register.internal.db.Tables.IMPORT_ROW;
import static org.anshe.register.internal.db.Tables.REGISTERED_OBJECT;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.anshe.register.internal.TableImport.Choice;
import org.anshe.shared.Scope;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.stereotype.Repository;

/** Rows of imports on their way: read in by COPY, compared with what is there, turned into objects by one statement. */
@Repository
class StagingRepository {

    private static final String COPY = """
            copy register.import_row (import_id, row_number, object_id, name, area_key, unit_id, address, longitude,
              latitude, supervision_class, contact_name, contact_phone, fields, credit_code, search_text, cells, errors)
            from stdin
            """;
    private static final int BUFFER = 1 << 16;

    private final DSLContext sql;

    StagingRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Lends a writer of rows; what it was given stands in the table when this returns. */
    void copy(Consumer<CopyLines> rows) {
        sql.connection(connection -> {
            try (PGCopyOutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER)) {
                CopyLines lines = new CopyLines(out);
                rows.accept(lines);
                lines.flush();
            } catch (SQLException e) {
                throw new DataAccessException("Rows cannot be copied in", e);
            }
        });
        sql.execute("analyze register.import_row");
    }

    /** Marks rows whose name stands in the same area already, or whose credit code does; answers how many. */
    int markDuplicates(UUID importId, String type, Scope scope) {
        markDuplicates(importId, type, scope, "credit-code");
        markDuplicates(importId, type, scope, "name");
        return sql.fetchCount(IMPORT_ROW, IMPORT_ROW.IMPORT_ID.eq(importId).and(IMPORT_ROW.DUPLICATE_OF.isNotNull()));
    }

    private void markDuplicates(UUID importId, String type, Scope scope, String by) {
        var same = by.equals("name")
                ? REGISTERED_OBJECT.AREA_KEY.eq(IMPORT_ROW.AREA_KEY).and(REGISTERED_OBJECT.NAME.eq(IMPORT_ROW.NAME))
                : REGISTERED_OBJECT.CREDIT_CODE.eq(IMPORT_ROW.CREDIT_CODE);
        sql.update(IMPORT_ROW)
                .set(IMPORT_ROW.DUPLICATE_OF, REGISTERED_OBJECT.ID)
                .set(IMPORT_ROW.DUPLICATE_BY, by)
                .from(REGISTERED_OBJECT)
                .where(IMPORT_ROW.IMPORT_ID.eq(importId))
                .and(IMPORT_ROW.ERRORS.isNull())
                .and(IMPORT_ROW.DUPLICATE_OF.isNull())
                .and(same)
                .and(REGISTERED_OBJECT.TYPE.eq(type))
                .and(REGISTERED_OBJECT.RETIRED_AT.isNull())
                .and(ObjectQueries.within(scope))
                .execute();
    }

    /** Notes what becomes of single rows that seem to be known objects. */
    void choose(UUID importId, Choice forAll, Map<Integer, Choice> exceptions) {
        sql.update(IMPORT_ROW)
                .set(IMPORT_ROW.CHOICE, forAll.name())
                .where(IMPORT_ROW.IMPORT_ID.eq(importId))
                .and(IMPORT_ROW.DUPLICATE_OF.isNotNull())
                .execute();
        exceptions.forEach((row, choice) -> sql.update(IMPORT_ROW)
                .set(IMPORT_ROW.CHOICE, choice.name())
                .where(IMPORT_ROW.IMPORT_ID.eq(importId))
                .and(IMPORT_ROW.ROW_NUMBER.eq(row))
                .and(IMPORT_ROW.DUPLICATE_OF.isNotNull())
                .execute());
    }

    int lastRow(UUID importId) {
        Integer last = sql.select(DSL.max(IMPORT_ROW.ROW_NUMBER))
                .from(IMPORT_ROW)
                .where(IMPORT_ROW.IMPORT_ID.eq(importId))
                .fetchOneInto(Integer.class);
        return last == null ? 0 : last;
    }

    /** Registers the new objects among these rows; one whose id is there already stays as it is. */
    int register(UUID importId, int fromRow, int toRow, String by, java.time.Instant at) {
        return sql.execute(
                """
                insert into register.registered_object (id, type, type_version, name, area_key, unit_id, address,
                  longitude, latitude, supervision_class, class_since, contact_name, contact_phone, fields, credit_code,
                  search_text, registered_at, registered_by, import_id, changed_at)
                select r.object_id, i.type, i.type_version, r.name, r.area_key, r.unit_id, r.address, r.longitude,
                  r.latitude, r.supervision_class, case when r.supervision_class is not null then {3} end,
                  r.contact_name, r.contact_phone, r.fields, r.credit_code, r.search_text, {3}, {4}, i.id, {3}
                from register.import_row r join register.import i on i.id = r.import_id
                where r.import_id = {0} and r.row_number between {1} and {2} and r.errors is null
                  and (r.duplicate_of is null or r.choice = 'CREATE')
                on conflict (id) do nothing
                """,
                DSL.val(importId),
                DSL.val(fromRow),
                DSL.val(toRow),
                DSL.val(at, REGISTERED_OBJECT.REGISTERED_AT),
                DSL.val(by));
    }

    int skipped(UUID importId) {
        return sql.fetchCount(
                IMPORT_ROW,
                IMPORT_ROW
                        .IMPORT_ID
                        .eq(importId)
                        .and(IMPORT_ROW.DUPLICATE_OF.isNotNull())
                        .and(IMPORT_ROW.CHOICE.eq(Choice.SKIP.name())));
    }

    /** Good rows have done their work; bad ones stay for the file that gives them back. */
    void dropGood(UUID importId) {
        sql.deleteFrom(IMPORT_ROW)
                .where(IMPORT_ROW.IMPORT_ID.eq(importId))
                .and(IMPORT_ROW.ERRORS.isNull())
                .execute();
    }

    void drop(UUID importId) {
        sql.deleteFrom(IMPORT_ROW).where(IMPORT_ROW.IMPORT_ID.eq(importId)).execute();
    }
}
