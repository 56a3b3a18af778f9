package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.anshe.deadline.ClockState;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** How many running clocks are in which state. Only running ones are touched, and none is counted beyond the limit. */
@Repository
class BoardQueries {

    private final DSLContext sql;
    private final HazardQueries hazards;

    BoardQueries(DSLContext sql, HazardQueries hazards) {
        this.sql = sql;
        this.hazards = hazards;
    }

    /** Each state up to the limit, in one question. */
    Map<ClockState, Integer> count(Caller caller, HazardFilter filter, int limit) {
        List<Field<Integer>> counts = Arrays.stream(ClockState.values())
                .map(state -> DSL.field(DSL.selectCount()
                        .from(DSL.selectOne()
                                .from(HAZARD)
                                .where(hazards.clocked(caller, filter.withClock(state)))
                                .limit(limit)
                                .asTable(state.name()))))
                .toList();
        return sql.select(counts).fetchSingle(row -> {
            Map<ClockState, Integer> found = new EnumMap<>(ClockState.class);
            for (ClockState state : ClockState.values()) {
                found.put(state, row.get(counts.get(state.ordinal())));
            }
            return found;
        });
    }
}
