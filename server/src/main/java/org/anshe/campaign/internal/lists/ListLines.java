package org.anshe.campaign.internal.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.campaign.internal.measures.MeasureCells;
import org.anshe.campaign.internal.measures.ShowMeasures;
import org.anshe.hazard.HazardLedger;
import org.anshe.hazard.HazardLedger.Standing;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a list as it stands now. */
@Component
class ListLines {

    private final ListSelection selections;
    private final HazardLedger ledger;
    private final ShowMeasures measures;
    private final EntryRepository entries;
    private final ListAccess access;

    ListLines(
            ListSelection selections,
            HazardLedger ledger,
            ShowMeasures measures,
            EntryRepository entries,
            ListAccess access) {
        this.selections = selections;
        this.ledger = ledger;
        this.measures = measures;
        this.entries = entries;
        this.access = access;
    }

    /** Whose rows are shown: of a view each reader sees those of the own scope. */
    record Reader(Scope hazards, Scope measures) {

        /** All rows there are, for a frozen version; who reads it is asked then. */
        static final Reader EVERYBODY = new Reader(Scope.EVERYTHING, Scope.EVERYTHING);

        static Reader of(Caller caller) {
            return new Reader(caller.scopeFor("hazard.view"), caller.scopeFor("measure.view"));
        }

        /** What the rows of a part are kept from; null for rows that go with the list itself. */
        @Nullable Scope of(ListPart.Type type) {
            return switch (type) {
                case HAZARDS -> hazards;
                case MEASURES -> measures;
                case ENTRIES -> null;
            };
        }
    }

    Page<ListLine> page(Reader reader, ListRow list, ListPart part, @Nullable Standing standing, PageRequest page) {
        return switch (part.type()) {
            case HAZARDS ->
                ledger.page(reader.hazards(), selections.of(list).only(standing), page)
                        .map(ListLines::line);
            case MEASURES -> measures.lines(reader.measures(), list.id(), page).map(ListLines::line);
            case ENTRIES -> new Page<>(own(list, part), null, null);
        };
    }

    /** Own entries, each with the name of the one it belongs to: that of its first column. */
    private List<ListLine> own(ListRow list, ListPart part) {
        Map<UUID, String> names = new LinkedHashMap<>();
        access.kind(list).about(part).ifPresent(other -> {
            String first = other.columns().getFirst().code();
            entries.of(list.id(), other.code())
                    .forEach(entry -> names.put(entry.id(), entry.cells().getOrDefault(first, "")));
        });
        return entries.of(list.id(), part.code()).stream()
                .map(entry -> line(list, entry, entry.about() == null ? null : names.get(entry.about())))
                .toList();
    }

    HazardLedger.Counts count(Reader reader, ListRow list) {
        return ledger.count(reader.hazards(), selections.of(list));
    }

    private static ListLine line(HazardLedger.Entry entry) {
        return new ListLine(entry.id(), entry.area(), entry.unitId(), entry.open(), plain(entry.cells()), null, null);
    }

    private static ListLine line(MeasureCells.Line line) {
        return new ListLine(line.id(), line.area(), line.unitId(), line.open(), line.cells(), null, null);
    }

    private static ListLine line(ListRow list, ListEntry entry, @Nullable String about) {
        Map<String, Object> cells = new LinkedHashMap<>(entry.cells());
        if (about != null) {
            cells.put(ListPart.ABOUT, about);
        }
        return new ListLine(entry.id(), list.area(), list.unitId(), null, cells, entry.about(), entry.version());
    }

    /** Moments in ISO form, so that a row says the same live and frozen. */
    private static Map<String, Object> plain(Map<String, Object> cells) {
        Map<String, Object> plain = new LinkedHashMap<>();
        cells.forEach((column, value) ->
                plain.put(column, value instanceof String || value instanceof Number ? value : value.toString()));
        return plain;
    }
}
