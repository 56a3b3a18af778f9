package org.anshe.report.internal;

import static org.anshe.report.internal.db.Tables.HAZARD_MONTH;
import static org.anshe.report.internal.db.published.campaign.Tables.PUB_CAMPAIGN;
import static org.anshe.report.internal.db.published.deadline.Tables.PUB_DUTY_OCCURRENCE;
import static org.anshe.report.internal.db.published.enforcement.Tables.PUB_ILLEGAL_CASE;
import static org.anshe.report.internal.db.published.enforcement.Tables.PUB_JOINT_ACTION;
import static org.anshe.report.internal.db.published.enforcement.Tables.PUB_JOINT_HAZARD;
import static org.anshe.report.internal.db.published.hazard.Tables.PUB_HAZARD;
import static org.anshe.report.internal.db.published.inspection.Tables.PUB_CHECK;
import static org.anshe.report.internal.db.published.organisation.Tables.PUB_UNIT;
import static org.anshe.report.internal.db.published.register.Tables.PUB_OBJECT;
import static org.anshe.report.internal.db.published.report.Tables.PUB_HAZARD_TAIL;
import static org.anshe.report.internal.db.published.report.Tables.PUB_POST;
import static org.anshe.report.internal.db.published.territory.Tables.PUB_AREA;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.anshe.report.ReportProblem;
import org.anshe.report.internal.Indicator.Part;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The one place where an indicator becomes SQL. The number counts the rows this condition holds for, and the list that
 * opens from the number selects the rows this condition holds for; there is no second way.
 */
final class RowConditionQueries {

    private static final Map<String, Table<?>> VIEWS = Stream.<Table<?>>of(
                    PUB_HAZARD,
                    org.anshe.report.internal.db.published.inspection.Tables.PUB_TASK,
                    PUB_CHECK,
                    PUB_DUTY_OCCURRENCE,
                    PUB_CAMPAIGN,
                    org.anshe.report.internal.db.published.campaign.Tables.PUB_TASK,
                    PUB_OBJECT,
                    PUB_AREA,
                    PUB_UNIT,
                    PUB_POST,
                    PUB_JOINT_ACTION,
                    PUB_JOINT_HAZARD,
                    PUB_ILLEGAL_CASE,
                    HAZARD_MONTH,
                    PUB_HAZARD_TAIL)
            .collect(Collectors.toUnmodifiableMap(
                    table -> String.valueOf(
                                    table.getSchema() == null
                                            ? ""
                                            : table.getSchema().getName()) + "." + table.getName(),
                    Function.identity()));

    private RowConditionQueries() {}

    /** Fails when the indicator names a view, column or dimension that is not there. */
    static void check(Indicator indicator) {
        Source source = Source.of(indicator);
        Stream.concat(indicator.rows().stream(), indicator.tests(Part.NUMERATOR).stream())
                .forEach(test -> column(source, test.column()));
        String date = indicator.period().column();
        if (date != null) {
            column(source, date);
        }
        source.shown().forEach(shown -> column(source, shown));
        source.dimensions().values().forEach(dimension -> column(source, dimension));
        indicator.by().forEach(by -> {
            if (by != Breakdown.AREA
                    && by != Breakdown.MONTH
                    && !source.dimensions().containsKey(by)) {
                throw new IllegalStateException(indicator.code() + " cannot be divided by " + by);
            }
        });
    }

    static Table<?> table(Source source) {
        Table<?> table = VIEWS.get(source.view());
        if (table == null) {
            throw new IllegalStateException("There is no published view " + source.view());
        }
        return table;
    }

    static Field<?> column(Source source, String name) {
        Field<?> field = table(source).field(name);
        if (field == null) {
            throw new IllegalStateException(source.view() + " has no column " + name);
        }
        return field;
    }

    static Field<Long> area(Source source) {
        return column(source, source.area()).coerce(Long.class);
    }

    /** Rows of the selected area that lie in the scope. */
    static Condition visible(Source source, Scope scope, AreaSelection selection) {
        Field<Long> area = area(source);
        Condition inScope = source.unit().isEmpty()
                ? ScopeCondition.within(scope, area)
                : ScopeCondition.within(
                        scope, area, column(source, source.unit()).coerce(UUID.class));
        return within(source, selection.ranges()).and(inScope);
    }

    /**
     * Rows in the ranges. Where they all lie in one street or community and the view tells it, equality is asked for
     * besides: its index runs in the order of time, which a range of area keys breaks.
     */
    static Condition within(Source source, List<AreaRange> ranges) {
        Condition within = AreaCondition.within(ranges, area(source));
        LongSummaryStatistics keys = ranges.stream()
                .flatMapToLong(range -> LongStream.of(range.first(), range.last()))
                .summaryStatistics();
        return within.and(same(source, "community_key", keys, AreaLevel.COMMUNITY))
                .and(same(source, "street_key", keys, AreaLevel.STREET));
    }

    private static Condition same(Source source, String column, LongSummaryStatistics keys, AreaLevel level) {
        Field<?> field = table(source).field(column);
        long span = AreaSelection.span(level);
        long key = keys.getMin() - keys.getMin() % span;
        return field == null || keys.getCount() == 0 || keys.getMax() - keys.getMax() % span != key
                ? DSL.noCondition()
                : field.coerce(Long.class).eq(key);
    }

    /** Rows that count for this part of the indicator in this span, narrowed by the filters. */
    static Condition counts(
            Indicator indicator, Part part, Span span, List<RowFilter> filters, AreaSelection selection) {
        return counts(Source.of(indicator), indicator, indicator.tests(part), span, filters, selection);
    }

