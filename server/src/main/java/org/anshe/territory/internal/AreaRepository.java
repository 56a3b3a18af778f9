package org.anshe.territory.internal;

import static org.anshe.territory.internal.db.Tables.AREA;
import static org.anshe.territory.internal.db.Tables.AREA_CHANGE;
import static org.anshe.territory.internal.db.Tables.RECODE;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.FixedStatement;
import org.anshe.shared.sql.FrequentSql;
import org.anshe.shared.sql.ScopeCondition;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.Areas.NewArea;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes areas, their history and the mapping of old keys. */
@Repository
class AreaRepository {

    private static final int BATCH = 1000;
    private static final List<SelectField<?>> COLUMNS =
            List.of(AREA.KEY, AREA.NAME, AREA.LEVEL, AREA.OFFICIAL_CODE, AREA.RETIRED_AT);

    /** Kinds of entries in an area's history. */
    enum Change {
        CREATED,
        RENAMED,
        RETIRED,
        MERGED,
        RECODED
    }

    /** A row of the mapping: what stood under the old key belongs to the new one. */
    record Recode(AreaKey oldKey, AreaKey newKey) {}

    private final DSLContext sql;
    private final FixedStatement byKeys;
    private final Clock clock;

    AreaRepository(DSLContext sql, FrequentSql frequent, Clock clock) {
        this.sql = sql;
        this.byKeys = frequent.prepare(sql.select(COLUMNS)
                .from(AREA)
                .where(AREA.KEY.eq(DSL.any(DSL.param("keys", Long[].class)))));
        this.clock = clock;
    }

    List<Area> list(Collection<Long> keys) {
        return byKeys.fetch((Object) keys.toArray(Long[]::new)).map(AreaRepository::area);
    }

    List<Area> named(String name, List<AreaRange> within) {
        Condition inside = DSL.or(within.stream()
                .map(range -> AREA.KEY.between(range.first(), range.last()))
                .toList());
        return sql.select(COLUMNS)
                .from(AREA)
                .where(AREA.NAME.eq(name))
                .and(inside)
                .and(AREA.RETIRED_AT.isNull())
                .orderBy(AREA.KEY)
                .limit(BATCH)
                .fetch(AreaRepository::area);
    }

    /** The area, locked until the end of the transaction, so that two changes of it follow each other. */
    Optional<Area> findForUpdate(AreaKey key) {
        return sql.select(COLUMNS)
                .from(AREA)
                .where(AREA.KEY.eq(key.value()))
                .forUpdate()
                .fetchOptional(AreaRepository::area);
    }

    /** The areas of a subtree that are in use, itself included, in the order of their keys. */
    List<Area> listActive(AreaRange range) {
        return sql.select(COLUMNS)
                .from(AREA)
                .where(AREA.KEY.between(range.first(), range.last()))
                .and(AREA.RETIRED_AT.isNull())
                .orderBy(AREA.KEY)
                .fetch(AreaRepository::area);
    }

    /** Areas in use of this name within the scope. */
    List<Area> named(String name, Scope scope) {
        return sql.select(COLUMNS)
                .from(AREA)
                .where(AREA.NAME.eq(name))
                .and(AREA.RETIRED_AT.isNull())
                .and(ScopeCondition.within(scope, AREA.KEY))
                .limit(50)
                .fetch(AreaRepository::area);
    }

    /** The keys directly below, retired ones included: a number is never given twice. */
    List<AreaKey> childKeys(AreaKey parent) {
        return sql.select(AREA.KEY)
                .from(AREA)
                .where(AREA.PARENT_KEY.eq(parent.value()))
                .fetch(row -> new AreaKey(row.value1()));
    }

    /** Adds what is not there yet and returns how many that were. */
    int add(List<NewArea> areas) {
        Instant now = clock.instant();
        int added = 0;
        for (int from = 0; from < areas.size(); from += BATCH) {
            var insert = sql.insertInto(AREA, AREA.KEY, AREA.NAME, AREA.OFFICIAL_CODE, AREA.CREATED_AT);
            for (NewArea area : areas.subList(from, Math.min(from + BATCH, areas.size()))) {
                insert = insert.values(area.key().value(), area.name().strip(), area.officialCode(), now);
            }
            added += insert.onConflict(AREA.KEY).doNothing().execute();
        }
        return added;
    }

