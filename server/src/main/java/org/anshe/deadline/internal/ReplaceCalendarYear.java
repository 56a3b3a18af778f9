package org.anshe.deadline.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.internal.CalendarRepository.SpecialDay;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings in the holidays and make-up working days of a year, or corrects them. It counts from now on; deadlines that
 * run already keep their day.
 */
@Service
public class ReplaceCalendarYear {

    public static final String MANAGE = "calendar.manage";

    private final CalendarRepository calendar;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReplaceCalendarYear(CalendarRepository calendar, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.calendar = calendar;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Replaces all special days of the year.
     *
     * @param version of the year these days were made from, null for a year that was not known
     */
    public void replace(Caller caller, int year, @Nullable Integer version, List<SpecialDay> days) {
        requireDecidesOverCalendar(caller);
        requireOfYear(year, days);
        transaction.executeWithoutResult(status -> write(caller, year, version, days));
        calendar.reload();
    }

    private void write(Caller caller, int year, @Nullable Integer version, List<SpecialDay> days) {
        Set<SpecialDay> before = new HashSet<>(calendar.days(year));
        boolean isCurrent = version == null
                ? calendar.addYear(year, caller.name(), clock.instant())
                : calendar.changeYear(year, version, caller.name(), clock.instant());
        if (!isCurrent) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        calendar.replaceDays(year, days);
        audit.record(
                caller,
                "calendar.replace",
                Subject.of("calendar-year", year),
                null,
                Map.of(
                        "added",
                        texts(days.stream().filter(day -> !before.contains(day)).toList()),
                        "removed",
                        texts(before.stream().filter(day -> !days.contains(day)).toList())));
    }

    private static List<String> texts(List<SpecialDay> days) {
        return days.stream()
                .map(day -> day.day() + (day.working() ? " working " : " holiday ") + day.name())
                .sorted()
                .toList();
    }

    private static void requireOfYear(int year, List<SpecialDay> days) {
        List<FieldError> errors = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i).day();
            if (day.getYear() != year) {
                errors.add(new FieldError("/days/" + i + "/day", "range"));
            } else if (!seen.add(day)) {
                errors.add(new FieldError("/days/" + i + "/day", "duplicate"));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), errors);
        }
    }

    /** The calendar holds everywhere, so only who manages it everywhere may see and change it here. */
    static void requireDecidesOverCalendar(Caller caller) {
        if (!caller.scopeFor(MANAGE).isEverything()) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", MANAGE);
        }
    }
}
