package org.anshe.campaign.internal.measures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** Measures as the rows of a table. */
public final class MeasureCells {

    /** What a row can show. */
    public static final List<String> COLUMNS = List.of(
            "number",
            "title",
            "kind",
            "domain",
            "unit",
            "area",
            "state",
            "issuedOn",
            "effectiveOn",
            "endedOn",
            "revision",
            "answers");

    private MeasureCells() {}

    /** @param cells by {@link #COLUMNS}; what is unknown is left out */
    public record Line(UUID id, AreaKey area, UUID unitId, boolean open, Map<String, Object> cells) {}

    static Line line(MeasureQueries.Found found, @Nullable String unit, @Nullable String area) {
        MeasureRow measure = found.measure();
        Map<String, Object> cells = new LinkedHashMap<>();
        put(cells, "number", measure.number());
        put(cells, "title", measure.title());
        put(cells, "kind", measure.kind().name());
        put(cells, "domain", measure.domain());
        put(cells, "unit", unit);
        put(cells, "area", area);
        put(cells, "state", word(measure));
        put(cells, "issuedOn", measure.issuedOn());
        put(cells, "effectiveOn", found.effectiveOn());
        put(cells, "endedOn", measure.endedOn());
        put(cells, "revision", measure.nthInForce() == null ? null : found.issued());
        put(cells, "answers", found.answers());
        boolean open = measure.endedOn() == null;
        return new Line(measure.id(), measure.area(), measure.unitId(), open, cells);
    }

    /** The state as the table says it: a measure in force that is being revised says so. */
    private static String word(MeasureRow measure) {
        boolean revised = measure.state() == MeasureState.IN_FORCE && measure.nthDraft() != null;
        return revised ? "UNDER_REVISION" : measure.state().name();
    }

    private static void put(Map<String, Object> cells, String column, @Nullable Object value) {
        if (value != null) {
            cells.put(column, value instanceof Number || value instanceof String ? value : value.toString());
        }
    }
}
