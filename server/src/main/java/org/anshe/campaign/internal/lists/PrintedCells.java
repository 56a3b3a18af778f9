package org.anshe.campaign.internal.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.anshe.hazard.HazardLedger;
import org.anshe.shared.LocalText;
import org.anshe.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cells as tables print them: words for codes, days for moments. Words lie in {@code data/ledgers/list.json}. */
@Component
class PrintedCells {

    private static final Set<String> MOMENTS = Set.of("reportedAt", "deadline", "submittedAt", "closedAt");
    private static final Set<String> DAYS = Set.of("issuedOn", "effectiveOn", "endedOn");

    private final HazardLedger ledger;
    private final Map<String, Map<String, LocalText>> words;

    PrintedCells(HazardLedger ledger, JsonMapper json) {
        this.ledger = ledger;
        try (InputStream in = new ClassPathResource("data/ledgers/list.json").getInputStream()) {
            this.words = json.readValue(in, File.class).words();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record File(Map<String, Map<String, LocalText>> words) {}

    /** A word above or in the head of a table. */
    String frame(String word, Locale language) {
        return word("frame", word, language);
    }

    /** The cells of a row in the order of the columns; what is unknown is null. */
    List<@Nullable Object> row(ListPart part, ListLine line, Locale language) {
        List<@Nullable Object> cells = new java.util.ArrayList<>();
        if (part.about() != null) {
            cells.add(line.cells().get(ListPart.ABOUT));
        }
        part.columns()
                .forEach(column ->
                        cells.add(cell(part.type(), column, line.cells().get(column.code()), language)));
        return cells;
    }

    private @Nullable Object cell(ListPart.Type type, ListPart.Column column, @Nullable Object value, Locale language) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case HAZARDS ->
                MOMENTS.contains(column.code())
                        ? LocalDate.ofInstant(Instant.parse(value.toString()), OfficeTime.ZONE)
                        : ledger.print(column.code(), value, language);
            case MEASURES -> measure(column.code(), value, language);
            case ENTRIES -> column.kind() == ListPart.Cell.DATE ? LocalDate.parse(value.toString()) : value;
        };
    }

    private Object measure(String column, Object value, Locale language) {
        if (DAYS.contains(column)) {
            return LocalDate.parse(value.toString());
        }
        return switch (column) {
            case "domain" -> ledger.print(column, value, language);
            case "kind", "state" -> word(column, value.toString(), language);
            default -> value;
        };
    }

    private String word(String kind, String code, Locale language) {
        LocalText text = words.getOrDefault(kind, Map.of()).get(code);
        return text == null ? code : text.in(language);
    }
}
