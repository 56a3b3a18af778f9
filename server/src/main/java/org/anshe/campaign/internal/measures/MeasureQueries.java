package org.anshe.campaign.internal.measures;

import static org.anshe.campaign.internal.db.Tables.MEASURE;
import static org.anshe.campaign.internal.db.Tables.MEASURE_HAZARD;
import static org.anshe.campaign.internal.db.Tables.MEASURE_TEXT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Measures for screens and tables: those of the areas and units of a scope, newest first. */
@Repository
class MeasureQueries {

    private static final Field<Integer> ANSWERS = DSL.field(
                    DSL.selectCount().from(MEASURE_HAZARD).where(MEASURE_HAZARD.MEASURE_ID.eq(MEASURE.ID)))
            .as("answers");
    private static final Field<Integer> ISSUED = DSL.field(DSL.selectCount()
                    .from(MEASURE_TEXT)
                    .where(MEASURE_TEXT.MEASURE_ID.eq(MEASURE.ID))
                    .and(MEASURE_TEXT.STATE.eq("ISSUED")))
            .as("issued_texts");
    private static final Field<LocalDate> EFFECTIVE = DSL.field(DSL.select(MEASURE_TEXT.EFFECTIVE_ON)
                    .from(MEASURE_TEXT)
                    .where(MEASURE_TEXT.MEASURE_ID.eq(MEASURE.ID))
                    .and(MEASURE_TEXT.NTH.eq(MEASURE.NTH_IN_FORCE)))
            .as("effective_on");

    private final DSLContext sql;
    private final JsonMapper json;

    MeasureQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What to look for; null members and no ranges do not restrict. */
    record Filter(
            @Nullable MeasureState state,
            @Nullable MeasureKind kind,
            @Nullable String domain,
            @Nullable UUID listId,
            List<AreaRange> within,
            @Nullable String text) {}

    /**
     * @param answers how many problems it answers
     * @param issued how many texts were issued
     */
    record Found(
            MeasureRow measure,
            int answers,
            int issued,
            @Nullable LocalDate effectiveOn) {}

    Page<Found> list(Scope scope, Filter filter, PageRequest page) {
        Condition condition = visible(scope).and(matches(filter));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(MEASURE.CREATED_AT, MEASURE.ID).lt(after.instant(0), after.uuid(1)));
        }
        List<Found> rows = select(condition, page.limit() + 1);
        return Page.of(
                rows,
                page,
                row -> Cursor.of(row.measure().createdAt(), row.measure().id()));
    }

    Optional<Found> find(Scope scope, UUID id) {
        return select(visible(scope).and(MEASURE.ID.eq(id)), 1).stream().findFirst();
    }

    private List<Found> select(Condition condition, int limit) {
        return sql.select(MEASURE.asterisk(), ANSWERS, ISSUED, EFFECTIVE)
                .from(MEASURE)
                .where(condition)
                .orderBy(MEASURE.CREATED_AT.desc(), MEASURE.ID.desc())
                .limit(limit)
                .fetch(row -> new Found(
                        MeasureRepository.row(json, row), row.get(ANSWERS), row.get(ISSUED), row.get(EFFECTIVE)));
    }

    private static Condition visible(Scope scope) {
        return ScopeCondition.within(scope, MEASURE.AREA_KEY, MEASURE.UNIT_ID);
    }

    private static Condition matches(Filter filter) {
        String text = filter.text() == null ? "" : filter.text().strip();
        return DSL.and(
                filter.state() == null
                        ? DSL.noCondition()
                        : MEASURE.STATE.eq(filter.state().name()),
                filter.kind() == null
                        ? DSL.noCondition()
                        : MEASURE.KIND.eq(filter.kind().name()),
                filter.domain() == null ? DSL.noCondition() : MEASURE.DOMAIN.eq(filter.domain()),
                filter.listId() == null ? DSL.noCondition() : MEASURE.LIST_ID.eq(filter.listId()),
                filter.within().isEmpty() ? DSL.noCondition() : AreaCondition.within(filter.within(), MEASURE.AREA_KEY),
                text.isEmpty()
                        ? DSL.noCondition()
                        : MEASURE.TITLE.containsIgnoreCase(text).or(MEASURE.NUMBER.containsIgnoreCase(text)));
    }
}
