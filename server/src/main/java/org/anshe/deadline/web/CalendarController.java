package org.anshe.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.anshe.deadline.internal.CalendarRepository.SpecialDay;
import org.anshe.deadline.internal.ReplaceCalendarYear;
import org.anshe.deadline.internal.ShowCalendar;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Holidays and make-up working days, for those who manage the whole installation. */
@RestController
class CalendarController {

    private static final int FIRST = 2000;
    private static final int LAST = 2100;
    private static final int LONGEST_YEAR = 366;

    private final ShowCalendar showCalendar;
    private final ReplaceCalendarYear replaceCalendarYear;

    CalendarController(ShowCalendar showCalendar, ReplaceCalendarYear replaceCalendarYear) {
        this.showCalendar = showCalendar;
        this.replaceCalendarYear = replaceCalendarYear;
    }

    record CalendarDay(
            @NotNull LocalDate day,
            @NotNull Boolean working,
            @NotBlank @Size(max = 40) String name) {}

    record CalendarDays(
            @Nullable Integer version,
            @NotNull @Valid @Size(max = LONGEST_YEAR) List<CalendarDay> days) {}

    @Operation(summary = "The years the calendar knows, and one that is wanted soon and missing")
    @GetMapping("/api/calendar-years")
    @RequiresPermission("calendar.manage")
    ShowCalendar.Overview list(Caller caller) {
        return showCalendar.overview(caller);
    }

    @Operation(summary = "The special days of a year")
    @GetMapping("/api/calendar-years/{year}")
    @RequiresPermission("calendar.manage")
    ShowCalendar.Year get(Caller caller, @PathVariable @Min(FIRST) @Max(LAST) int year) {
        return showCalendar.year(caller, year);
    }

    @Operation(summary = "Replaces the special days of a year; refused with 409 when somebody changed it meanwhile")
    @PutMapping("/api/calendar-years/{year}")
    @RequiresPermission("calendar.manage")
    ShowCalendar.Year replace(
            Caller caller, @PathVariable @Min(FIRST) @Max(LAST) int year, @Valid @RequestBody CalendarDays body) {
        replaceCalendarYear.replace(
                caller,
                year,
                body.version(),
                body.days().stream()
                        .map(day -> new SpecialDay(
                                day.day(), day.working(), day.name().strip()))
                        .toList());
        return showCalendar.year(caller, year);
    }
}
