package org.anshe.paper.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What fills a paper: a text for each blank that is known, and the rows of its table. Never an empty text. */
public record PaperContent(Map<String, String> values, List<Map<String, String>> rows) {

    public PaperContent {
        values = known(values);
        rows = rows.stream()
                .map(PaperContent::known)
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** What a kind has blanks and columns for; everything else a draft was offered is left out. */
    PaperContent fitting(PaperKind kind) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (PaperKind.Field field : kind.fields()) {
            String value = values.get(field.name());
            if (value != null) {
                kept.put(field.name(), value);
            }
        }
        List<Map<String, String>> keptRows = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (PaperKind.Column column : kind.columns()) {
                String cell = row.get(column.name());
                if (cell != null) {
                    cells.put(column.name(), cell);
                }
            }
            keptRows.add(cells);
        }
        return new PaperContent(kept, kind.columns().isEmpty() ? List.of() : keptRows);
    }

    /** In one order, whatever order it was written in: what is hashed. */
    PaperContent canonical() {
        return new PaperContent(
                new TreeMap<>(values),
                rows.stream().<Map<String, String>>map(TreeMap::new).toList());
    }

    private static Map<String, String> known(Map<String, String> texts) {
        Map<String, String> known = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            if (text != null && !text.isBlank()) {
                known.put(name, text.strip());
            }
        });
        return java.util.Collections.unmodifiableMap(known);
    }
}
