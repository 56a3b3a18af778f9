package org.anshe.shared.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anshe.shared.OfficeTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes an Excel workbook with one sheet, row by row; what was written does not stay in memory. */
public final class TableWriter implements AutoCloseable {

    /** The media type of what is written. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int FLUSH_EVERY = 1000;
    private static final int LONGEST_CELL = 32_767;

    /**
     * One column.
     *
     * @param width in characters
     */
    public record Column(String title, int width) {}

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /** Writes the heading; the stream is left open at the end. */
    public TableWriter(OutputStream out, String sheetName, List<Column> columns) {
        workbook = new Workbook(out, "Anshe", "1.0");
        sheet = workbook.newWorksheet(sheetName);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.value(0, i, columns.get(i).title());
            sheet.style(0, i).bold().fillColor("E8EEF5").wrapText(true).set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    /** Takes texts, numbers, truth values, dates and instants (shown in the office's time); null leaves a cell empty. */
    public void row(List<? extends @Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            cell(i, values.get(i));
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant moment -> {
                sheet.value(row, column, moment.atZone(OfficeTime.ZONE).toLocalDateTime());
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> {
                String text = value.toString();
                sheet.inlineString(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
