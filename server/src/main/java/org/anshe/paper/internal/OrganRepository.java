package org.anshe.paper.internal;

import static org.anshe.paper.internal.db.Tables.COUNTER;
import static org.anshe.paper.internal.db.Tables.ORGAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** The organs and the numbers they have given out. */
@Repository
class OrganRepository {

    private static final List<SelectField<?>> ORGAN_ROW = List.of(
            ORGAN.UNIT_ID,
            ORGAN.NAME,
            ORGAN.ABBREVIATION,
            ORGAN.AREA_KEY,
            ORGAN.VERSION,
            DSL.field(ORGAN.STAMP.isNotNull()).as("has_stamp"));

    private final DSLContext sql;

    OrganRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Organ> list(Scope scope) {
        return sql.select(ORGAN_ROW)
                .from(ORGAN)
                .where(ScopeCondition.within(scope, ORGAN.AREA_KEY, ORGAN.UNIT_ID))
                .orderBy(ORGAN.AREA_KEY, ORGAN.NAME, ORGAN.UNIT_ID)
                .limit(500)
                .fetch(OrganRepository::organ);
    }

    Optional<Organ> find(UUID unit) {
        return sql.select(ORGAN_ROW).from(ORGAN).where(ORGAN.UNIT_ID.eq(unit)).fetchOptional(OrganRepository::organ);
    }

    /** The organs that work in an area or above it, the nearest first. */
    List<Organ> responsibleFor(AreaKey area) {
        List<Long> chain = new ArrayList<>();
        for (@Nullable AreaKey at = area; at != null; at = at.parent().orElse(null)) {
            chain.add(at.value());
        }
        return sql.select(ORGAN_ROW)
                .from(ORGAN)
                .where(ORGAN.AREA_KEY.in(chain))
                .orderBy(ORGAN.AREA_KEY.desc(), ORGAN.NAME, ORGAN.UNIT_ID)
                .limit(100)
                .fetch(OrganRepository::organ);
    }

    Optional<byte[]> stamp(UUID unit) {
        return sql.select(ORGAN.STAMP).from(ORGAN).where(ORGAN.UNIT_ID.eq(unit)).fetchOptional(ORGAN.STAMP);
    }

    /** Adds the organ; false when there is one already. */
    boolean add(Organ organ) {
        return sql.insertInto(ORGAN)
                        .set(ORGAN.UNIT_ID, organ.unitId())
                        .set(ORGAN.NAME, organ.name())
                        .set(ORGAN.ABBREVIATION, organ.abbreviation())
                        .set(ORGAN.AREA_KEY, organ.area().value())
                        .onConflict(ORGAN.UNIT_ID)
                        .doNothing()
                        .execute()
                > 0;
    }

    void change(Organ organ) {
        changed(sql.update(ORGAN)
                .set(ORGAN.NAME, organ.name())
                .set(ORGAN.ABBREVIATION, organ.abbreviation())
                .set(ORGAN.AREA_KEY, organ.area().value())
                .set(ORGAN.VERSION, organ.version() + 1)
                .where(ORGAN.UNIT_ID.eq(organ.unitId()))
                .and(ORGAN.VERSION.eq(organ.version()))
                .execute());
    }

    void setStamp(UUID unit, byte @Nullable [] picture) {
        changed(sql.update(ORGAN)
                .set(ORGAN.STAMP, picture)
                .set(ORGAN.VERSION, ORGAN.VERSION.plus(1))
                .where(ORGAN.UNIT_ID.eq(unit))
                .execute());
    }

    /**
     * The next number. Whoever asks for the same counter waits until this transaction ends, and gets the same number
     * when it is rolled back.
     */
    int nextNumber(UUID unit, String kind, int year) {
        return Objects.requireNonNull(sql.insertInto(COUNTER)
                .set(COUNTER.UNIT_ID, unit)
                .set(COUNTER.KIND, kind)
                .set(COUNTER.YEAR, year)
                .set(COUNTER.LAST, 1)
                .onConflict(COUNTER.UNIT_ID, COUNTER.KIND, COUNTER.YEAR)
                .doUpdate()
                .set(COUNTER.LAST, COUNTER.LAST.plus(1))
                .returningResult(COUNTER.LAST)
                .fetchSingle(COUNTER.LAST));
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("The organ was changed meanwhile");
        }
    }

    private static Organ organ(Record row) {
        return new Organ(
                row.get(ORGAN.UNIT_ID),
                row.get(ORGAN.NAME),
                row.get(ORGAN.ABBREVIATION),
                new AreaKey(row.get(ORGAN.AREA_KEY)),
                row.get("has_stamp", Boolean.class),
                row.get(ORGAN.VERSION));
    }
}
