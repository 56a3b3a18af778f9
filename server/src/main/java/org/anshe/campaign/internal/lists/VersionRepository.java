package org.anshe.campaign.internal.lists;

import static org.anshe.campaign.internal.db.Tables.LIST_VERSION;
import static org.anshe.campaign.internal.db.Tables.LIST_VERSION_ROW;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.campaign.internal.db.tables.records.ListVersionRowRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Frozen versions of lists. Written once. */
@Repository
class VersionRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    VersionRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    int next(UUID list) {
        Integer last = sql.select(DSL.max(LIST_VERSION.NTH))
                .from(LIST_VERSION)
                .where(LIST_VERSION.LIST_ID.eq(list))
                .fetchSingle()
                .value1();
        return last == null ? 1 : last + 1;
    }

    boolean hasStage(UUID list, UUID stage) {
        return sql.fetchExists(LIST_VERSION, LIST_VERSION.LIST_ID.eq(list).and(LIST_VERSION.STAGE_ID.eq(stage)));
    }

    /** @param from the position of the first of these rows */
    void addRows(UUID list, int nth, String part, int from, List<ListLine> lines) {
        List<ListVersionRowRecord> rows = new java.util.ArrayList<>();
        int position = from;
        for (ListLine line : lines) {
            rows.add(sql.newRecord(LIST_VERSION_ROW)
                    .setListId(list)
                    .setNth(nth)
                    .setPart(part)
                    .setPosition(position++)
                    .setRowId(line.id())
                    .setAreaKey(line.area().value())
                    .setUnitId(line.unitId())
                    .setOpen(line.open())
                    .setCells(JSONB.valueOf(json.writeValueAsString(line.cells()))));
        }
        sql.batchInsert(rows).execute();
    }

    /** Seals the rows that were added. */
    void seal(UUID list, int nth, String name, @Nullable UUID stage, Instant at, String by, int rows) {
        sql.insertInto(LIST_VERSION)
                .set(LIST_VERSION.LIST_ID, list)
                .set(LIST_VERSION.NTH, nth)
                .set(LIST_VERSION.NAME, name)
                .set(LIST_VERSION.STAGE_ID, stage)
                .set(LIST_VERSION.FROZEN_AT, at)
                .set(LIST_VERSION.FROZEN_BY_NAME, by)
                .set(LIST_VERSION.ROWS, rows)
                .set(LIST_VERSION.SHA256, hash(DSL.val(list), DSL.val(nth)))
                .execute();
    }

    /** The seal over the rows of a version, as the database computes it. */
    static Field<String> hash(Field<UUID> list, Field<Integer> nth) {
        return DSL.function(DSL.name("campaign", "list_version_hash"), String.class, list, nth);
    }
}
