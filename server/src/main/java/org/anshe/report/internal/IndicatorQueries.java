package org.anshe.report.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anshe.report.internal.Indicator.Part;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Counts the rows of indicators: one statement for each view, however many numbers are asked for. */
@Repository
class IndicatorQueries {

    private final DSLContext sql;
    private final HazardMonthQueries months;

    IndicatorQueries(DSLContext sql, HazardMonthQueries months) {
        this.sql = sql;
        this.months = months;
    }

    /** One number that is asked for. */
    record Question(Indicator indicator, Part part, Span span, List<RowFilter> filters) {

        Question {
            filters = List.copyOf(filters);
        }
    }

    /** From when on a source has rows: the moment of a span is asked about it. */
    record Recording(Source source, Span span) {}

    /** The numbers of a group, in the order of the questions. */
    record Group(String value, List<Long> counts) {}

    Map<Question, Long> count(Scope scope, AreaSelection area, Set<Question> questions) {
        Map<Question, Long> counts = new HashMap<>(months.count(scope, area, questions));
        counts.putAll(countRows(
                scope,
                area,
                questions.stream()
                        .filter(question -> !counts.containsKey(question))
                        .collect(Collectors.toSet())));
        return counts;
    }

    /** Counts the rows themselves. */
    Map<Question, Long> countRows(Scope scope, AreaSelection area, Set<Question> questions) {
        Map<Question, Long> counts = new HashMap<>();
        bySource(questions).forEach((source, asked) -> {
            List<Condition> conditions =
                    asked.stream().map(question -> condition(question, area)).toList();
            List<Field<Integer>> numbers = conditions.stream()
                    .<Field<Integer>>map(condition -> DSL.count().filterWhere(condition))
                    .toList();
            Record row = sql.select(numbers)
                    .from(RowConditionQueries.table(source))
                    .where(RowConditionQueries.visible(source, scope, area))
                    .and(DSL.or(conditions))
                    .fetchSingle();
            for (int i = 0; i < asked.size(); i++) {
                counts.put(asked.get(i), row.get(i, Long.class));
            }
        });
        return counts;
    }

    /** The same questions, all of one source, answered for each value of a dimension; groups without rows are absent. */
    List<Group> groups(Scope scope, AreaSelection area, List<Question> questions, Breakdown by) {
        if (questions.isEmpty()) {
            return List.of();
        }
        return months.groups(scope, area, questions, by).orElseGet(() -> groupRows(scope, area, questions, by));
    }

    /** Divides the rows themselves. */
    List<Group> groupRows(Scope scope, AreaSelection area, List<Question> questions, Breakdown by) {
        Indicator first = questions.getFirst().indicator();
        Source source = Source.of(first);
        Field<String> value = RowConditionQueries.group(source, first, by, area).as("group_value");
        List<Field<?>> selected = new ArrayList<>(List.of(value));
        List<Condition> any = new ArrayList<>();
        for (Question question : questions) {
            Condition condition = condition(question, area);
            any.add(condition);
            selected.add(DSL.count().filterWhere(condition));
        }
        return sql.select(selected)
                .from(RowConditionQueries.table(source))
                .where(RowConditionQueries.visible(source, scope, area))
                .and(DSL.or(any))
                .groupBy(DSL.field("group_value"))
                .orderBy(DSL.field("group_value"))
                .fetch(row -> group(row, questions.size()));
    }

    /** Which sources had begun to be filled in these streets before the end of the span. */
    @WithoutScope("says of a whole street no more than that its records begin before a date")
    Set<Recording> begun(List<AreaRange> streets, Set<Recording> recordings) {
        if (recordings.isEmpty()) {
            return Set.of();
        }
        List<Recording> asked = List.copyOf(recordings);
        List<Field<Boolean>> answers = asked.stream()
                .map(recording -> {
                    Source source = recording.source();
                    return DSL.field(DSL.exists(DSL.selectOne()
                            .from(RowConditionQueries.table(source))
                            .where(RowConditionQueries.within(source, streets))
                            .and(RowConditionQueries.before(
                                    RowConditionQueries.column(source, source.begins()), recording.span()))));
                })
                .toList();
        Record row = sql.select(answers).fetchSingle();
        return java.util.stream.IntStream.range(0, asked.size())
                .filter(i -> Boolean.TRUE.equals(row.get(i, Boolean.class)))
                .mapToObj(asked::get)
                .collect(Collectors.toSet());
    }

    static Condition condition(Question question, AreaSelection area) {
        return RowConditionQueries.counts(
                question.indicator(), question.part(), question.span(), question.filters(), area);
    }

    private static Group group(Record row, int questions) {
        List<Long> counts = new ArrayList<>();
        for (int i = 1; i <= questions; i++) {
            counts.add(row.get(i, Long.class));
        }
        return new Group(row.get(0, String.class), counts);
    }

    private static Map<Source, List<Question>> bySource(Set<Question> questions) {
        return questions.stream()
                .collect(Collectors.groupingBy(
                        question -> Source.of(question.indicator()), LinkedHashMap::new, Collectors.toList()));
    }
}
