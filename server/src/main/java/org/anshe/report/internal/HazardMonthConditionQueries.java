package org.anshe.report.internal;

import static org.anshe.report.internal.db.Tables.HAZARD_MONTH;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anshe.report.internal.Indicator.PeriodRule.Rule;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.report.internal.RowTest.Op;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which questions about hazards the months of settled hazards and the tail answer, and how they read then (ADR 0051).
 * What they cannot answer exactly, the rows do: a unit's figures, a grid's, a period that ends within a past month, two
 * dimensions at once, a test nobody adds up.
 */
final class HazardMonthConditionQueries {

    private static final String ROWS = "hazard.pub_hazard";
    private static final String DUE = "due_at";
    private static final RowTest NO_DUPLICATE = new RowTest("state", Op.NOT_IN, List.of("DUPLICATE"));
    private static final RowTest NOT_CLOSED = new RowTest("closed_at", Op.NOT_BEFORE_END, null);
    private static final RowTest NOT_REJECTED = new RowTest("rejected_at", Op.NOT_BEFORE_END, null);
    private static final RowTest JUDGED = new RowTest("closed_in_time", Op.SET, null);
    private static final Set<String> DATES = Set.of("reported_at", "confirmed_at", DUE, "closed_at", "rejected_at");
    private static final Set<Breakdown> DIMENSIONS =
            Set.of(Breakdown.DOMAIN, Breakdown.GRADE, Breakdown.SOURCE, Breakdown.STATE);

    /** What is added up, by the tests on anything but dates. */
    private static final Map<Set<RowTest>, Field<Integer>> SUMS = Map.of(
            Set.of(), HAZARD_MONTH.HAZARDS,
            Set.of(new RowTest("grade", Op.IN, List.of("MAJOR"))), HAZARD_MONTH.MAJOR,
            Set.of(new RowTest("fixed_on_spot", Op.TRUE, null)), HAZARD_MONTH.FIXED_ON_SPOT,
            Set.of(new RowTest("returned_count", Op.ABOVE, List.of("0"))), HAZARD_MONTH.RETURNED,
            Set.of(new RowTest("handed_back_count", Op.ABOVE, List.of("0"))), HAZARD_MONTH.HANDED_BACK,
            Set.of(JUDGED), HAZARD_MONTH.JUDGED,
            Set.of(JUDGED, new RowTest("closed_in_time", Op.TRUE, null)), HAZARD_MONTH.IN_TIME);

    /** Settled and folded hazards; every dimension is the one column of the rows of that dimension. */
    static final Source SETTLED = source(
            "report.hazard_month",
            Map.of(
                    Breakdown.DOMAIN, "value",
                    Breakdown.GRADE, "value",
                    Breakdown.SOURCE, "value",
                    Breakdown.STATE, "value"));

    /** Open hazards, and settled ones that are not folded yet. */
    static final Source TAIL = source(
            "report.pub_hazard_tail",
            Map.of(
                    Breakdown.DOMAIN, "domain",
                    Breakdown.GRADE, "grade",
                    Breakdown.SOURCE, "source",
                    Breakdown.STATE, "state"));

    private HazardMonthConditionQueries() {}

    static boolean answer(Scope scope, AreaSelection area, Question question, @Nullable Breakdown by) {
        Indicator indicator = question.indicator();
        return indicator.source().equals(ROWS)
                && indicator.period().rule() != Rule.TODAY
                && whole(scope, area, AreaLevel.COMMUNITY)
                && dividesWhole(area, question, by, AreaLevel.COMMUNITY)
                && DIMENSIONS.containsAll(dimensions(question, by))
                && dimensions(question, by).size() <= 1
                && indicator.tests(question.part()).contains(NO_DUPLICATE)
                && SUMS.containsKey(otherTests(question))
                && inMonths(question);
    }

    /** The column that is added up for a question. */
    static Field<Integer> sum(Question question) {
        Field<Integer> sum = SUMS.get(otherTests(question));
        if (sum == null) {
            throw new IllegalStateException(
                    "Nobody adds up " + question.indicator().code());
        }
        return sum;
    }

    /** The dimension whose rows answer a question; empty for the whole. */
    static String dimension(Question question, @Nullable Breakdown by) {
        return dimensions(question, by).stream()
                .findFirst()
                .map(Breakdown::slug)
                .orElse("");
    }

    /** The sums that are read: by the widest areas of which only whole ones are asked about. */
    static Condition level(Scope scope, AreaSelection area, List<Question> questions, @Nullable Breakdown by) {
        AreaLevel widest = Stream.of(AreaLevel.DISTRICT, AreaLevel.STREET)
                .filter(level -> whole(scope, area, level))
                .filter(level -> questions.stream().allMatch(question -> dividesWhole(area, question, by, level)))
                .findFirst()
                .orElse(AreaLevel.COMMUNITY);
        return HAZARD_MONTH.LEVEL.eq(widest.name());
    }

