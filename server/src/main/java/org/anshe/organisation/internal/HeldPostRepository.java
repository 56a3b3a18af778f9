package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.MEMBERSHIP;
import static org.anshe.organisation.internal.db.Tables.UNIT;

import java.util.List;
import java.util.UUID;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.HeldWork.Item;
import org.anshe.organisation.HeldWork.Look;
import org.anshe.organisation.WorkTransfer;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Posts by who holds them, moved all at once. A post asks for no right: whoever is named has it. */
@Repository
class HeldPostRepository {

    private final DSLContext sql;

    HeldPostRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A post that has changed hands. */
    record MovedPost(UUID id, UUID unit, String unitName, String post, AreaKey area) {

        Item item() {
            return new Item(id, unitName + " " + post, area, unit);
        }
    }

    int count(UUID person) {
        return sql.fetchCount(MEMBERSHIP, MEMBERSHIP.PERSON_ID.eq(person).and(MEMBERSHIP.ENDED_AT.isNull()));
    }

    Look look(WorkTransfer transfer) {
        Condition reached = within(transfer.reach());
        List<Item> examples = sql.select(MEMBERSHIP.ID, MEMBERSHIP.UNIT_ID, UNIT.NAME, MEMBERSHIP.POST, UNIT.AREA_KEY)
                .from(MEMBERSHIP)
                .join(UNIT)
                .on(UNIT.ID.eq(MEMBERSHIP.UNIT_ID))
                .where(share(transfer))
                .and(reached)
                .orderBy(UNIT.NAME, MEMBERSHIP.SORT, MEMBERSHIP.ID)
                .limit(HeldWork.EXAMPLES)
                .fetch(row -> post(row).item());
        return sql.select(DSL.count().filterWhere(reached), DSL.count().filterWhere(DSL.not(reached)))
                .from(MEMBERSHIP)
                .join(UNIT)
                .on(UNIT.ID.eq(MEMBERSHIP.UNIT_ID))
                .where(share(transfer))
                .fetchSingle(row -> new Look(row.value1(), 0, 0, row.value2() > 0, examples, List.of()));
    }

    /** Ends what one held and gives it to the other, who may hold it already. What was bound to a post follows it. */
    List<MovedPost> move(WorkTransfer transfer) {
        return sql.resultQuery(
                        """
                with held as materialized (
                    select membership.id
                    from organisation.membership join organisation.unit on unit.id = membership.unit_id
                    where {0} order by membership.id for update of membership),
                ended as (
                    update organisation.membership m set ended_at = greatest({2}, m.since)
                    from held where m.id = held.id
                    returning m.id, m.unit_id, m.post, m.sort),
                begun as (
                    insert into organisation.membership (id, unit_id, post, person_id, sort, since)
                    select gen_random_uuid(), unit_id, post, {1}, sort, {2} from ended
                    on conflict do nothing)
                select ended.id, ended.unit_id, unit.name, ended.post, unit.area_key
                from ended join organisation.unit on unit.id = ended.unit_id order by unit.name, ended.id""",
                        share(transfer).and(within(transfer.reach())),
                        DSL.val(transfer.to().person()),
                        DSL.val(transfer.at(), MEMBERSHIP.SINCE))
                .coerce(MEMBERSHIP.ID, MEMBERSHIP.UNIT_ID, UNIT.NAME, MEMBERSHIP.POST, UNIT.AREA_KEY)
                .fetch(HeldPostRepository::post);
    }

    private static MovedPost post(Record row) {
        return new MovedPost(
                row.get(MEMBERSHIP.ID),
                row.get(MEMBERSHIP.UNIT_ID),
                row.get(UNIT.NAME),
                row.get(MEMBERSHIP.POST),
                new AreaKey(row.get(UNIT.AREA_KEY)));
    }

    private static Condition share(WorkTransfer transfer) {
        return MEMBERSHIP
                .PERSON_ID
                .eq(transfer.from().id())
                .and(MEMBERSHIP.ENDED_AT.isNull())
                .and(AreaCondition.share(transfer.within(), transfer.except(), UNIT.AREA_KEY));
    }

    private static Condition within(Scope scope) {
        return ScopeCondition.inside(scope, UNIT.AREA_KEY, UNIT.ID);
    }
}
