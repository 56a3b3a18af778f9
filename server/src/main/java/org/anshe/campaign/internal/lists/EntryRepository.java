package org.anshe.campaign.internal.lists;

import static org.anshe.campaign.internal.db.Tables.LIST_ENTRY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.campaign.internal.db.tables.records.ListEntryRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entries that lists hold themselves. */
@Repository
class EntryRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    EntryRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Those that were not withdrawn, in their order. */
    List<ListEntry> of(UUID list, String part) {
        return sql.selectFrom(LIST_ENTRY)
                .where(LIST_ENTRY.LIST_ID.eq(list))
                .and(LIST_ENTRY.PART.eq(part))
                .and(LIST_ENTRY.WITHDRAWN_AT.isNull())
                .orderBy(LIST_ENTRY.POSITION)
                .fetch(this::entry);
    }

    Optional<ListEntry> find(UUID list, UUID id) {
        return sql.selectFrom(LIST_ENTRY)
                .where(LIST_ENTRY.LIST_ID.eq(list))
                .and(LIST_ENTRY.ID.eq(id))
                .fetchOptional(this::entry);
    }

    int count(UUID list, String part) {
        return sql.fetchCount(
                LIST_ENTRY,
                LIST_ENTRY.LIST_ID.eq(list).and(LIST_ENTRY.PART.eq(part)).and(LIST_ENTRY.WITHDRAWN_AT.isNull()));
    }

    void add(UUID list, UUID id, String part, @Nullable UUID about, Map<String, String> cells, Instant at, String by) {
        Integer last = sql.select(DSL.max(LIST_ENTRY.POSITION))
                .from(LIST_ENTRY)
                .where(LIST_ENTRY.LIST_ID.eq(list))
                .and(LIST_ENTRY.PART.eq(part))
                .fetchSingle()
                .value1();
        sql.insertInto(LIST_ENTRY)
                .set(LIST_ENTRY.ID, id)
                .set(LIST_ENTRY.LIST_ID, list)
                .set(LIST_ENTRY.PART, part)
                .set(LIST_ENTRY.POSITION, last == null ? 1 : last + 1)
                .set(LIST_ENTRY.ABOUT_ID, about)
                .set(LIST_ENTRY.CELLS, JSONB.valueOf(json.writeValueAsString(cells)))
                .set(LIST_ENTRY.CHANGED_AT, at)
                .set(LIST_ENTRY.CHANGED_BY_NAME, by)
                .execute();
    }

    /** False when somebody else changed or withdrew it since this version was read. */
    boolean change(UUID id, int version, @Nullable UUID about, Map<String, String> cells, Instant at, String by) {
        return sql.update(LIST_ENTRY)
                        .set(LIST_ENTRY.ABOUT_ID, about)
                        .set(LIST_ENTRY.CELLS, JSONB.valueOf(json.writeValueAsString(cells)))
                        .set(LIST_ENTRY.CHANGED_AT, at)
                        .set(LIST_ENTRY.CHANGED_BY_NAME, by)
                        .set(LIST_ENTRY.VERSION, version + 1)
                        .where(LIST_ENTRY.ID.eq(id))
                        .and(LIST_ENTRY.VERSION.eq(version))
                        .and(LIST_ENTRY.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    /** Withdraws an entry with what belongs to it; false when somebody else changed it meanwhile. */
    boolean withdraw(UUID list, UUID id, int version, Instant at, String reason, String by) {
        return sql.update(LIST_ENTRY)
                        .set(LIST_ENTRY.WITHDRAWN_AT, at)
                        .set(LIST_ENTRY.WITHDRAW_REASON, reason)
                        .set(LIST_ENTRY.CHANGED_AT, at)
                        .set(LIST_ENTRY.CHANGED_BY_NAME, by)
                        .set(LIST_ENTRY.VERSION, LIST_ENTRY.VERSION.plus(1))
                        .where(LIST_ENTRY.LIST_ID.eq(list))
                        .and(LIST_ENTRY.WITHDRAWN_AT.isNull())
                        .and(LIST_ENTRY
                                .ID
                                .eq(id)
                                .and(LIST_ENTRY.VERSION.eq(version))
                                .or(LIST_ENTRY.ABOUT_ID.eq(id)))
                        .execute()
                > 0;
    }

    private ListEntry entry(ListEntryRecord row) {
        return new ListEntry(
                row.getId(),
                row.getPart(),
                row.getPosition(),
                row.getAboutId(),
                json.readValue(row.getCells().data(), new TypeReference<Map<String, String>>() {}),
                row.getChangedAt(),
                row.getChangedByName(),
                row.getWithdrawReason(),
                row.getVersion());
    }
}
