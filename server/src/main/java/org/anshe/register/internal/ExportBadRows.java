package org.anshe.register.internal;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.shared.Caller;
import org.anshe.shared.table.RowError;
import org.anshe.shared.table.TableWriter;
import org.anshe.shared.table.TableWriter.Column;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives back the rows of an import that could not be taken, each with the reason, to be mended and imported again. */
@Service
public class ExportBadRows {

    private static final int WIDE = 18;
    private static final int WIDEST = 60;

    private final StagedRowQueries rows;
    private final TableWords words;

    ExportBadRows(StagedRowQueries rows, TableWords words) {
        this.rows = rows;
        this.words = words;
    }

    @Transactional(readOnly = true)
    public void export(Caller caller, UUID importId, List<String> columns, Locale language, OutputStream out) {
        List<Column> headings = new ArrayList<>();
        columns.forEach(column -> headings.add(new Column(column, WIDE)));
        headings.add(new Column(words.column("reason").in(language), WIDEST));
        try (TableWriter table = new TableWriter(out, words.column("reason").in(language), headings)) {
            rows.forEachBad(caller, importId, (cells, errors) -> {
                List<String> row = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns.size())));
                while (row.size() < columns.size()) {
                    row.add("");
                }
                row.add(errors.stream()
                        .map(error -> reason(error, language))
                        .distinct()
                        .collect(Collectors.joining("；")));
                table.row(row);
            });
        }
    }

    private String reason(RowError error, Locale language) {
        String text = words.error(error.code()).in(language);
        return error.column() == null ? text : error.column() + "：" + text;
    }
}
