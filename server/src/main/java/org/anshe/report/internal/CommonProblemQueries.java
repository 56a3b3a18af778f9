package org.anshe.report.internal;

import static org.anshe.report.internal.db.published.hazard.Tables.PUB_CASE;
import static org.anshe.report.internal.db.published.inspection.Tables.PUB_FAILED_ITEM;
import static org.anshe.report.internal.db.published.register.Tables.PUB_OBJECT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.report.internal.db.published.hazard.tables.PubCase;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.SelectJoinStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Hazards counted by what they have in common, in one pass over both periods. A number and the rows it opens hold by the
 * same condition. Rejected reports and duplicates are no problems.
 */
@Repository
class CommonProblemQueries {

    /** Stands for hazards about no registered object. */
    static final String NONE = "-";

    private final DSLContext sql;
    private final ProblemSettings settings;

    CommonProblemQueries(DSLContext sql, ProblemSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** What is asked: an area, a period with the one before it, and the moment of asking. */
    record Question(AreaSelection area, ReportPeriod period, ProblemDimension by, Instant asOf) {

        ReportPeriod previous() {
            return period.previous();
        }
    }

    /** Which rows a number counts. */
    enum Of {
        NOW,
        BEFORE,
        /** Reopened after they had been closed. */
        REOPENED,
        /** Reported at an object where one of the same domain had been closed not long before. */
        REPEATED,
        OPEN
    }

    /** By what groups are ordered. */
    enum Order {
        COUNT,
        GROWTH,
        REOPENED,
        REPEATED
    }

    /** One group. {@code texts} are the words of a checklist item by language, null for other dimensions. */
    record Counted(
            String key, @Nullable String texts, long now, long before, long reopened, long repeated, long open) {}

    /** A hazard behind a number. */
    record Case(
            UUID id,
            String number,
            String description,
            String domain,
            String grade,
            String state,
            AreaKey area,
            @Nullable String objectName,
            @Nullable String place,
            Instant reportedAt) {}

    List<Counted> groups(Scope scope, Question question, Order order) {
        Field<String> key = key(question);
        boolean items = question.by() == ProblemDimension.ITEM;
        Field<JSONB> texts = items
                ? DSL.field("(array_agg({0}))[1]", JSONB.class, PUB_FAILED_ITEM.ITEM_TEXTS)
                : DSL.castNull(JSONB.class);
        Field<Integer> now = count(Of.NOW, question);
        Field<Integer> before = count(Of.BEFORE, question);
        Field<Integer> reopened = count(Of.REOPENED, question);
        Field<Integer> repeated = count(Of.REPEATED, question);
        return from(
                        sql.select(
                                key.as("key"),
                                texts.as("texts"),
                                now.as("now_count"),
                                before.as("before_count"),
                                reopened.as("reopened"),
                                repeated.as("repeated"),
                                count(Of.OPEN, question).as("open_count")),
                        question.by())
                .where(inBoth(scope, question))
                .groupBy(key)
                .having(now.gt(0))
                .orderBy(sorted(order, now, before, reopened, repeated, key))
                .limit(settings.values().groups())
                .fetch(row -> new Counted(
                        row.value1(),
                        row.value2() == null ? null : row.value2().data(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    /** The rows one number counts, newest first. */
    Page<Case> rows(Scope scope, Question question, String key, Of of, PageRequest page) {
        Condition condition = inBoth(scope, question).and(key(question).eq(key)).and(holds(of, question));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(
                    DSL.row(PUB_CASE.REPORTED_AT, PUB_CASE.ID).lt(DSL.row(after.instant(0), after.uuid(1))));
        }
        // The name of an object is shown as far as the scope holds the object itself.
        Condition named = ScopeCondition.within(scope, PUB_OBJECT.AREA_KEY, PUB_OBJECT.UNIT_ID);
        Field<String> object = DSL.when(named, PUB_OBJECT.NAME);
        List<Case> rows = from(
                        sql.select(
                                PUB_CASE.ID,
                                PUB_CASE.NUMBER,
                                PUB_CASE.DESCRIPTION,
                                PUB_CASE.DOMAIN,
                                PUB_CASE.GRADE,
                                PUB_CASE.STATE,
                                PUB_CASE.AREA_KEY,
                                object,
                                PUB_CASE.PLACE,
                                PUB_CASE.REPORTED_AT),
                        question.by())
                .where(condition)
                .orderBy(PUB_CASE.REPORTED_AT.desc(), PUB_CASE.ID.desc())
                .limit(page.limit() + 1)
                .fetch(row -> new Case(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        new AreaKey(row.value7()),
                        row.value8(),
                        row.value9(),
                        row.value10()));
        return Page.of(rows, page, row -> Cursor.of(row.reportedAt(), row.id()));
    }

    /** When recording began in the streets of the area: before that, no number means nothing. */
    Optional<Instant> recordedSince(Scope scope, AreaSelection area) {
        return sql.select(PUB_CASE.REPORTED_AT)
                .from(PUB_CASE)
                .where(AreaCondition.within(area.streets(), PUB_CASE.AREA_KEY))
                .and(ScopeCondition.within(scope, PUB_CASE.AREA_KEY, PUB_CASE.UNIT_ID))
                .orderBy(PUB_CASE.REPORTED_AT)
                .limit(1)
                .fetchOptional(PUB_CASE.REPORTED_AT);
    }

    private static <R extends org.jooq.Record> SelectJoinStep<R> from(
            org.jooq.SelectFromStep<R> select, ProblemDimension by) {
        SelectJoinStep<R> from = select.from(PUB_CASE).leftJoin(PUB_OBJECT).on(PUB_OBJECT.ID.eq(PUB_CASE.OBJECT_ID));
        return by == ProblemDimension.ITEM
                ? from.join(PUB_FAILED_ITEM).on(PUB_FAILED_ITEM.HAZARD_ID.eq(PUB_CASE.ID))
                : from;
    }

    private static Field<String> key(Question question) {
        return switch (question.by()) {
            case DOMAIN -> PUB_CASE.DOMAIN;
            case AREA -> {
                Field<Long> span = DSL.inline(question.area().childSpan());
                yield PUB_CASE.AREA_KEY.minus(PUB_CASE.AREA_KEY.mod(span)).cast(String.class);
            }
            case OBJECT_TYPE -> DSL.coalesce(PUB_OBJECT.TYPE, DSL.inline(NONE));
            case ITEM -> DSL.concat(PUB_FAILED_ITEM.CHECKLIST_CODE, DSL.inline("/"), PUB_FAILED_ITEM.ITEM_CODE);
        };
    }

    private static Condition inBoth(Scope scope, Question question) {
        return AreaCondition.within(question.area().ranges(), PUB_CASE.AREA_KEY)
                .and(ScopeCondition.within(scope, PUB_CASE.AREA_KEY, PUB_CASE.UNIT_ID))
                .and(PUB_CASE.STATE.notIn("REJECTED", "DUPLICATE"))
                .and(PUB_CASE.REPORTED_AT.ge(question.previous().start()))
                .and(PUB_CASE.REPORTED_AT.lt(question.period().end()))
                .and(PUB_CASE.REPORTED_AT.le(question.asOf()));
    }

    private Field<Integer> count(Of of, Question question) {
        return DSL.count().filterWhere(holds(of, question));
    }

    private Condition holds(Of of, Question question) {
        Condition now = PUB_CASE.REPORTED_AT.ge(question.period().start());
        return switch (of) {
            case NOW -> now;
            case BEFORE -> PUB_CASE.REPORTED_AT.lt(question.previous().end());
            case REOPENED -> now.and(PUB_CASE.REOPENED_COUNT.gt(0));
            case REPEATED -> now.and(repeated());
            case OPEN -> now.and(DSL.condition(PUB_CASE.OPEN));
        };
    }

    /** Looks up the few earlier reports of the same object by their index. */
    private Condition repeated() {
        PubCase earlier = PUB_CASE.as("earlier");
        Field<Instant> since = DSL.field(
                "{0} - make_interval(days => {1})",
                Instant.class,
                PUB_CASE.REPORTED_AT,
                DSL.inline(settings.values().repeatWithinDays()));
        return DSL.exists(DSL.selectOne()
                .from(earlier)
                .where(earlier.OBJECT_ID.eq(PUB_CASE.OBJECT_ID))
                .and(earlier.DOMAIN.eq(PUB_CASE.DOMAIN))
                .and(earlier.REPORTED_AT.lt(PUB_CASE.REPORTED_AT))
                .and(earlier.REPORTED_AT.ge(since))
                .and(earlier.CLOSED_AT.le(PUB_CASE.REPORTED_AT)));
    }

    private List<SortField<?>> sorted(
            Order order,
            Field<Integer> now,
            Field<Integer> before,
            Field<Integer> reopened,
            Field<Integer> repeated,
            Field<String> key) {
        Field<Boolean> enough = DSL.field(now.ge(settings.values().minimum()));
        Field<Double> ratio = now.cast(Double.class).div(DSL.nullif(before, 0));
        return switch (order) {
            case COUNT -> List.of(now.desc(), key.asc());
            case GROWTH -> List.of(enough.desc(), ratio.desc().nullsFirst(), now.desc(), key.asc());
            case REOPENED -> List.of(reopened.desc(), now.desc(), key.asc());
            case REPEATED -> List.of(repeated.desc(), now.desc(), key.asc());
        };
    }
}
