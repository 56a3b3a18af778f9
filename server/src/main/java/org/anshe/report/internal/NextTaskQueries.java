package org.anshe.report.internal;

import static org.anshe.report.internal.db.published.campaign.Tables.PUB_TASK;

import java.util.List;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.shared.Scope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The campaign tasks that come next. */
@Repository
class NextTaskQueries {

    private final DSLContext sql;

    NextTaskQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Titles of the open tasks a question counts, in the order they fall due. */
    List<String> titles(Scope scope, AreaSelection area, Question due, int limit) {
        return sql.select(PUB_TASK.TITLE)
                .from(PUB_TASK)
                .where(RowConditionQueries.visible(Source.of(due.indicator()), scope, area))
                .and(IndicatorQueries.condition(due, area))
                .and(PUB_TASK.STATE.eq("OPEN"))
                .orderBy(PUB_TASK.DUE_ON, PUB_TASK.ID)
                .limit(limit)
                .fetch(PUB_TASK.TITLE);
    }
}
