package org.anshe.report.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anshe.report.internal.Indicator.Kind;
import org.anshe.report.internal.Indicator.Part;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.report.internal.IndicatorQueries.Recording;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads indicators for an area: many at once, divided by a dimension, or row by row. */
@Service
public class ReadIndicators {

    private final IndicatorQueries numbers;
    private final IndicatorRowQueries rows;

    ReadIndicators(IndicatorQueries numbers, IndicatorRowQueries rows) {
        this.numbers = numbers;
        this.rows = rows;
    }

    /** One reading that is wanted. */
    public record Ask(Indicator indicator, Span span, List<RowFilter> filters) {

        public Ask {
            filters = List.copyOf(filters);
        }

        public static Ask of(Indicator indicator, Span span, RowFilter... filters) {
            return new Ask(indicator, span, List.of(filters));
        }
    }

    /** One value of a dimension with its reading. */
    public record Group(String value, Reading reading) {}

    @Transactional(readOnly = true)
    public Map<Ask, Reading> read(Scope scope, AreaSelection area, Collection<Ask> asks) {
        requireReached(scope, area);
        Set<Ask> known = known(area, asks);
        Set<Question> questions = new HashSet<>();
        known.forEach(ask -> questions.addAll(questions(ask)));
        Map<Question, Long> counts = numbers.count(scope, area, questions);
        Map<Ask, Reading> readings = new LinkedHashMap<>();
        for (Ask ask : asks) {
            List<Question> parts = questions(ask);
            readings.put(
                    ask,
                    known.contains(ask)
                            ? Reading.of(
                                    ask.indicator(),
                                    counts.getOrDefault(parts.getFirst(), 0L),
                                    counts.getOrDefault(parts.getLast(), 0L))
                            : Reading.UNKNOWN);
        }
        return readings;
    }

    /** Readings of several indicators of one source for each value of a dimension; values without rows are absent. */
    @Transactional(readOnly = true)
    public Map<String, List<Reading>> divide(Scope scope, AreaSelection area, List<Ask> asks, Breakdown by) {
        requireReached(scope, area);
        Set<Ask> known = known(area, asks);
        List<Question> questions = new ArrayList<>();
        for (Ask ask : asks) {
            if (known.contains(ask)) {
                questions.addAll(questions(ask));
            }
        }
        Map<String, List<Reading>> groups = new LinkedHashMap<>();
        for (IndicatorQueries.Group group : numbers.groups(scope, area, questions, by)) {
            List<Reading> readings = new ArrayList<>();
            int next = 0;
            for (Ask ask : asks) {
                if (!known.contains(ask)) {
                    readings.add(Reading.UNKNOWN);
                    continue;
                }
                int parts = questions(ask).size();
                readings.add(Reading.of(
                        ask.indicator(),
                        group.counts().get(next),
                        group.counts().get(next + parts - 1)));
                next += parts;
            }
            groups.put(group.value(), readings);
        }
        return groups;
    }

    public List<Group> divide(Scope scope, AreaSelection area, Ask ask, Breakdown by) {
        return divide(scope, area, List.of(ask), by).entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue().getFirst()))
                .toList();
    }

    /** The rows one part of a reading counted. */
    @Transactional(readOnly = true)
    public Page<IndicatorRowQueries.Row> rows(Scope scope, AreaSelection area, Ask ask, Part part, PageRequest page) {
        requireReached(scope, area);
        Question question = new Question(ask.indicator(), part, ask.span(), ask.filters());
        IndicatorRowQueries.requireAnswerable(question, area);
        if (known(area, List.of(ask)).isEmpty()) {
            return new Page<IndicatorRowQueries.Row>(List.of(), null, 0L);
        }
        Page<IndicatorRowQueries.Row> found = rows.list(scope, area, question, page);
        return page.after() != null
                ? found
                : found.withTotal(numbers.count(scope, area, Set.of(question)).getOrDefault(question, 0L));
    }

    private static void requireReached(Scope scope, AreaSelection area) {
        if (!area.reachedBy(scope)) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
    }

    /** What can be answered: the period has begun, and so had the recording in these streets before its end. */
    private Set<Ask> known(AreaSelection area, Collection<Ask> asks) {
        Set<Recording> recordings = new HashSet<>();
        asks.stream()
                .filter(ask -> ask.span().begun())
                .map(ReadIndicators::recording)
                .forEach(recordings::addAll);
        Set<Recording> begun = numbers.begun(area.streets(), recordings);
        Set<Ask> known = new HashSet<>();
        for (Ask ask : asks) {
            boolean today = ask.indicator().period().column() == null;
            if (today ? ask.span().holdsToday() : ask.span().begun() && begun.containsAll(recording(ask))) {
                known.add(ask);
            }
        }
        return known;
    }

    private static List<Recording> recording(Ask ask) {
        Source source = Source.of(ask.indicator());
        return source.begins().isEmpty() ? List.of() : List.of(new Recording(source, ask.span()));
    }

    /** The numerator first; a count is its own denominator. */
    private static List<Question> questions(Ask ask) {
        Question numerator = new Question(ask.indicator(), Part.NUMERATOR, ask.span(), ask.filters());
        return ask.indicator().kind() == Kind.COUNT
                ? List.of(numerator)
                : List.of(numerator, new Question(ask.indicator(), Part.DENOMINATOR, ask.span(), ask.filters()));
    }
}
