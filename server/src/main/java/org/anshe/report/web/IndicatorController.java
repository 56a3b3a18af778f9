package org.anshe.report.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anshe.report.ReportProblem;
import org.anshe.report.internal.AreaSelection;
import org.anshe.report.internal.Breakdown;
import org.anshe.report.internal.GroupNames;
import org.anshe.report.internal.Indicator;
import org.anshe.report.internal.Indicator.Part;
import org.anshe.report.internal.IndicatorCatalogue;
import org.anshe.report.internal.IndicatorRowQueries;
import org.anshe.report.internal.ReadIndicators;
import org.anshe.report.internal.ReadIndicators.Ask;
import org.anshe.report.internal.Reading;
import org.anshe.report.internal.ReportPeriod;
import org.anshe.report.internal.RowFilter;
import org.anshe.report.internal.SelectArea;
import org.anshe.report.internal.ShowDashboard;
import org.anshe.report.internal.Span;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indicators: what they mean, what they say, and the rows behind every number. */
@RestController
class IndicatorController {

    private final IndicatorCatalogue catalogue;
    private final ReadIndicators readIndicators;
    private final ShowDashboard showDashboard;
    private final SelectArea selectArea;
    private final GroupNames names;
    private final Clock clock;

    IndicatorController(
            IndicatorCatalogue catalogue,
            ReadIndicators readIndicators,
            ShowDashboard showDashboard,
            SelectArea selectArea,
            GroupNames names,
            Clock clock) {
        this.catalogue = catalogue;
        this.readIndicators = readIndicators;
        this.showDashboard = showDashboard;
        this.selectArea = selectArea;
        this.names = names;
        this.clock = clock;
    }

    /** An indicator as the catalogue defines it. */
    record Definition(
            String code,
            int version,
            LocalDate effectiveFrom,
            Map<String, String> name,
            Map<String, String> definition,
            Indicator.Kind kind,
            @Nullable String measure,
            String source,
            Indicator.PeriodRule.Rule periodRule,
            List<String> by,
            Indicator.@Nullable Better better) {}

    /** One value of a dimension; the name is empty when its words belong to the interface. */
    record GroupValue(String value, Map<String, String> name, Reading reading) {}

    record Value(String code, Reading reading, Reading previous, Reading yearBefore, List<GroupValue> groups) {}

    /**
     * Values of indicators.
     *
     * @param whole false when the caller sees only a part of the area
     */
    record Values(
            @Nullable AreaKey area,
            boolean whole,
            ReportPeriod period,
            ReportPeriod previous,
            ReportPeriod yearBefore,
            Instant asOf,
            List<Value> values) {}

    @Operation(summary = "The indicator catalogue: every number the system computes, with its definition")
    @GetMapping("/api/indicators")
    @RequiresPermission("indicator.view")
    List<Definition> catalogue() {
        return catalogue.all().stream().map(this::definition).toList();
    }

    @Operation(summary = "Values of indicators for an area and a period, beside the period and the year before")
    @GetMapping("/api/indicator-values")
    @RequiresPermission("indicator.view")
    Values values(
            Caller caller,
            @RequestParam List<String> codes,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable Instant asOf) {
        AreaSelection selection = selectArea.select(caller.scope(), area);
        ReportPeriod period = new ReportPeriod(from, to);
        Span span = new Span(period, moment(asOf));
        List<Indicator> wanted = codes.stream().distinct().map(catalogue::get).toList();
        List<Ask> asks = new ArrayList<>();
        wanted.forEach(indicator -> asks.addAll(three(indicator, span)));
        Map<Ask, Reading> readings = readIndicators.read(caller.scope(), selection, asks);
        List<Value> values = new ArrayList<>();
        for (Indicator indicator : wanted) {
            List<Reading> three = three(indicator, span).stream()
                    .map(ask -> readings.getOrDefault(ask, Reading.UNKNOWN))
                    .toList();
            values.add(new Value(
                    indicator.code(),
                    three.get(0),
                    three.get(1),
                    three.get(2),
                    by == null ? List.of() : groups(caller, selection, Ask.of(indicator, span), Breakdown.parse(by))));
        }
        return new Values(
                selection.area(),
                selection.wholeIn(caller.scope()),
                period,
                period.previous(),
                period.yearBefore(),
                span.asOf(),
                values);
    }

    @Operation(summary = "The rows one number counted, newest first; filters are of the form dimension:value")
    @GetMapping("/api/indicators/{code}/rows")
    @RequiresPermission("indicator.view")
    Page<IndicatorRowQueries.Row> rows(
            Caller caller,
            PageRequest page,
            @PathVariable String code,
            @RequestParam(defaultValue = "NUMERATOR") Part part,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable List<String> filter,
            @RequestParam(required = false) @Nullable Instant asOf) {
        Span span = new Span(new ReportPeriod(from, to), moment(asOf));
        Ask ask = new Ask(catalogue.get(code), span, RowFilter.parse(filter == null ? List.of() : filter));
        return readIndicators.rows(caller.scope(), selectArea.select(caller.scope(), area), ask, part, page);
    }

    @Operation(summary = "Everything the dashboard of an area shows")
    @GetMapping("/api/dashboard")
    @RequiresPermission("dashboard.view")
    ShowDashboard.Dashboard dashboard(
            Caller caller,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        return showDashboard.show(caller, selectArea.select(caller.scope(), area), new ReportPeriod(from, to));
    }

    private List<GroupValue> groups(Caller caller, AreaSelection selection, Ask ask, Breakdown by) {
        if (!ask.indicator().by().contains(by)) {
            throw new ProblemException(ReportProblem.NO_BREAKDOWN, "by", by.slug());
        }
        List<ReadIndicators.Group> groups = readIndicators.divide(caller.scope(), selection, ask, by);
        Map<String, Map<String, String>> named =
                names.of(by, groups.stream().map(ReadIndicators.Group::value).toList());
        return groups.stream()
                .map(group ->
                        new GroupValue(group.value(), named.getOrDefault(group.value(), Map.of()), group.reading()))
                .toList();
    }

    /** The moment to look from: now, or an earlier one that a document remembers. */
    private Instant moment(@Nullable Instant asOf) {
        Instant now = clock.instant();
        return asOf == null || asOf.isAfter(now) ? now : asOf;
    }

    private static List<Ask> three(Indicator indicator, Span span) {
        return List.of(
                Ask.of(indicator, span),
                Ask.of(indicator, span.of(span.period().previous())),
                Ask.of(indicator, span.of(span.period().yearBefore())));
    }

    private Definition definition(Indicator indicator) {
        return new Definition(
                indicator.code(),
                catalogue.version(indicator),
                catalogue.effectiveFrom(indicator),
                indicator.name(),
                indicator.definition(),
                indicator.kind(),
                indicator.measure(),
                indicator.source(),
                indicator.period().rule(),
                indicator.by().stream().map(Breakdown::slug).toList(),
                indicator.better());
    }
}
