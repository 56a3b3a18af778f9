package org.anshe.report.internal;

import static org.anshe.report.internal.db.Tables.HAZARD_FOLD;
import static org.anshe.report.internal.db.published.report.Tables.PUB_HAZARD_TAIL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anshe.report.internal.IndicatorQueries.Group;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.shared.Scope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Answers questions about hazards from the months of settled ones and the tail, in one statement: a hazard that moves
 * from one to the other meanwhile is seen in exactly one of them.
 */
@Repository
class HazardMonthQueries {

    private static final Field<String> VALUE = DSL.field(DSL.name("group_value"), String.class);
    private static final Field<Instant> FOLDED =
            DSL.field(DSL.select(HAZARD_FOLD.FOLDED_UNTIL).from(HAZARD_FOLD));

    private final DSLContext sql;

    HazardMonthQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The numbers of those questions that can be answered so; the others are absent. */
    Map<Question, Long> count(Scope scope, AreaSelection area, Set<Question> questions) {
        List<Question> asked = questions.stream()
                .filter(question -> HazardMonthConditionQueries.answer(scope, area, question, null))
                .toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        Record row = sql.select(sums(asked))
                .select(FOLDED)
                .from(both(scope, area, asked, null))
                .fetchSingle();
        Instant folded = row.get(asked.size(), Instant.class);
        Map<Question, Long> counts = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            if (!foldedAfter(folded, asked.get(i))) {
                counts.put(asked.get(i), row.get(i, Long.class));
            }
        }
        return counts;
    }

    /** The questions answered for each value of a dimension; empty when one of them cannot be answered so. */
    Optional<List<Group>> groups(Scope scope, AreaSelection area, List<Question> questions, Breakdown by) {
        if (!questions.stream().allMatch(question -> HazardMonthConditionQueries.answer(scope, area, question, by))) {
            return Optional.empty();
        }
        List<? extends Record> rows = sql.select(VALUE)
                .select(sums(questions))
                .select(FOLDED)
                .from(both(scope, area, questions, by))
                .groupBy(VALUE)
                .orderBy(VALUE)
                .fetch();
        boolean late = rows.stream()
                .limit(1)
                .map(row -> row.get(questions.size() + 1, Instant.class))
                .anyMatch(folded -> questions.stream().anyMatch(question -> foldedAfter(folded, question)));
        return late
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .map(row -> group(row, questions.size()))
                        .filter(group -> group.counts().stream().anyMatch(count -> count != 0))
                        .toList());
    }

    /** A question about a moment that folding has passed cannot tell any more what of its month had happened by then. */
    private static boolean foldedAfter(Instant folded, Question question) {
        return HazardMonthConditionQueries.untilNow(question.span())
                && folded.isAfter(question.span().end());
    }

    private static Table<?> both(Scope scope, AreaSelection area, List<Question> questions, @Nullable Breakdown by) {
        Select<?> settled = part(
                HazardMonthConditionQueries.SETTLED,
                RowConditionQueries.visible(HazardMonthConditionQueries.SETTLED, scope, area)
                        .and(HazardMonthConditionQueries.level(scope, area, questions, by))
                        .and(HazardMonthConditionQueries.since(questions, by, area))
                        .and(DSL.or(questions.stream()
                                .map(question -> HazardMonthConditionQueries.settled(question, by, area))
                                .toList())),
                questions.stream()
                        .map(question -> new Counted(
                                HazardMonthConditionQueries.sum(question),
                                HazardMonthConditionQueries.settled(question, by, area)))
                        .toList(),
                value(HazardMonthConditionQueries.SETTLED, questions, by, area));
        // Read as a whole: to ask of each row whether any question counts it costs more than counting.
        Select<?> tail = part(
                HazardMonthConditionQueries.TAIL,
                RowConditionQueries.visible(HazardMonthConditionQueries.TAIL, scope, area),
                questions.stream()
                        .map(question ->
                                new Counted(PUB_HAZARD_TAIL.SIGN, HazardMonthConditionQueries.tail(question, area)))
                        .toList(),
                value(HazardMonthConditionQueries.TAIL, questions, by, area));
        return DSL.table("({0} union all {1})", settled, tail).as("both");
    }

    private record Counted(Field<? extends Number> weight, Condition condition) {}

    private static Select<?> part(Source source, Condition visible, List<Counted> asked, List<Field<?>> value) {
        List<Field<?>> selected = new ArrayList<>(value);
        for (int i = 0; i < asked.size(); i++) {
            Counted one = asked.get(i);
            selected.add(DSL.sum(one.weight()).filterWhere(one.condition()).as("n" + i));
        }
        return DSL.select(selected)
                .from(RowConditionQueries.table(source))
                .where(visible)
                .groupBy(value.isEmpty() ? List.of() : List.of(VALUE));
    }

    private static List<Field<?>> value(
            Source source, List<Question> questions, @Nullable Breakdown by, AreaSelection area) {
        return by == null
                ? List.of()
                : List.of(RowConditionQueries.group(source, questions.getFirst().indicator(), by, area)
                        .as(VALUE));
    }

    private static List<Field<?>> sums(List<Question> questions) {
        return IntStream.range(0, questions.size())
                .<Field<?>>mapToObj(i -> DSL.coalesce(DSL.sum(DSL.field(DSL.name("n" + i), Long.class)), 0))
                .toList();
    }

    private static Group group(Record row, int questions) {
        return new Group(
                row.get(0, String.class),
                IntStream.rangeClosed(1, questions)
                        .mapToObj(i -> row.get(i, Long.class))
                        .toList());
    }
}
