package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.UNIT;
import static org.anshe.organisation.internal.db.Tables.UNIT_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.sql.FixedStatement;
import org.anshe.shared.sql.FrequentSql;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes units and the names they go by. */
@Repository
class UnitRepository {

    private static final int BATCH = 500;
    private static final List<SelectField<?>> COLUMNS =
            List.of(UNIT.ID, UNIT.NAME, UNIT.KIND, UNIT.AREA_KEY, UNIT.PARENT_ID, UNIT.RETIRED_AT);

    /** A name a unit goes by. */
    record Name(UUID unit, String name, boolean alias, String normal) {}

    /** What of a unit can be changed. */
    record Details(
            String name,
            AreaKey area,
            @Nullable UUID parentId,
            @Nullable String creditCode,
            @Nullable String phone) {}

    /** A unit that goes by a name. */
    record Match(Unit unit, boolean exact, boolean alias) {}

    private final DSLContext sql;
    private final FixedStatement byIds;
    private final Clock clock;

    UnitRepository(DSLContext sql, FrequentSql frequent, Clock clock) {
        this.sql = sql;
        this.byIds = frequent.prepare(sql.select(COLUMNS)
                .from(UNIT)
                .where(UNIT.ID.eq(DSL.any(DSL.param("ids", UUID[].class)))));
        this.clock = clock;
    }

    Map<UUID, Unit> byIds(Collection<UUID> ids) {
        return byIds.fetch((Object) ids.toArray(UUID[]::new)).intoMap(UNIT.ID, UnitRepository::unit);
    }

    /** The unit, locked until the end of the transaction. */
    Optional<Unit> findForUpdate(UUID id) {
        return sql.select(COLUMNS).from(UNIT).where(UNIT.ID.eq(id)).forUpdate().fetchOptional(UnitRepository::unit);
    }

    /** Adds what is not there yet and returns the ids of those that were. */
    List<UUID> add(List<NewUnit> units) {
        Instant now = clock.instant();
        List<UUID> added = new ArrayList<>();
        for (int from = 0; from < units.size(); from += BATCH) {
            var insert = sql.insertInto(
                    UNIT,
                    UNIT.ID,
                    UNIT.NAME,
                    UNIT.KIND,
                    UNIT.AREA_KEY,
                    UNIT.PARENT_ID,
                    UNIT.CREDIT_CODE,
                    UNIT.CREATED_AT);
            for (NewUnit unit : units.subList(from, Math.min(from + BATCH, units.size()))) {
                insert = insert.values(
                        unit.id(),
                        unit.name().strip(),
                        unit.kind().name(),
                        unit.area().value(),
                        unit.parentId(),
                        unit.creditCode(),
                        now);
            }
            added.addAll(
                    insert.onConflict(UNIT.ID).doNothing().returning(UNIT.ID).fetch(UNIT.ID));
        }
        return added;
    }

    void putNames(Collection<UUID> units, List<Name> names) {
        sql.deleteFrom(UNIT_NAME).where(UNIT_NAME.UNIT_ID.in(units)).execute();
        for (int from = 0; from < names.size(); from += BATCH) {
            var insert =
                    sql.insertInto(UNIT_NAME, UNIT_NAME.UNIT_ID, UNIT_NAME.NAME, UNIT_NAME.ALIAS, UNIT_NAME.NORMAL);
            for (Name name : names.subList(from, Math.min(from + BATCH, names.size()))) {
                insert = insert.values(name.unit(), name.name(), name.alias(), name.normal());
            }
            insert.onConflictDoNothing().execute();
        }
    }

    List<String> aliases(UUID unit) {
        return sql.select(UNIT_NAME.NAME)
                .from(UNIT_NAME)
                .where(UNIT_NAME.UNIT_ID.eq(unit))
                .and(UNIT_NAME.ALIAS)
                .orderBy(UNIT_NAME.NAME)
                .fetch(UNIT_NAME.NAME);
    }

