package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.HAND_OVER;
import static org.anshe.organisation.internal.db.Tables.HAND_OVER_ITEM;
import static org.anshe.organisation.internal.db.Tables.HAND_OVER_SHARE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.organisation.HeldWork.Item;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Hand-overs as lists and pages show them: to whoever hands over work where the person belonged then. */
@Repository
public class HandOverQueries {

    private final DSLContext sql;

    HandOverQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One share.
     *
     * @param area only what lay there; null for whatever no other share took
     * @param kept what stayed because the successor may not do it where it lies
     */
    public record ShareRow(
            int position,
            String kind,
            UUID toId,
            String toName,
            @Nullable AreaKey area,
            int moved,
            int kept) {}

    /** One hand-over. */
    public record HandOverRow(
            UUID id,
            UUID fromId,
            String fromName,
            String reason,
            LocalDate handedOn,
            Instant at,
            String byName,
            List<ShareRow> shares) {}

    /** Newest first. */
    public Page<HandOverRow> list(Scope scope, @Nullable UUID person, PageRequest page) {
        Condition after = DSL.noCondition();
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            after = DSL.row(HAND_OVER.AT, HAND_OVER.ID).lt(cursor.instant(0), cursor.uuid(1));
        }
        List<HandOverRow> rows = select(visible(scope)
                        .and(person == null ? DSL.noCondition() : HAND_OVER.FROM_ID.eq(person))
                        .and(after))
                .orderBy(HAND_OVER.AT.desc(), HAND_OVER.ID.desc())
                .limit(page.limit() + 1)
                .fetch(HandOverQueries::row);
        return Page.of(rows, page, row -> Cursor.of(row.at(), row.id()));
    }

    public Optional<HandOverRow> find(Scope scope, UUID id) {
        return select(visible(scope).and(HAND_OVER.ID.eq(id))).fetchOptional(HandOverQueries::row);
    }

    /** The records a share moved, as far as they lie in the scope. */
    public Page<Item> items(Scope scope, UUID handOver, int position, PageRequest page) {
        Condition after = DSL.noCondition();
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            after = DSL.row(HAND_OVER_ITEM.LABEL, HAND_OVER_ITEM.SUBJECT_ID).gt(cursor.decoded(0), cursor.uuid(1));
        }
        List<Item> rows = sql.select(
                        HAND_OVER_ITEM.SUBJECT_ID,
                        HAND_OVER_ITEM.LABEL,
                        HAND_OVER_ITEM.AREA_KEY,
                        HAND_OVER_ITEM.UNIT_ID)
                .from(HAND_OVER_ITEM)
                .where(HAND_OVER_ITEM.HAND_OVER_ID.eq(handOver))
                .and(HAND_OVER_ITEM.POSITION.eq(position))
                .and(inside(scope, HAND_OVER_ITEM.AREA_KEY, HAND_OVER_ITEM.UNIT_ID))
                .and(after)
                .orderBy(HAND_OVER_ITEM.LABEL, HAND_OVER_ITEM.SUBJECT_ID)
                .limit(page.limit() + 1)
                .fetch(row -> new Item(row.value1(), row.value2(), key(row.value3()), row.value4()));
        return Page.of(rows, page, row -> Cursor.of(Cursor.encoded(row.label()), row.id()));
    }

    private org.jooq.SelectConditionStep<Record> select(Condition which) {
        return sql.select(List.of(
                        HAND_OVER.ID,
                        HAND_OVER.FROM_ID,
                        HAND_OVER.FROM_NAME,
                        HAND_OVER.REASON,
                        HAND_OVER.HANDED_ON,
                        HAND_OVER.AT,
                        HAND_OVER.BY_NAME,
                        SHARES))
                .from(HAND_OVER)
                .where(which);
    }

    private static final Field<List<ShareRow>> SHARES = DSL.multiset(DSL.select(
                            HAND_OVER_SHARE.POSITION,
                            HAND_OVER_SHARE.KIND,
                            HAND_OVER_SHARE.TO_ID,
                            HAND_OVER_SHARE.TO_NAME,
                            HAND_OVER_SHARE.AREA_KEY,
                            HAND_OVER_SHARE.MOVED,
                            HAND_OVER_SHARE.KEPT)
                    .from(HAND_OVER_SHARE)
                    .where(HAND_OVER_SHARE.HAND_OVER_ID.eq(HAND_OVER.ID))
                    .orderBy(HAND_OVER_SHARE.POSITION))
            .as("shares")
            .convertFrom(rows -> rows.map(row -> new ShareRow(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    key(row.value5()),
                    row.value6(),
                    row.value7())));

    private static HandOverRow row(Record row) {
        return new HandOverRow(
                row.get(HAND_OVER.ID),
                row.get(HAND_OVER.FROM_ID),
                row.get(HAND_OVER.FROM_NAME),
                row.get(HAND_OVER.REASON),
                row.get(HAND_OVER.HANDED_ON),
                row.get(HAND_OVER.AT),
                row.get(HAND_OVER.BY_NAME),
                row.get(SHARES));
    }

    private static @Nullable AreaKey key(@Nullable Long value) {
        return value == null ? null : new AreaKey(value);
    }

    private static Condition visible(Scope scope) {
        return inside(scope, HAND_OVER.AREA_KEY, HAND_OVER.UNIT_ID);
    }

    /** What lies nowhere is for a scope of everything. */
    private static Condition inside(Scope scope, Field<Long> area, Field<UUID> unit) {
        return scope.isEverything() ? DSL.noCondition() : ScopeCondition.within(scope, area, unit);
    }
}
