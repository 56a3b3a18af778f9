package org.anshe.report.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anshe.report.internal.Indicator.Kind;
import org.anshe.report.internal.Indicator.Part;
import org.anshe.report.internal.ReadIndicators.Ask;
import org.anshe.report.internal.text.Figure;

/** The figures a document names: each is remembered with its question the first time the text uses it. */
final class FigureSet {

    private final Map<String, Ask> asks;
    private final Map<Ask, Reading> readings;
    private final Map<String, Snapshot> used = new LinkedHashMap<>();

    FigureSet(Map<String, Ask> asks, Map<Ask, Reading> readings) {
        this.asks = asks;
        this.readings = readings;
    }

    /** One figure as the document printed it, with the question behind it. */
    record Snapshot(
            String key, String indicator, String part, ReportPeriod period, List<RowFilter> filters, Reading reading) {}

    Figure get(String key) {
        Ask ask = asks.get(key);
        if (ask == null) {
            throw new IllegalArgumentException("Nobody asked for " + key);
        }
        Reading reading = readings.getOrDefault(ask, Reading.UNKNOWN);
        boolean ratio = ask.indicator().kind() == Kind.RATIO;
        used.put(
                key,
                new Snapshot(
                        key,
                        ask.indicator().code(),
                        ratio ? "VALUE" : Part.NUMERATOR.name(),
                        ask.span().period(),
                        ask.filters(),
                        reading));
        Double value = reading.value();
        return new Figure(key, value == null ? null : BigDecimal.valueOf(value), ratio);
    }

    boolean knows(String key) {
        return asks.containsKey(key);
    }

    List<Snapshot> used() {
        return List.copyOf(used.values());
    }
}