    boolean update(UUID id, Details details, int version) {
        return sql.update(UNIT)
                        .set(UNIT.NAME, details.name())
                        .set(UNIT.AREA_KEY, details.area().value())
                        .set(UNIT.PARENT_ID, details.parentId())
                        .set(UNIT.CREDIT_CODE, details.creditCode())
                        .set(UNIT.PHONE, details.phone())
                        .set(UNIT.VERSION, UNIT.VERSION.plus(1))
                        .where(UNIT.ID.eq(id))
                        .and(UNIT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void setPhone(UUID id, @Nullable String phone) {
        sql.update(UNIT).set(UNIT.PHONE, phone).where(UNIT.ID.eq(id)).execute();
    }

    void retire(UUID id, String reason) {
        sql.update(UNIT)
                .set(UNIT.RETIRED_AT, clock.instant())
                .set(UNIT.RETIRE_REASON, reason)
                .set(UNIT.VERSION, UNIT.VERSION.plus(1))
                .where(UNIT.ID.eq(id))
                .execute();
    }

    /** Units in use in these areas, by area and name. */
    Map<UnitTable.Key, UUID> keysIn(Collection<AreaKey> areas) {
        Long[] keys = areas.stream().map(AreaKey::value).toArray(Long[]::new);
        Map<UnitTable.Key, UUID> found = new HashMap<>();
        sql.select(UNIT.AREA_KEY, UNIT.NAME, UNIT.ID)
                .from(UNIT)
                .where(UNIT.AREA_KEY.eq(DSL.any(keys)))
                .and(UNIT.RETIRED_AT.isNull())
                .forEach(row ->
                        found.putIfAbsent(new UnitTable.Key(new AreaKey(row.value1()), row.value2()), row.value3()));
        return found;
    }

    /** Units in use that have one of these credit codes. */
    Map<String, UUID> creditCodes(Collection<String> codes) {
        return sql.select(UNIT.CREDIT_CODE, UNIT.ID)
                .from(UNIT)
                .where(UNIT.CREDIT_CODE.eq(DSL.any(codes.toArray(String[]::new))))
                .and(UNIT.RETIRED_AT.isNull())
                .fetchMap(UNIT.CREDIT_CODE, UNIT.ID);
    }

    boolean hasActiveBelow(UUID id) {
        return sql.fetchExists(UNIT, UNIT.PARENT_ID.eq(id).and(UNIT.RETIRED_AT.isNull()));
    }

    /** Active units working in one of these areas that go by this name or this normal form. */
    List<Match> matches(String name, String normal, Collection<AreaKey> areas, AreaRange below) {
        var exact = UNIT_NAME.NAME.eq(name);
        return sql.select(COLUMNS)
                .select(exact, UNIT_NAME.ALIAS)
                .from(UNIT_NAME)
                .join(UNIT)
                .on(UNIT.ID.eq(UNIT_NAME.UNIT_ID))
                .where(exact.or(UNIT_NAME.NORMAL.eq(normal))
                        .and(UNIT.AREA_KEY.in(areas.stream().map(AreaKey::value).toList()))
                        .or(exact.and(UNIT.AREA_KEY.between(below.first(), below.last()))))
                .and(UNIT.RETIRED_AT.isNull())
                .orderBy(UNIT.CREATED_AT, UNIT.ID)
                .fetch(row -> new Match(unit(row), row.get(exact), row.get(UNIT_NAME.ALIAS)));
    }

    /** The oldest active unit of kind COMMUNITY in each of these areas. */
    Map<AreaKey, Unit> ofCommunities(Collection<AreaKey> communities) {
        Map<AreaKey, Unit> found = new java.util.HashMap<>();
        sql.select(COLUMNS)
                .from(UNIT)
                .where(UNIT.AREA_KEY.in(communities.stream().map(AreaKey::value).toList()))
                .and(UNIT.KIND.eq(Kind.COMMUNITY.name()))
                .and(UNIT.RETIRED_AT.isNull())
                .orderBy(UNIT.CREATED_AT, UNIT.ID)
                .forEach(row -> found.putIfAbsent(new AreaKey(row.get(UNIT.AREA_KEY)), unit(row)));
        return found;
    }

    private static Unit unit(Record row) {
        return new Unit(
                row.get(UNIT.ID),
                row.get(UNIT.NAME),
                Kind.valueOf(row.get(UNIT.KIND)),
                new AreaKey(row.get(UNIT.AREA_KEY)),
                row.get(UNIT.PARENT_ID),
                row.get(UNIT.RETIRED_AT) != null);
    }
}
