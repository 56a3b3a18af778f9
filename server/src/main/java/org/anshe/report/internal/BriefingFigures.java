package org.anshe.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anshe.report.internal.ReadIndicators.Ask;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Reads everything a briefing may say: figures with their comparisons, and their largest groups. */
@Component
class BriefingFigures {

    /** Key suffix of the figure of the period before, and of the year before. */
    static final String PREVIOUS = "@previous";

    static final String YEAR = "@year";

    private static final List<String> COMPARED = List.of(
            "hazards-reported",
            "hazards-confirmed",
            "hazards-major",
            "hazards-fixed-on-spot",
            "hazards-closed",
            "hazards-open",
            "hazards-overdue",
            "hazards-returned",
            "rectification-rate",
            "on-time-rectification-rate",
            "checks-due",
            "checks-done",
            "checks-overdue",
            "checks-made",
            "joint-meetings-held",
            "joint-enforcement-held",
            "joint-hazards-found",
            "illegal-acts-found",
            "checks-with-failures",
            "check-rate",
            "check-on-time-rate",
            "duties-due",
            "duties-fulfilled",
            "duties-missed",
            "duty-rate",
            "campaigns-running",
            "campaign-tasks-due",
            "campaign-tasks-done",
            "campaign-tasks-slipping",
            "campaign-task-rate",
            "objects-registered",
            "objects-added",
            "posts-held");

    /** Known only today: what there is on the day the document is made. */
    private static final List<String> TODAY = List.of("communities", "grids", "leading-groups", "working-groups");

    private final IndicatorCatalogue catalogue;
    private final ReadIndicators indicators;

    BriefingFigures(IndicatorCatalogue catalogue, ReadIndicators indicators) {
        this.catalogue = catalogue;
        this.indicators = indicators;
    }

    /** The figures and, for a dimension, the values that have rows, largest first. */
    record Read(FigureSet figures, Map<String, List<String>> values) {

        List<String> largest(String code, Breakdown by) {
            return values.getOrDefault(groups(code, by), List.of());
        }
    }

    static String key(String code, Breakdown by, String value) {
        return code + "[" + by.slug() + ":" + value + "]";
    }

    Read read(Scope scope, AreaSelection area, Span span) {
        Map<String, Ask> asks = new LinkedHashMap<>();
        COMPARED.forEach(code -> {
            Indicator indicator = catalogue.get(code);
            asks.put(code, Ask.of(indicator, span));
            asks.put(code + PREVIOUS, Ask.of(indicator, span.of(span.period().previous())));
            asks.put(code + YEAR, Ask.of(indicator, span.of(span.period().yearBefore())));
        });
        Span today = new Span(today(span), span.asOf());
        TODAY.forEach(code -> asks.put(code, Ask.of(catalogue.get(code), today)));
        Map<Ask, Reading> readings = new LinkedHashMap<>(indicators.read(scope, area, asks.values()));
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Divided divided : DIVIDED) {
            Ask ask = Ask.of(catalogue.get(divided.code()), span);
            List<ReadIndicators.Group> groups = new ArrayList<>(indicators.divide(scope, area, ask, divided.by()));
            groups.sort((one, other) -> Long.compare(count(other), count(one)));
            for (ReadIndicators.Group group : groups) {
                String key = key(divided.code(), divided.by(), group.value());
                Ask narrowed = Ask.of(ask.indicator(), span, new RowFilter(divided.by(), group.value()));
                asks.put(key, narrowed);
                readings.put(narrowed, group.reading());
            }
            values.put(
                    groups(divided.code(), divided.by()),
                    groups.stream().map(ReadIndicators.Group::value).toList());
        }
        return new Read(new FigureSet(asks, readings), values);
    }

    private record Divided(String code, Breakdown by) {}

    private static final List<Divided> DIVIDED = List.of(
            new Divided("objects-registered", Breakdown.TYPE),
            new Divided("checks-due", Breakdown.SUPERVISION_CLASS),
            new Divided("checks-done", Breakdown.SUPERVISION_CLASS),
            new Divided("checks-overdue", Breakdown.AREA),
            new Divided("hazards-reported", Breakdown.DOMAIN),
            new Divided("hazards-reported", Breakdown.SOURCE),
            new Divided("hazards-overdue", Breakdown.DOMAIN));

    private static String groups(String code, Breakdown by) {
        return code + "/" + by;
    }

    private static long count(ReadIndicators.Group group) {
        Long numerator = group.reading().numerator();
        return numerator == null ? 0 : numerator;
    }

    private static ReportPeriod today(Span span) {
        java.time.LocalDate day = java.time.LocalDate.ofInstant(span.asOf(), ReportPeriod.ZONE);
        return new ReportPeriod(day, day);
    }
}
