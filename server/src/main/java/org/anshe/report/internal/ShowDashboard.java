package org.anshe.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anshe.report.internal.Indicator.Part;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.report.internal.ReadIndicators.Ask;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything the dashboard of an area shows, in one go: a fixed number of statements, whatever the area holds. */
@Service
public class ShowDashboard {

    private static final List<String> HEADLINES = List.of(
            "objects-registered",
            "checks-done",
            "check-rate",
            "hazards-reported",
            "rectification-rate",
            "hazards-open",
            "hazards-overdue",
            "campaign-tasks-slipping");
    private static final List<String> TREND = List.of("hazards-reported", "hazards-closed", "checks-done");
    private static final List<String> DOMAINS = List.of("hazards-reported", "hazards-open", "hazards-overdue");
    private static final List<String> COMPARED = List.of(
            "objects-registered",
            "checks-due",
            "checks-done",
            "check-rate",
            "hazards-reported",
            "rectification-rate",
            "hazards-open",
            "hazards-overdue");

    private final IndicatorCatalogue catalogue;
    private final ReadIndicators indicators;
    private final OverdueQueries overdue;
    private final AreaQueries areaQueries;
    private final Areas areas;
    private final GroupNames names;
    private final Clock clock;

    ShowDashboard(
            IndicatorCatalogue catalogue,
            ReadIndicators indicators,
            OverdueQueries overdue,
            AreaQueries areaQueries,
            Areas areas,
            GroupNames names,
            Clock clock) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.overdue = overdue;
        this.areaQueries = areaQueries;
        this.areas = areas;
        this.names = names;
        this.clock = clock;
    }

    /** A headline figure beside the same figure of the period before and of the year before. */
    public record Headline(String code, Reading reading, Reading previous, Reading yearBefore) {}

    /** One line of a table of figures: a month, a domain or an area, with figures by indicator code. */
    public record Line(String value, Map<String, String> name, Map<String, Reading> figures) {}

    /**
     * The dashboard.
     *
     * @param area null: everything the caller sees
     * @param whole false when the caller sees only a part of the area and the figures are of that part
     */
    public record Dashboard(
            @Nullable AreaKey area,
            @Nullable String areaName,
            boolean whole,
            ReportPeriod period,
            ReportPeriod previous,
            ReportPeriod yearBefore,
            Instant asOf,
            List<Headline> headlines,
            List<Line> trend,
            List<Line> domains,
            List<Line> states,
            List<Line> areas,
            List<OverdueQueries.Overdue> overdue) {}

    @Transactional(readOnly = true)
    public Dashboard show(Caller caller, AreaSelection selection, ReportPeriod period) {
        Scope scope = caller.scope();
        Span span = new Span(period, clock.instant());
        Map<String, List<Ask>> headlines = new LinkedHashMap<>();
        HEADLINES.forEach(code -> headlines.put(
                code,
                List.of(
                        ask(code, span),
                        ask(code, span.of(period.previous())),
                        ask(code, span.of(period.yearBefore())))));
        Map<YearMonth, List<Ask>> trend = new LinkedHashMap<>();
        months(period).forEach(month -> trend.put(month, asks(TREND, span.of(whole(month)))));
        List<Ask> all = new ArrayList<>();
        headlines.values().forEach(all::addAll);
        trend.values().forEach(all::addAll);
        all.addAll(asks(COMPARED, span));
        Map<Ask, Reading> readings = indicators.read(scope, selection, all);
        AreaKey area = selection.area();
        return new Dashboard(
                area,
                area == null ? null : areas.find(area).map(Areas.Area::name).orElse(null),
                selection.wholeIn(scope),
                period,
                period.previous(),
                period.yearBefore(),
                span.asOf(),
                headlines.entrySet().stream()
                        .map(entry -> headline(entry, readings))
                        .toList(),
                trend.entrySet().stream()
                        .map(entry -> new Line(
                                entry.getKey().toString(), Map.of(), figures(TREND, entry.getValue(), readings)))
                        .toList(),
                lines(scope, selection, DOMAINS, span, Breakdown.DOMAIN),
                lines(scope, selection, List.of("hazards-reported"), span, Breakdown.STATE),
                compared(scope, selection, span, readings),
                overdue.list(
                        scope,
                        selection,
                        new Question(catalogue.get("hazards-overdue"), Part.NUMERATOR, span, List.of()),
                        8));
    }

    private List<Line> lines(Scope scope, AreaSelection area, List<String> codes, Span span, Breakdown by) {
        Map<String, List<Reading>> groups = indicators.divide(scope, area, asks(codes, span), by);
        Map<String, Map<String, String>> named = names.of(by, groups.keySet());
        return groups.entrySet().stream()
                .map(group -> new Line(
                        group.getKey(), named.getOrDefault(group.getKey(), Map.of()), zip(codes, group.getValue())))
                .toList();
    }

    /** Every area directly below, also one without any row, and the rows that lie in none of them. */
    private List<Line> compared(Scope scope, AreaSelection selection, Span span, Map<Ask, Reading> whole) {
        Map<String, Map<String, Reading>> figures = new LinkedHashMap<>();
        AreaKey parent = selection.area();
        if (parent != null) {
            areaQueries
                    .children(scope, parent)
                    .forEach(child -> figures.put(child.key().toString(), new LinkedHashMap<>()));
        }
        bySource()
                .values()
                .forEach(codes -> indicators
                        .divide(scope, selection, asks(codes, span), Breakdown.AREA)
                        .forEach((area, readings) -> figures.computeIfAbsent(area, any -> new LinkedHashMap<>())
                                .putAll(zip(codes, readings))));
        Map<String, Map<String, String>> named = names.of(Breakdown.AREA, figures.keySet());
        return figures.entrySet().stream()
                .map(line -> new Line(
                        line.getKey(),
                        named.getOrDefault(line.getKey(), Map.of()),
                        filled(line.getValue(), whole, span)))
                .toList();
    }

    /** An area without rows has none, if somebody counted at all. */
    private Map<String, Reading> filled(Map<String, Reading> figures, Map<Ask, Reading> whole, Span span) {
        Map<String, Reading> all = new LinkedHashMap<>();
        for (String code : COMPARED) {
            Ask ask = ask(code, span);
            Reading reading = whole.getOrDefault(ask, Reading.UNKNOWN);
            Reading none = reading.numerator() == null ? Reading.UNKNOWN : Reading.of(ask.indicator(), 0, 0);
            all.put(code, figures.getOrDefault(code, none));
        }
        return all;
    }

    private Map<String, List<String>> bySource() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        COMPARED.forEach(code -> codes.computeIfAbsent(catalogue.get(code).source(), any -> new ArrayList<>())
                .add(code));
        return codes;
    }

    private static Headline headline(Map.Entry<String, List<Ask>> entry, Map<Ask, Reading> readings) {
        List<Reading> three = entry.getValue().stream()
                .map(ask -> readings.getOrDefault(ask, Reading.UNKNOWN))
                .toList();
        return new Headline(entry.getKey(), three.get(0), three.get(1), three.get(2));
    }

    private static Map<String, Reading> figures(List<String> codes, List<Ask> asks, Map<Ask, Reading> readings) {
        return zip(
                codes,
                asks.stream()
                        .map(ask -> readings.getOrDefault(ask, Reading.UNKNOWN))
                        .toList());
    }

    private static Map<String, Reading> zip(List<String> codes, List<Reading> readings) {
        Map<String, Reading> zipped = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            zipped.put(codes.get(i), readings.get(i));
        }
        return zipped;
    }

    private List<Ask> asks(List<String> codes, Span span) {
        return codes.stream().map(code -> ask(code, span)).toList();
    }

    private Ask ask(String code, Span span) {
        return Ask.of(catalogue.get(code), span);
    }

    private static List<YearMonth> months(ReportPeriod period) {
        ReportPeriod year = period.yearUpTo();
        return year.from()
                .datesUntil(year.to().plusDays(1), java.time.Period.ofMonths(1))
                .map(YearMonth::from)
                .toList();
    }

    private static ReportPeriod whole(YearMonth month) {
        LocalDate first = month.atDay(1);
        return new ReportPeriod(first, month.atEndOfMonth());
    }
}
