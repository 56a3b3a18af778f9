package org.anshe.deadline.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.deadline.ClockState;
import org.anshe.deadline.Deadlines.Running;
import org.anshe.deadline.DueRecords;
import org.anshe.deadline.DueRecords.DueRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.AreaSuccession;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What falls due on which day of an area, and the records of one day. */
@Service
public class ShowDueCalendar {

    static final String VIEW = "duty.view";

    /** Six weeks stand on a sheet that shows a whole month. */
    static final int LONGEST = 42;

    private final DueQueries due;
    private final List<DueRecords> kinds;
    private final CalendarRepository calendar;
    private final AreaSuccession succession;
    private final Clock clock;

    ShowDueCalendar(
            DueQueries due,
            List<DueRecords> kinds,
            CalendarRepository calendar,
            AreaSuccession succession,
            Clock clock) {
        this.due = due;
        this.kinds = List.copyOf(kinds);
        this.calendar = calendar;
        this.succession = succession;
        this.clock = clock;
    }

    /**
     * So many of one kind.
     *
     * @param subject kind of record, for example {@code hazard}
     * @param kind which of its limits, for example {@code rectify}
     */
    public record Due(String subject, String kind, int count) {}

    /**
     * One day.
     *
     * @param name of the feast or make-up day, null for a day as any other
     */
    public record Day(
            LocalDate day, boolean working, @Nullable String name, List<Due> due) {}

    /**
     * What falls due at a moment.
     *
     * @param record null when the caller may not see the record itself
     */
    public record Row(
            String subject,
            String kind,
            UUID id,
            Instant dueAt,
            ClockState state,
            @Nullable DueRecord record) {}

    /**
     * Narrows what is shown; null and empty members do not.
     *
     * @param subjects kinds of records
     * @param limits kinds of their limits
     */
    public record Filter(@Nullable AreaKey area, Set<String> subjects, Set<String> limits) {}

    /** Every day from the first to the last one, both included. */
    @Transactional(readOnly = true)
    public List<Day> days(Caller caller, LocalDate from, LocalDate to, Filter filter) {
        long length = ChronoUnit.DAYS.between(from, to) + 1;
        if (length < 1 || length > LONGEST) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), List.of(new FieldError("/to", "range")));
        }
        Map<LocalDate, List<Due>> counts =
                due.count(caller, permissions(caller, filter), span(from, to, filter)).stream()
                        .collect(Collectors.groupingBy(
                                DueQueries.Count::day,
                                Collectors.mapping(
                                        one -> new Due(one.subject(), one.kind(), one.count()), Collectors.toList())));
        Map<LocalDate, String> names = calendar.names(from, to);
        return from.datesUntil(to.plusDays(1))
                .map(day ->
                        new Day(day, calendar.isWorkingDay(day), names.get(day), counts.getOrDefault(day, List.of())))
                .toList();
    }

    /** What falls due on a day, the first first. */
    @Transactional(readOnly = true)
    public Page<Row> day(Caller caller, LocalDate day, Filter filter, PageRequest page) {
        Page<Running> found = due.list(caller, permissions(caller, filter), span(day, day, filter), page);
        Map<UUID, DueRecord> records = new HashMap<>();
        for (DueRecords kind : kinds) {
            List<UUID> ids = found.items().stream()
                    .filter(one -> one.key().subject().equals(kind.subject()))
                    .map(one -> one.key().id())
                    .distinct()
                    .toList();
            if (!ids.isEmpty()) {
                records.putAll(kind.describe(caller.scopeFor(kind.permission()), ids));
            }
        }
        Instant now = clock.instant();
        return found.map(one -> new Row(
                one.key().subject(),
                one.key().kind(),
                one.key().id(),
                one.dueAt(),
                ClockState.at(now, one.nearAt(), one.dueAt()),
                records.get(one.key().id())));
    }

    /** For each kind of record that is asked for and may be seen the permission to do so. */
    private Map<String, String> permissions(Caller caller, Filter filter) {
        return kinds.stream()
                .filter(kind -> caller.may(kind.permission()))
                .filter(kind -> filter.subjects().isEmpty() || filter.subjects().contains(kind.subject()))
                .collect(Collectors.toMap(DueRecords::subject, DueRecords::permission));
    }

    private DueQueries.Span span(LocalDate from, LocalDate to, Filter filter) {
        List<AreaRange> areas = filter.area() == null
                ? List.of()
                : succession.today(filter.area().range());
        return new DueQueries.Span(areas, beginning(from), beginning(to.plusDays(1)), filter.limits());
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(OfficeTime.ZONE).toInstant();
    }
}