    /** What all questions have in common, so that an index finds the months: nothing reported before the first of them. */
    static Condition since(List<Question> questions, @Nullable Breakdown by, AreaSelection area) {
        Condition none = DSL.noCondition();
        LocalDate first = LocalDate.MAX;
        for (Question question : questions) {
            Indicator.PeriodRule period = question.indicator().period();
            boolean nothing = settled(question, by, area).equals(DSL.falseCondition());
            if (!nothing && (period.rule() != Rule.DURING || !"reported_at".equals(period.column()))) {
                return none;
            }
            LocalDate from = question.span().period().from();
            first = nothing || first.isBefore(from) ? first : from;
        }
        return first.equals(LocalDate.MAX) ? none : HAZARD_MONTH.REPORTED_AT.ge(first);
    }

    /** Settled hazards that count. Nothing settled counts as open now: it was closed or rejected before the moment. */
    static Condition settled(Question question, @Nullable Breakdown by, AreaSelection area) {
        if (untilNow(question.span()) && leavesOnlyOpen(question)) {
            return DSL.falseCondition();
        }
        List<RowTest> dated = question.indicator().tests(question.part()).stream()
                .filter(HazardMonthConditionQueries::dated)
                .toList();
        return HAZARD_MONTH
                .DIMENSION
                .eq(dimension(question, by))
                .and(RowConditionQueries.counts(
                        SETTLED, question.indicator(), dated, months(question.span()), question.filters(), area));
    }

    /** Hazards of the tail that count; duplicates never get there. */
    static Condition tail(Question question, AreaSelection area) {
        Indicator indicator = question.indicator();
        List<RowTest> tests = indicator.tests(question.part()).stream()
                .filter(test -> !test.equals(NO_DUPLICATE))
                .toList();
        return RowConditionQueries.counts(TAIL, indicator, tests, question.span(), question.filters(), area);
    }

    /** Whether a question ends within a month, so that it must not end before the last folding. */
    static boolean untilNow(Span span) {
        return !startsMonth(span.end());
    }

    /** Folded rows happened before the end of such a span; so all of the month in which it ends is within it. */
    private static Span months(Span span) {
        if (!untilNow(span)) {
            return span;
        }
        ReportPeriod period = new ReportPeriod(
                span.period().from(), YearMonth.from(span.endDay()).atEndOfMonth());
        return new Span(period, period.end());
    }

    private static boolean inMonths(Question question) {
        Indicator.PeriodRule period = question.indicator().period();
        if (period.rule() == Rule.DURING && !startsMonth(question.span().start())) {
            return false;
        }
        boolean usesDue = DUE.equals(period.column())
                || question.indicator().tests(question.part()).stream()
                        .anyMatch(test -> test.column().equals(DUE));
        // A deadline may lie ahead, so that within a month it is not known on which side of now.
        return !untilNow(question.span()) || !usesDue || leavesOnlyOpen(question);
    }

    private static boolean leavesOnlyOpen(Question question) {
        return question.indicator().tests(question.part()).containsAll(List.of(NOT_CLOSED, NOT_REJECTED));
    }

    private static Set<RowTest> otherTests(Question question) {
        return question.indicator().tests(question.part()).stream()
                .filter(test -> !dated(test) && !test.equals(NO_DUPLICATE))
                .collect(Collectors.toSet());
    }

    private static boolean dated(RowTest test) {
        return DATES.contains(test.column()) && !test.op().takesValues() && test.op() != Op.TRUE;
    }

    private static Set<Breakdown> dimensions(Question question, @Nullable Breakdown by) {
        return Stream.concat(Stream.ofNullable(by), question.filters().stream().map(RowFilter::by))
                .filter(one -> one != Breakdown.AREA && one != Breakdown.MONTH)
                .collect(Collectors.toSet());
    }

    /** An area and a scope that cut through an area of this level need finer sums, or the rows. */
    private static boolean whole(Scope scope, AreaSelection area, AreaLevel level) {
        return area.ranges().stream().allMatch(range -> whole(range, level))
                && scope.grants().stream()
                        .allMatch(
                                grant -> grant.unit() == null && grant.areas() != null && whole(grant.areas(), level));
    }

    private static boolean whole(AreaRange range, AreaLevel level) {
        long span = AreaSelection.span(level);
        return range.first() % span == 0 && (range.last() == Long.MAX_VALUE || range.last() % span == span - 1);
    }

    private static boolean dividesWhole(
            AreaSelection area, Question question, @Nullable Breakdown by, AreaLevel level) {
        long span = AreaSelection.span(level);
        List<String> filtered = question.filters().stream()
                .filter(filter -> filter.by() == Breakdown.AREA)
                .map(RowFilter::value)
                .toList();
        return (by != Breakdown.AREA && filtered.isEmpty() || area.childSpan() >= span)
                && filtered.stream().allMatch(value -> value.matches("[1-9][0-9]{18}") && aligned(value, span));
    }

    /** Whether a key begins an area of this span; a filter may name any area, not only one directly below. */
    private static boolean aligned(String key, long span) {
        return new BigInteger(key).mod(BigInteger.valueOf(span)).signum() == 0;
    }

    private static boolean startsMonth(Instant instant) {
        LocalDateTime at = LocalDateTime.ofInstant(instant, ReportPeriod.ZONE);
        return at.getDayOfMonth() == 1 && at.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static Source source(String view, Map<Breakdown, String> dimensions) {
        return new Source(view, "reported_at", "", "area_key", "", "", "", dimensions, List.of(), "");
    }
}