    void rename(AreaKey key, String name, int sort) {
        sql.update(AREA)
                .set(AREA.NAME, name)
                .set(AREA.SORT, sort)
                .where(AREA.KEY.eq(key.value()))
                .execute();
    }

    void retire(Collection<AreaKey> keys, String reason) {
        sql.update(AREA)
                .set(AREA.RETIRED_AT, clock.instant())
                .set(AREA.RETIRE_REASON, reason)
                .where(AREA.KEY.in(keys.stream().map(AreaKey::value).toList()))
                .and(AREA.RETIRED_AT.isNull())
                .execute();
    }

    /**
     * Retires the old area in favour of the new one; what was mapped to the old one is mapped on.
     *
     * @param joined whether the new one was there before
     */
    void recode(AreaKey from, AreaKey to, boolean joined, String reason) {
        retire(List.of(from), reason);
        sql.update(AREA)
                .set(AREA.MERGED_INTO, to.value())
                .set(AREA.JOINED, joined)
                .where(AREA.KEY.eq(from.value()))
                .execute();
        sql.update(RECODE)
                .set(RECODE.NEW_KEY, to.value())
                .where(RECODE.NEW_KEY.eq(from.value()))
                .execute();
        sql.insertInto(RECODE)
                .set(RECODE.OLD_KEY, from.value())
                .set(RECODE.NEW_KEY, to.value())
                .set(RECODE.AT, clock.instant())
                .execute();
    }

    /** Which of these keys are taken. */
    Set<AreaKey> existing(Collection<AreaKey> keys) {
        return sql.select(AREA.KEY)
                .from(AREA)
                .where(AREA.KEY.in(keys.stream().map(AreaKey::value).toList()))
                .fetchSet(row -> new AreaKey(row.value1()));
    }

    Optional<AreaKey> findRecoded(AreaKey old) {
        return sql.select(RECODE.NEW_KEY)
                .from(RECODE)
                .where(RECODE.OLD_KEY.eq(old.value()))
                .fetchOptional(row -> new AreaKey(row.value1()));
    }

    /** Follows an area from key to key as far as it did not join another one. */
    AreaKey lastOwnKey(AreaKey key) {
        return sql.resultQuery("""
                        with recursive way(key, hop) as (
                            select {0}::bigint, 0
                            union all
                            select area.merged_into, way.hop + 1
                            from way join territory.area on area.key = way.key
                            where area.merged_into is not null and not area.joined)
                        select key from way order by hop desc limit 1
                        """, DSL.val(key.value())).fetchSingle(row -> new AreaKey(row.get(0, Long.class)));
    }

    /** The mapping into a range of keys. */
    List<Recode> recodedInto(AreaRange range) {
        return sql.select(RECODE.OLD_KEY, RECODE.NEW_KEY)
                .from(RECODE)
                .where(RECODE.NEW_KEY.between(range.first(), range.last()))
                .orderBy(RECODE.OLD_KEY)
                .fetch(row -> new Recode(new AreaKey(row.value1()), new AreaKey(row.value2())));
    }

    /** The mapping out of a range of keys. */
    List<Recode> recodedFrom(AreaRange range) {
        return sql.select(RECODE.OLD_KEY, RECODE.NEW_KEY)
                .from(RECODE)
                .where(RECODE.OLD_KEY.between(range.first(), range.last()))
                .orderBy(RECODE.OLD_KEY)
                .fetch(row -> new Recode(new AreaKey(row.value1()), new AreaKey(row.value2())));
    }

    void note(
            Caller caller,
            AreaKey key,
            Change change,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason) {
        sql.insertInto(AREA_CHANGE)
                .set(AREA_CHANGE.ID, Ids.next())
                .set(AREA_CHANGE.AREA_KEY, key.value())
                .set(AREA_CHANGE.AT, clock.instant())
                .set(AREA_CHANGE.KIND, change.name())
                .set(AREA_CHANGE.BEFORE, before)
                .set(AREA_CHANGE.AFTER, after)
                .set(AREA_CHANGE.REASON, reason)
                .set(AREA_CHANGE.PERSON_ID, caller.personId())
                .set(AREA_CHANGE.PERSON_NAME, caller.name())
                .execute();
    }

    private static Area area(Record row) {
        return new Area(
                new AreaKey(row.get(AREA.KEY)),
                row.get(AREA.NAME),
                AreaLevel.valueOf(row.get(AREA.LEVEL)),
                row.get(AREA.OFFICIAL_CODE),
                row.get(AREA.RETIRED_AT) != null);
    }
}
