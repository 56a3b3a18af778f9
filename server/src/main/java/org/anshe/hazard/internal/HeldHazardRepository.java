package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.hazard.HazardStatus;
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
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Open hazards by the person who answers for them, moved all at once. */
@Repository
class HeldHazardRepository {

    static final String ACTION = "change-person";
    private static final String RECTIFY = "hazard.rectify";
    private static final String CLOSE = "hazard.close";

    private final DSLContext sql;
    private final JsonMapper json;

    HeldHazardRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    int count(UUID person) {
        return sql.fetchCount(HAZARD, heldBy(person));
    }

    Look look(WorkTransfer transfer) {
        Condition reached = within(transfer.reach());
        Condition able = able(transfer);
        Condition stays = DSL.not(able);
        Condition judged = HAZARD.STATE
                .in(HazardStatus.SUBMITTED.name(), HazardStatus.FIXED_ON_SPOT.name())
                .and(within(transfer.to().scopeFor(CLOSE)))
                .and(DSL.not(
                        DSL.condition("{0} = any({1})", DSL.val(transfer.to().person()), HAZARD.RECTIFIERS)));
        return sql.select(
                        DSL.count().filterWhere(reached.and(able)),
                        DSL.count().filterWhere(reached.and(stays)),
                        DSL.count().filterWhere(reached.and(able).and(judged)),
                        DSL.count().filterWhere(DSL.not(reached)))
                .from(HAZARD)
                .where(share(transfer))
                .fetchSingle(row -> new Look(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4() > 0,
                        examples(transfer, reached.and(able)),
                        examples(transfer, reached.and(stays))));
    }

    /**
     * One statement for all of them: the person, the version, and a row of each timeline. Who takes a step meanwhile is
     * told that the hazard has changed; whoever took one before is waited for. Locked in one order, so that two
     * hand-overs never wait for each other.
     */
    List<Item> move(WorkTransfer transfer) {
        return sql.resultQuery(
                        """
                with held as materialized (
                    select id from hazard.hazard
                    where {0} order by id for update),
                moved as (
                    update hazard.hazard h
                    set responsible_id = {1}, responsible_name = {2}, version = h.version + 1,
                        rectifiers = case when {3} = any(h.rectifiers) then h.rectifiers else h.rectifiers || {3} end
                    from held where h.id = held.id
                    returning h.id, h.number, h.version, h.state, h.area_key, h.unit_id),
                told as (
                    insert into hazard.step (hazard_id, seq, at, actor_id, actor_name, action, from_state, to_state, facts)
                    select id, version, {4}, {5}, {6}, {7}, state, state, {8} from moved)
                select id, number, area_key, unit_id from moved order by number, id""",
                        share(transfer).and(within(transfer.reach())).and(able(transfer)),
                        DSL.val(transfer.to().person()),
                        DSL.val(transfer.to().name()),
                        DSL.val(transfer.from().id()),
                        DSL.val(transfer.at(), HAZARD.REPORTED_AT),
                        DSL.val(transfer.caller().personId(), UUID.class),
                        DSL.val(transfer.caller().name()),
                        DSL.val(ACTION),
                        DSL.val(JSONB.valueOf(json.writeValueAsString(facts(transfer)))))
                .coerce(HAZARD.ID, HAZARD.NUMBER, HAZARD.AREA_KEY, HAZARD.UNIT_ID)
                .fetch(HeldHazardRepository::item);
    }

    private static Map<String, Object> facts(WorkTransfer transfer) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("fromPerson", transfer.from().name());
        facts.put("responsible", transfer.to().name());
        facts.put("reason", transfer.reason());
        facts.put("handOver", transfer.handOver());
        return facts;
    }

    private List<Item> examples(WorkTransfer transfer, Condition which) {
        return sql.select(HAZARD.ID, HAZARD.NUMBER, HAZARD.AREA_KEY, HAZARD.UNIT_ID)
                .from(HAZARD)
                .where(share(transfer))
                .and(which)
                .orderBy(HAZARD.CLOCK_DUE_AT.asc().nullsLast(), HAZARD.ID)
                .limit(HeldWork.EXAMPLES)
                .fetch(HeldHazardRepository::item);
    }

    private static Item item(Record row) {
        return new Item(
                row.get(HAZARD.ID),
                row.get(HAZARD.NUMBER),
                new AreaKey(row.get(HAZARD.AREA_KEY)),
                row.get(HAZARD.UNIT_ID));
    }

    private static Condition share(WorkTransfer transfer) {
        Field<Long> area = HAZARD.AREA_KEY;
        return heldBy(transfer.from().id()).and(AreaCondition.share(transfer.within(), transfer.except(), area));
    }

    private static Condition heldBy(UUID person) {
        return HAZARD.RESPONSIBLE_ID.eq(person).and(DSL.condition(HAZARD.OPEN));
    }

    private static Condition able(WorkTransfer transfer) {
        return within(transfer.to().scopeFor(RECTIFY));
    }

    private static Condition within(Scope scope) {
        return ScopeCondition.inside(scope, HAZARD.AREA_KEY, HAZARD.UNIT_ID);
    }
}
