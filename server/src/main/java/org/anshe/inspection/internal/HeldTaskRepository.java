package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.PLAN;
import static org.anshe.inspection.internal.db.Tables.TASK;

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

/** Open tasks by the person they were given to, moved all at once. */
@Repository
class HeldTaskRepository {

    private static final String CHECK = "inspection.check";

    private final DSLContext sql;

    HeldTaskRepository(DSLContext sql) {
        this.sql = sql;
    }

    int count(UUID person) {
        return sql.fetchCount(TASK, givenTo(person));
    }

    Look look(WorkTransfer transfer) {
        Condition reached = within(transfer.reach());
        Condition able = within(transfer.to().scopeFor(CHECK));
        Condition stays = DSL.not(able);
        return sql.select(
                        DSL.count().filterWhere(reached.and(able)),
                        DSL.count().filterWhere(reached.and(stays)),
                        DSL.count().filterWhere(DSL.not(reached)))
                .from(TASK)
                .where(share(transfer))
                .fetchSingle(row -> new Look(
                        row.value1(),
                        row.value2(),
                        0,
                        row.value3() > 0,
                        examples(transfer, reached.and(able)),
                        examples(transfer, reached.and(stays))));
    }

    /** One statement for all of them, locked in one order; drafts of the one who leaves make room for new ones. */
    List<Item> move(WorkTransfer transfer) {
        return sql.resultQuery(
                        """
                with held as materialized (
                    select id from inspection.task
                    where {0} order by id for update),
                moved as (
                    update inspection.task t set assignee_id = {1}
                    from held where t.id = held.id
                    returning t.id, t.plan_id, t.period_start, t.area_key, t.unit_id),
                set_aside as (
                    update inspection."check" c set state = 'DISCARDED', revision = c.revision + 1
                    from held where c.task_id = held.id and c.inspector_id = {2} and c.state = 'DRAFT')
                select moved.id, plan.name, moved.period_start, moved.area_key, moved.unit_id
                from moved join inspection.plan on plan.id = moved.plan_id order by moved.id""",
                        share(transfer)
                                .and(within(transfer.reach()))
                                .and(within(transfer.to().scopeFor(CHECK))),
                        DSL.val(transfer.to().person()),
                        DSL.val(transfer.from().id()))
                .coerce(TASK.ID, PLAN.NAME, TASK.PERIOD_START, TASK.AREA_KEY, TASK.UNIT_ID)
                .fetch(HeldTaskRepository::item);
    }

    private List<Item> examples(WorkTransfer transfer, Condition which) {
        return sql.select(TASK.ID, PLAN.NAME, TASK.PERIOD_START, TASK.AREA_KEY, TASK.UNIT_ID)
                .from(TASK)
                .join(PLAN)
                .on(PLAN.ID.eq(TASK.PLAN_ID))
                .where(share(transfer))
                .and(which)
                .orderBy(TASK.DUE_AT, TASK.ID)
                .limit(HeldWork.EXAMPLES)
                .fetch(HeldTaskRepository::item);
    }

    private static Item item(Record row) {
        return new Item(
                row.get(TASK.ID),
                row.get(PLAN.NAME) + " " + row.get(TASK.PERIOD_START),
                new AreaKey(row.get(TASK.AREA_KEY)),
                row.get(TASK.UNIT_ID));
    }

    private static Condition share(WorkTransfer transfer) {
        return givenTo(transfer.from().id())
                .and(AreaCondition.share(transfer.within(), transfer.except(), TASK.AREA_KEY));
    }

    private static Condition givenTo(UUID person) {
        return TASK.ASSIGNEE_ID.eq(person).and(TASK.DONE_AT.isNull()).and(TASK.CANCELLED_AT.isNull());
    }

    private static Condition within(Scope scope) {
        return ScopeCondition.inside(scope, TASK.AREA_KEY, TASK.UNIT_ID);
    }
}
