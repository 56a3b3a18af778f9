package org.anshe.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.anshe.deadline.internal.ShowDueCalendar;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What falls due on which day. */
@RestController
class DueCalendarController {

    private final ShowDueCalendar calendar;

    DueCalendarController(ShowDueCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/api/due-days")
    @RequiresPermission("duty.view")
    @Operation(
            summary = "How much of what falls due on each day",
            description = "At most 42 days; only kinds of records the caller may see, within the scope of each.")
    List<ShowDueCalendar.Day> days(
            Caller caller,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable Set<String> subject,
            @RequestParam(required = false) @Nullable Set<String> kind) {
        return calendar.days(caller, from, to, filter(area, subject, kind));
    }

    @GetMapping("/api/due-records")
    @RequiresPermission("duty.view")
    @Operation(summary = "What falls due on a day, the first first")
    Page<ShowDueCalendar.Row> day(
            Caller caller,
            @Parameter(hidden = true) PageRequest page,
            @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable Set<String> subject,
            @RequestParam(required = false) @Nullable Set<String> kind) {
        return calendar.day(caller, day, filter(area, subject, kind), page);
    }

    private static ShowDueCalendar.Filter filter(
            @Nullable AreaKey area, @Nullable Set<String> subject, @Nullable Set<String> kind) {
        return new ShowDueCalendar.Filter(area, subject == null ? Set.of() : subject, kind == null ? Set.of() : kind);
    }
}
