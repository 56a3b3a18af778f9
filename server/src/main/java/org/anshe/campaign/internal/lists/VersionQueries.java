package org.anshe.campaign.internal.lists;

import static org.anshe.campaign.internal.db.Tables.LIST_VERSION;
import static org.anshe.campaign.internal.db.Tables.LIST_VERSION_ROW;
import static org.anshe.campaign.internal.db.Tables.STAGE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Frozen versions for screens, and what changed from one to another. */
@Repository
public class VersionQueries {

    private final DSLContext sql;
    private final JsonMapper json;

    VersionQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One frozen version. */
    record Version(
            int nth,
            String name,
            @Nullable String stageName,
            Instant frozenAt,
            String frozenByName,
            int rows,
            String sha256) {}

    /** What became of a row between two versions. */
    public enum Change {
        ADDED,
        CLOSED,
        CHANGED,
        GONE
    }

    /** A row that differs; the cells of the version it is missing in are empty. */
    public record Difference(UUID id, Change change, Map<String, Object> before, Map<String, Object> after) {}

    @WithoutScope("read after the list itself was found within the scope")
    List<Version> of(UUID list) {
        return select(LIST_VERSION.LIST_ID.eq(list));
    }

    @WithoutScope("read after the list itself was found within the scope")
    Optional<Version> find(UUID list, int nth) {
        return select(LIST_VERSION.LIST_ID.eq(list).and(LIST_VERSION.NTH.eq(nth))).stream()
                .findFirst();
    }

    /** Whether the rows are still those that were sealed. */
    @WithoutScope("tells nothing of the rows; asked after the list was found within the scope")
    boolean holds(UUID list, int nth) {
        return sql.fetchExists(
                LIST_VERSION,
                LIST_VERSION
                        .LIST_ID
                        .eq(list)
                        .and(LIST_VERSION.NTH.eq(nth))
                        .and(LIST_VERSION.SHA256.eq(VersionRepository.hash(LIST_VERSION.LIST_ID, LIST_VERSION.NTH))));
    }

    /** @param scope that of the rows; null for rows that go with the list */
    Page<ListLine> rows(@Nullable Scope scope, UUID list, int nth, String part, PageRequest page) {
        Condition condition = within(scope, list, nth, part);
        if (page.after() != null) {
            condition = condition.and(
                    LIST_VERSION_ROW.POSITION.gt(Cursor.parse(page.after(), 1).integer(0)));
        }
        record Placed(int position, ListLine line) {}
        List<Placed> rows = sql.selectFrom(LIST_VERSION_ROW)
                .where(condition)
                .orderBy(LIST_VERSION_ROW.POSITION)
                .limit(page.limit() + 1)
                .fetch(row -> new Placed(
                        row.getPosition(),
                        new ListLine(
                                row.getRowId(),
                                new AreaKey(row.getAreaKey()),
                                row.getUnitId(),
                                row.getOpen(),
                                cells(row.getCells()),
                                null,
                                null)));
        return Page.of(rows, page, row -> Cursor.of(row.position())).map(Placed::line);
    }

    /**
     * Rows of a part that differ between two versions, row by row: new ones, ones that were settled meanwhile, ones
     * whose words changed, ones that are gone.
     */
    Page<Difference> differences(@Nullable Scope scope, UUID list, String part, int from, int to, PageRequest page) {
        Table<?> before = sql.selectFrom(LIST_VERSION_ROW)
                .where(within(scope, list, from, part))
                .asTable("before_rows");
        Table<?> after = sql.selectFrom(LIST_VERSION_ROW)
                .where(within(scope, list, to, part))
                .asTable("after_rows");
        Field<UUID> idBefore = column(before, LIST_VERSION_ROW.ROW_ID);
        Field<UUID> idAfter = column(after, LIST_VERSION_ROW.ROW_ID);
        Field<JSONB> cellsBefore = column(before, LIST_VERSION_ROW.CELLS);
        Field<JSONB> cellsAfter = column(after, LIST_VERSION_ROW.CELLS);
        Field<UUID> id = DSL.coalesce(idAfter, idBefore);
        Condition settled = DSL.condition(column(before, LIST_VERSION_ROW.OPEN))
                .and(DSL.not(DSL.condition(column(after, LIST_VERSION_ROW.OPEN))));
        Field<String> change = DSL.when(idBefore.isNull(), Change.ADDED.name())
                .when(idAfter.isNull(), Change.GONE.name())
                .when(settled, Change.CLOSED.name())
                .otherwise(Change.CHANGED.name());
        Condition differs = idBefore.isNull().or(idAfter.isNull()).or(cellsBefore.isDistinctFrom(cellsAfter));
        if (page.after() != null) {
            differs = differs.and(id.gt(Cursor.parse(page.after(), 1).uuid(0)));
        }
        List<Difference> rows = sql.select(id, change, cellsBefore, cellsAfter)
                .from(before)
                .fullOuterJoin(after)
                .on(idBefore.eq(idAfter))
                .where(differs)
                .orderBy(id)
                .limit(page.limit() + 1)
                .fetch(row -> new Difference(
                        row.value1(), Change.valueOf(row.value2()), cells(row.value3()), cells(row.value4())));
        return Page.of(rows, page, row -> Cursor.of(row.id()));
    }

    private static Condition within(@Nullable Scope scope, UUID list, int nth, String part) {
        Condition condition = LIST_VERSION_ROW
                .LIST_ID
                .eq(list)
                .and(LIST_VERSION_ROW.NTH.eq(nth))
                .and(LIST_VERSION_ROW.PART.eq(part));
        return scope == null
                ? condition
                : condition.and(ScopeCondition.within(scope, LIST_VERSION_ROW.AREA_KEY, LIST_VERSION_ROW.UNIT_ID));
    }

    private static <T> Field<T> column(Table<?> table, Field<T> field) {
        return Objects.requireNonNull(table.field(field));
    }

    private List<Version> select(Condition condition) {
        return sql.select(LIST_VERSION.asterisk(), STAGE.NAME.as("stage_name"))
                .from(LIST_VERSION)
                .leftJoin(STAGE)
                .on(STAGE.ID.eq(LIST_VERSION.STAGE_ID))
                .where(condition)
                .orderBy(LIST_VERSION.NTH.desc())
                .fetch(VersionQueries::version);
    }

    private static Version version(Record row) {
        return new Version(
                row.get(LIST_VERSION.NTH),
                row.get(LIST_VERSION.NAME),
                row.get("stage_name", String.class),
                row.get(LIST_VERSION.FROZEN_AT),
                row.get(LIST_VERSION.FROZEN_BY_NAME),
                row.get(LIST_VERSION.ROWS),
                row.get(LIST_VERSION.SHA256));
    }

    private Map<String, Object> cells(@Nullable JSONB cells) {
        return cells == null ? Map.of() : json.readValue(cells.data(), new TypeReference<Map<String, Object>>() {});
    }
}
