package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.PLAN;
import static org.anshe.inspection.internal.db.Tables.PLAN_INSPECTOR;

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

/** Plans by the inspectors they name. */
@Repository
class HeldPlanRepository {

    private static final String CHECK = "inspection.check";

    private final DSLContext sql;

    HeldPlanRepository(DSLContext sql) {
        this.sql = sql;
    }

    int count(UUID person) {
        return sql.fetchCount(PLAN, names(person));
    }

    Look look(WorkTransfer transfer) {
        Condition reached = within(transfer.reach());
        Condition able = within(transfer.to().scopeFor(CHECK));
        Condition stays = DSL.not(able);
        return sql.select(
                        DSL.count().filterWhere(reached.and(able)),
                        DSL.count().filterWhere(reached.and(stays)),
                        DSL.count().filterWhere(DSL.not(reached)))
                .from(PLAN)
                .where(share(transfer))
                .fetchSingle(row -> new Look(
                        row.value1(),
                        row.value2(),
                        0,
                        row.value3() > 0,
                        examples(transfer, reached.and(able)),
                        examples(transfer, reached.and(stays))));
    }

    /**
     * One statement for all of them. The revision goes up: who edits the plan meanwhile is told, and the generator
     * reads it again. A successor who is among the inspectors already stays once.
     */
    List<Item> move(WorkTransfer transfer) {
        return sql.resultQuery(
                        """
                with held as materialized (
                    select id from inspection.plan where {0} order by id for update),
                moved as (
                    update inspection.plan p set revision = p.revision + 1
                    from held where p.id = held.id
                    returning p.id, p.name, p.area_key, p.unit_id),
                gone as (
                    delete from inspection.plan_inspector i using held
                    where i.plan_id = held.id and i.person_id = {1}),
                come as (
                    insert into inspection.plan_inspector (plan_id, person_id)
                    select id, {2} from held on conflict do nothing)
                select id, name, area_key, unit_id from moved order by name, id""",
                        share(transfer)
                                .and(within(transfer.reach()))
                                .and(within(transfer.to().scopeFor(CHECK))),
                        DSL.val(transfer.from().id()),
                        DSL.val(transfer.to().person()))
                .coerce(PLAN.ID, PLAN.NAME, PLAN.AREA_KEY, PLAN.UNIT_ID)
                .fetch(HeldPlanRepository::item);
    }

    private List<Item> examples(WorkTransfer transfer, Condition which) {
        return sql.select(PLAN.ID, PLAN.NAME, PLAN.AREA_KEY, PLAN.UNIT_ID)
                .from(PLAN)
                .where(share(transfer))
                .and(which)
                .orderBy(PLAN.NAME, PLAN.ID)
                .limit(HeldWork.EXAMPLES)
                .fetch(HeldPlanRepository::item);
    }

    private static Item item(Record row) {
        return new Item(
                row.get(PLAN.ID), row.get(PLAN.NAME), new AreaKey(row.get(PLAN.AREA_KEY)), row.get(PLAN.UNIT_ID));
    }

    private static Condition share(WorkTransfer transfer) {
        return names(transfer.from().id())
                .and(AreaCondition.share(transfer.within(), transfer.except(), PLAN.AREA_KEY));
    }

    private static Condition names(UUID person) {
        return PLAN.STATE
                .ne(Plan.State.ENDED.name())
                .and(DSL.exists(DSL.selectOne()
                        .from(PLAN_INSPECTOR)
                        .where(PLAN_INSPECTOR.PLAN_ID.eq(PLAN.ID))
                        .and(PLAN_INSPECTOR.PERSON_ID.eq(person))));
    }

    private static Condition within(Scope scope) {
        return ScopeCondition.inside(scope, PLAN.AREA_KEY, PLAN.UNIT_ID);
    }
}
