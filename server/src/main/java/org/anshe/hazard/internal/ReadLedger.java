package org.anshe.hazard.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardLedger;
import org.anshe.hazard.internal.LedgerQueries.LedgerRow;
import org.anshe.hazard.internal.ListHazards.Row;
import org.anshe.shared.AreaKey;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The ledger as other modules read it. */
@Service
class ReadLedger implements HazardLedger {

    private static final Set<String> CODED = Set.of("grade", "source", "state", "inTime", "funding");

    private final SelectionQueries hazards;
    private final ListHazards lists;
    private final LedgerWords words;
    private final HazardDomains domains;
    private final Areas areas;

    ReadLedger(SelectionQueries hazards, ListHazards lists, LedgerWords words, HazardDomains domains, Areas areas) {
        this.hazards = hazards;
        this.lists = lists;
        this.words = words;
        this.domains = domains;
        this.areas = areas;
    }

    @Override
    public Page<Entry> page(Scope scope, Selection selection, PageRequest page) {
        Page<LedgerRow> rows = hazards.page(scope, selection, page);
        List<Row> named =
                lists.named(rows.items().stream().map(LedgerRow::hazard).toList());
        Map<AreaKey, String> paths =
                areas.paths(named.stream().map(Row::areaKey).distinct().toList());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Row row = named.get(i);
            Map<String, Object> cells = cells(row, rows.items().get(i), paths.get(row.areaKey()));
            entries.add(
                    new Entry(row.id(), row.areaKey(), row.unitId(), row.state().open(), cells));
        }
        return new Page<>(entries, rows.next(), null);
    }

    @Override
    public Counts count(Scope scope, Selection selection) {
        return hazards.count(scope, selection);
    }

    @Override
    public List<Named> named(Scope scope, @Nullable AreaKey area, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : hazards.named(scope, area, ids);
    }

    @Override
    public Object print(String column, Object value, Locale locale) {
        String language = LocalText.languageOf(locale);
        if (column.equals("domain")) {
            return domains.name(value.toString(), language);
        }
        return CODED.contains(column) && value instanceof String code ? words.word(column, code, language) : value;
    }

    private static Map<String, Object> cells(Row hazard, LedgerRow row, @Nullable String path) {
        Map<String, Object> cells = new LinkedHashMap<>();
        put(cells, "number", hazard.number());
        put(cells, "site", hazard.objectName() == null ? hazard.place() : hazard.objectName());
        put(cells, "description", hazard.description());
        put(cells, "domain", hazard.domain());
        put(cells, "grade", hazard.grade().name());
        put(cells, "source", hazard.source().name());
        put(cells, "area", path);
        put(cells, "place", hazard.place());
        put(cells, "object", hazard.objectName());
        put(cells, "reporter", hazard.reporterName());
        put(cells, "reportedAt", hazard.reportedAt());
        put(cells, "measure", row.measure());
        put(cells, "unit", hazard.unitName());
        put(cells, "responsible", row.responsible());
        put(cells, "funding", Boolean.FALSE.equals(row.fundingNeeded()) ? "NOT_NEEDED" : row.fundingAmount());
        put(cells, "deadline", hazard.dueAt());
        put(cells, "contingency", row.contingency());
        put(cells, "state", hazard.state().name());
        put(cells, "submittedAt", row.submittedAt());
        put(cells, "closedAt", row.closedAt());
        put(cells, "inTime", row.closedInTime() == null ? null : row.closedInTime() ? "YES" : "NO");
        return cells;
    }

    private static void put(Map<String, Object> cells, String column, @Nullable Object value) {
        if (value != null) {
            cells.put(column, value);
        }
    }
}
