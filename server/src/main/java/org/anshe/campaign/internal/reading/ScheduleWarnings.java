package org.anshe.campaign.internal.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anshe.campaign.internal.reading.DatePoint.YearKind;
import org.anshe.campaign.internal.reading.PlanReading.Deadline;
import org.anshe.campaign.internal.reading.PlanReading.Stage;
import org.anshe.campaign.internal.reading.PlanReading.Warning;
import org.anshe.campaign.internal.reading.PlanReading.WarningKind;
import org.jspecify.annotations.Nullable;

/** Finds dates that cannot be, years that are not printed, and stages and deadlines that do not fit together. */
final class ScheduleWarnings {

    private final PlanContext plan;
    private final List<Stage> stages;
    private final List<Deadline> deadlines;
    private final List<Warning> warnings = new ArrayList<>();

    ScheduleWarnings(PlanContext plan, List<Stage> stages, List<Deadline> deadlines) {
        this.plan = plan;
        this.stages = stages;
        this.deadlines = deadlines;
    }

    List<Warning> find() {
        for (int i = 0; i < plan.texts().size(); i++) {
            for (DateExpression date : plan.dates(i)) {
                point(i, date.from());
                if (date.to() != date.from()) {
                    point(i, date.to());
                }
            }
        }
        unknownYears();
        neighbours();
        deadlines.forEach(this::outsidePlan);
        return warnings;
    }

    private void point(int paragraph, @Nullable DatePoint point) {
        if (point == null) {
            return;
        }
        PlanText text = plan.text(paragraph);
        int year = plan.year(paragraph, point);
        Passage source = text.passage(point.start(), point.end());
        if (!point.possible(year)) {
            Map<String, String> facts = Map.of(
                    "printed",
                    text.printed(point.start(), point.end()),
                    "readAs",
                    point.due(year).toString());
            warnings.add(new Warning(WarningKind.IMPOSSIBLE_DATE, source, facts));
        }
        if (point.yearKind() == YearKind.MASKED) {
            Map<String, String> facts = Map.of("printed", text.printed(point.start(), point.end()));
            warnings.add(new Warning(WarningKind.YEAR_MASKED, source, facts));
        }
    }

    private void unknownYears() {
        for (Stage stage : stages) {
            boolean unknown = unknown(stage.start()) || unknown(stage.end());
            if (unknown && !masked(stage.source())) {
                warnings.add(new Warning(WarningKind.YEAR_UNKNOWN, stage.source(), Map.of("name", stage.name())));
            }
        }
        for (Deadline deadline : deadlines) {
            if (unknown(deadline.date()) && !masked(deadline.source())) {
                Map<String, String> facts = Map.of("date", deadline.date().toString());
                warnings.add(new Warning(WarningKind.YEAR_UNKNOWN, deadline.source(), facts));
            }
        }
    }

    private static boolean unknown(@Nullable PartialDate date) {
        return date != null && date.year() == 0;
    }

    private boolean masked(Passage source) {
        return warnings.stream()
                .anyMatch(warning -> warning.kind() == WarningKind.YEAR_MASKED
                        && warning.source().line() == source.line()
                        && warning.source().start() < source.end()
                        && warning.source().end() > source.start());
    }

    private void neighbours() {
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            if (stage.start() != null
                    && stage.end() != null
                    && day(stage.end(), true).isBefore(day(stage.start(), false))) {
                warn(WarningKind.STAGE_ENDS_BEFORE_START, stage, stage.start(), stage.end());
            }
            if (i > 0 && stages.get(i - 1).end() != null && stage.start() != null) {
                between(stages.get(i - 1), stage);
            }
        }
    }

    private void between(Stage before, Stage after) {
        PartialDate ended = before.end();
        PartialDate begun = after.start();
        if (ended == null || begun == null || ended.year() == 0 != (begun.year() == 0)) {
            return;
        }
        LocalDate last = day(ended, true);
        LocalDate first = day(begun, false);
        boolean inOrder = before.start() == null || !first.isBefore(day(before.start(), false));
        if (inOrder && !first.isAfter(last)) {
            warn(WarningKind.STAGES_OVERLAP, after, begun, ended);
        } else if (first.isAfter(last.plusDays(1))) {
            warn(WarningKind.STAGES_GAP, after, ended, begun);
        }
    }

    private void warn(WarningKind kind, Stage stage, PartialDate from, PartialDate to) {
        Map<String, String> facts = Map.of("name", stage.name(), "from", from.toString(), "to", to.toString());
        warnings.add(new Warning(kind, stage.source(), facts));
    }

    private void outsidePlan(Deadline deadline) {
        Optional<LocalDate> due = deadline.date().lastDay();
        if (due.isEmpty()) {
            return;
        }
        planDays(true)
                .filter(start -> due.get().isBefore(start))
                .ifPresent(start -> warn(WarningKind.DEADLINE_BEFORE_START, deadline, "start", start));
        planDays(false)
                .filter(end -> due.get().isAfter(end))
                .ifPresent(end -> warn(WarningKind.DEADLINE_AFTER_END, deadline, "end", end));
    }

    private void warn(WarningKind kind, Deadline deadline, String limit, LocalDate day) {
        Map<String, String> facts = Map.of("date", deadline.date().toString(), limit, day.toString());
        warnings.add(new Warning(kind, deadline.source(), facts));
    }

    /** The plan's first or last day, from its stages. */
    private Optional<LocalDate> planDays(boolean first) {
        return first
                ? stages.stream()
                        .map(Stage::start)
                        .flatMap(date -> date == null ? Stream.empty() : date.firstDay().stream())
                        .min(LocalDate::compareTo)
                : stages.stream()
                        .map(Stage::end)
                        .flatMap(date -> date == null ? Stream.empty() : date.lastDay().stream())
                        .max(LocalDate::compareTo);
    }

    /** A day to compare by; an unknown year stands for a leap year, the same for all. */
    private static LocalDate day(PartialDate date, boolean last) {
        PartialDate known = date.year() == 0 ? new PartialDate(2000, date.month(), date.day()) : date;
        return (last ? known.lastDay() : known.firstDay()).orElseThrow();
    }
}
