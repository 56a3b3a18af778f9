package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.AREA_HOLDER;

import java.util.List;
import java.util.UUID;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.HeldWork.Item;
import org.anshe.organisation.HeldWork.Look;
import org.anshe.organisation.WorkTransfer;
import org.anshe.organisation.internal.MembershipRepository.Holder;
import org.anshe.shared.AreaKey;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Areas by the people named for them, moved all at once. */
@Repository
class HeldAreaRepository {

    private final DSLContext sql;

    HeldAreaRepository(DSLContext sql) {
        this.sql = sql;
    }

    int count(UUID person) {
        return sql.fetchCount(AREA_HOLDER, AREA_HOLDER.PERSON_ID.eq(person).and(AREA_HOLDER.UNTIL.isNull()));
    }

    Look look(WorkTransfer transfer) {
        Condition reached = ScopeCondition.within(transfer.reach(), AREA_HOLDER.AREA_KEY);
        List<Item> examples = sql.select(AREA_HOLDER.ID, AREA_HOLDER.AREA_KEY, AREA_HOLDER.ROLE, AREA_HOLDER.PERSON_ID)
                .from(AREA_HOLDER)
                .where(share(transfer))
                .and(reached)
                .orderBy(AREA_HOLDER.AREA_KEY, AREA_HOLDER.ID)
                .limit(HeldWork.EXAMPLES)
                .fetch(row -> item(holder(row)));
        return sql.select(DSL.count().filterWhere(reached), DSL.count().filterWhere(DSL.not(reached)))
                .from(AREA_HOLDER)
                .where(share(transfer))
                .fetchSingle(row -> new Look(row.value1(), 0, 0, row.value2() > 0, examples, List.of()));
    }

    /** Ends what one held and names the other, who may be named already. Returns who held what until then. */
    List<Holder> move(WorkTransfer transfer) {
        return sql.resultQuery(
                        """
                with held as materialized (
                    select id from organisation.area_holder
                    where {0} order by id for update),
                ended as (
                    update organisation.area_holder h set until = greatest({2}, h.since)
                    from held where h.id = held.id
                    returning h.id, h.area_key, h.role, h.person_id),
                begun as (
                    insert into organisation.area_holder (id, area_key, role, person_id, since)
                    select gen_random_uuid(), area_key, role, {1}, {2} from ended
                    on conflict do nothing)
                select id, area_key, role, person_id from ended order by area_key, id""",
                        share(transfer).and(ScopeCondition.within(transfer.reach(), AREA_HOLDER.AREA_KEY)),
                        DSL.val(transfer.to().person()),
                        DSL.val(transfer.at(), AREA_HOLDER.SINCE))
                .coerce(AREA_HOLDER.ID, AREA_HOLDER.AREA_KEY, AREA_HOLDER.ROLE, AREA_HOLDER.PERSON_ID)
                .fetch(HeldAreaRepository::holder);
    }

    static Item item(Holder holder) {
        return new Item(holder.id(), holder.role().name(), holder.area(), null);
    }

    private static Holder holder(Record row) {
        return new Holder(
                row.get(AREA_HOLDER.ID),
                new AreaKey(row.get(AREA_HOLDER.AREA_KEY)),
                AreaHolderRole.valueOf(row.get(AREA_HOLDER.ROLE)),
                row.get(AREA_HOLDER.PERSON_ID));
    }

    private static Condition share(WorkTransfer transfer) {
        return AREA_HOLDER
                .PERSON_ID
                .eq(transfer.from().id())
                .and(AREA_HOLDER.UNTIL.isNull())
                .and(AreaCondition.share(transfer.within(), transfer.except(), AREA_HOLDER.AREA_KEY));
    }
}