    /** The same over another table with the columns the tests name. */
    static Condition counts(
            Source source,
            Indicator indicator,
            List<RowTest> tests,
            Span span,
            List<RowFilter> filters,
            AreaSelection selection) {
        Condition condition = inPeriod(indicator, source, span);
        for (RowTest test : tests) {
            condition = condition.and(holds(test, column(source, test.column()), span));
        }
        for (RowFilter filter : filters) {
            condition = condition.and(matches(indicator, source, filter, selection));
        }
        return condition;
    }

    /** The value of a row in a dimension, as text; {@link Breakdown#NONE} for none. */
    static Field<String> group(Source source, Indicator indicator, Breakdown by, AreaSelection selection) {
        if (!indicator.by().contains(by)) {
            throw new ProblemException(ReportProblem.NO_BREAKDOWN, "by", by.slug());
        }
        Field<?> value = switch (by) {
            case AREA -> area(source).minus(area(source).mod(DSL.inline(selection.childSpan())));
            case MONTH -> month(column(source, dateOf(indicator)));
            default -> column(source, dimension(source, by));
        };
        return DSL.coalesce(value.cast(String.class), DSL.inline(Breakdown.NONE));
    }

    static String dateOf(Indicator indicator) {
        String column = indicator.period().column();
        if (column == null) {
            throw new IllegalStateException(indicator.code() + " has no date");
        }
        return column;
    }

    private static Condition inPeriod(Indicator indicator, Source source, Span span) {
        return switch (indicator.period().rule()) {
            case DURING -> {
                Field<?> date = column(source, dateOf(indicator));
                yield notBefore(date, span.start(), span.period().from()).and(before(date, span));
            }
            case AT_END -> before(column(source, dateOf(indicator)), span);
            case TODAY -> DSL.noCondition();
        };
    }

    private static Condition holds(RowTest test, Field<?> column, Span span) {
        return switch (test.op()) {
            case IN -> column.cast(String.class).in(test.values());
            case NOT_IN -> column.cast(String.class).notIn(test.values());
            case TRUE -> column.coerce(Boolean.class).isTrue();
            case SET -> column.isNotNull();
            case NOT_SET -> column.isNull();
            case ABOVE ->
                column.coerce(BigDecimal.class).gt(new BigDecimal(test.values().getFirst()));
            case BEFORE_END -> before(column, span);
            case NOT_BEFORE_END -> column.isNull().or(DSL.not(before(column, span)));
        };
    }

    private static Condition matches(Indicator indicator, Source source, RowFilter filter, AreaSelection selection) {
        if (!indicator.by().contains(filter.by())) {
            throw new ProblemException(
                    ReportProblem.NO_BREAKDOWN, "by", filter.by().slug());
        }
        try {
            return switch (filter.by()) {
                case AREA -> {
                    long key = AreaKey.parse(filter.value()).value();
                    yield area(source).between(key, key + selection.childSpan() - 1);
                }
                case MONTH -> {
                    YearMonth month = YearMonth.parse(filter.value());
                    ReportPeriod period = new ReportPeriod(month.atDay(1), month.atEndOfMonth());
                    Field<?> date = column(source, dateOf(indicator));
                    yield notBefore(date, period.start(), period.from())
                            .and(before(date, new Span(period, period.end())));
                }
                default -> {
                    Field<?> column = column(source, dimension(source, filter.by()));
                    yield filter.value().equals(Breakdown.NONE) ? column.isNull() : equal(column, filter.value());
                }
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            ProblemException refusal = new ProblemException(ReportProblem.BAD_FILTER, "filter", filter.toString());
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static String dimension(Source source, Breakdown by) {
        String column = source.dimensions().get(by);
        if (column == null) {
            throw new ProblemException(ReportProblem.NO_BREAKDOWN, "by", by.slug());
        }
        return column;
    }

    private static <T> Condition equal(Field<T> column, String value) {
        return column.eq(typed(column, value));
    }

    /** Reads the text of a value as what the column holds. */
    static <T> T typed(Field<T> column, String text) {
        Class<T> type = column.getType();
        Object value = text;
        if (type == UUID.class) {
            value = UUID.fromString(text);
        } else if (type == Long.class) {
            value = Long.valueOf(text);
        } else if (type == Integer.class) {
            value = Integer.valueOf(text);
        } else if (type == Instant.class) {
            value = Instant.parse(text);
        } else if (type == LocalDate.class) {
            value = LocalDate.parse(text);
        }
        return type.cast(value);
    }

    private static boolean isDay(Field<?> column) {
        return column.getType() == LocalDate.class;
    }

    private static Condition notBefore(Field<?> column, Instant start, LocalDate day) {
        return isDay(column)
                ? column.coerce(LocalDate.class).ge(day)
                : column.coerce(Instant.class).ge(start);
    }

    /** Dated before the end of the span; a day is before it when it is over. */
    static Condition before(Field<?> column, Span span) {
        return isDay(column)
                ? column.coerce(LocalDate.class).lt(span.endDay())
                : column.coerce(Instant.class).lt(span.end());
    }

    private static Field<String> month(Field<?> column) {
        return isDay(column)
                ? DSL.field("to_char({0}, 'YYYY-MM')", String.class, column)
                : DSL.field(
                        "to_char({0} at time zone {1}, 'YYYY-MM')",
                        String.class, column, DSL.inline(ReportPeriod.ZONE.getId()));
    }
}
