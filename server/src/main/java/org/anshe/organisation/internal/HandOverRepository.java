package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.HAND_OVER;
import static org.anshe.organisation.internal.db.Tables.HAND_OVER_SHARE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.anshe.identity.Colleagues.Colleague;
import org.anshe.organisation.HeldWork.Item;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The records of hand-overs: written once, never changed. */
@Repository
class HandOverRepository {

    private final DSLContext sql;

    HandOverRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose work was handed over when, why and by whom. */
    record HandOver(
            UUID id,
            Colleague from,
            String reason,
            LocalDate day,
            Instant at,
            @Nullable UUID byId,
            String byName) {}

    /** What went to one successor. */
    record Done(String kind, Caller to, @Nullable AreaKey area, List<Item> items, int kept) {}

    /** False when there is a hand-over of this id already. */
    boolean add(HandOver record) {
        AreaKey area = record.from().area();
        return sql.insertInto(HAND_OVER)
                        .set(HAND_OVER.ID, record.id())
                        .set(HAND_OVER.FROM_ID, record.from().id())
                        .set(HAND_OVER.FROM_NAME, record.from().name())
                        .set(HAND_OVER.AREA_KEY, area == null ? null : area.value())
                        .set(HAND_OVER.UNIT_ID, record.from().unitId())
                        .set(HAND_OVER.REASON, record.reason())
                        .set(HAND_OVER.HANDED_ON, record.day())
                        .set(HAND_OVER.AT, record.at())
                        .set(HAND_OVER.BY_ID, record.byId())
                        .set(HAND_OVER.BY_NAME, record.byName())
                        .onConflict(HAND_OVER.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Whether the record of this id is of the same person's work and by the same hand. */
    boolean isOf(UUID id, UUID from, @Nullable UUID by) {
        return sql.fetchExists(
                HAND_OVER,
                HAND_OVER.ID.eq(id).and(HAND_OVER.FROM_ID.eq(from)).and(HAND_OVER.BY_ID.isNotDistinctFrom(by)));
    }

    void addShares(UUID handOver, List<Done> shares) {
        int position = 0;
        for (Done share : shares) {
            position++;
            AreaKey area = share.area();
            sql.insertInto(HAND_OVER_SHARE)
                    .set(HAND_OVER_SHARE.HAND_OVER_ID, handOver)
                    .set(HAND_OVER_SHARE.POSITION, position)
                    .set(HAND_OVER_SHARE.KIND, share.kind())
                    .set(HAND_OVER_SHARE.TO_ID, share.to().person())
                    .set(HAND_OVER_SHARE.TO_NAME, share.to().name())
                    .set(HAND_OVER_SHARE.AREA_KEY, area == null ? null : area.value())
                    .set(HAND_OVER_SHARE.MOVED, share.items().size())
                    .set(HAND_OVER_SHARE.KEPT, share.kept())
                    .execute();
            addItems(handOver, position, share.items());
        }
    }

    private void addItems(UUID handOver, int position, List<Item> items) {
        sql.execute(
                """
                insert into organisation.hand_over_item (hand_over_id, position, subject_id, label, area_key, unit_id)
                select {0}, {1}, n.id, n.label, n.area_key, n.unit_id
                from unnest({2}, {3}, {4}, {5}) as n (id, label, area_key, unit_id)""",
                DSL.val(handOver),
                DSL.val(position),
                array(items, Item::id, UUID[]::new),
                array(items, Item::label, String[]::new),
                array(items, HandOverRepository::key, Long[]::new),
                array(items, Item::unitId, UUID[]::new));
    }

    private static @Nullable Long key(Item item) {
        AreaKey area = item.area();
        return area == null ? null : area.value();
    }

    private static <V> Field<V[]> array(List<Item> items, Function<Item, @Nullable V> value, IntFunction<V[]> make) {
        List<@Nullable V> values = new java.util.ArrayList<>(items.size());
        items.forEach(item -> values.add(value.apply(item)));
        return DSL.val(values.toArray(make));
    }
}
