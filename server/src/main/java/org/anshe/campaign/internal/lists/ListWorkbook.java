package org.anshe.campaign.internal.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A list as an Excel workbook: one sheet for each part, with title lines above the table; written row by row. */
final class ListWorkbook implements AutoCloseable {

    private static final int FLUSH_EVERY = 500;
    private static final int SERIAL_WIDTH = 6;
    private static final int TITLE_SIZE = 18;
    private static final int TITLE_HEIGHT = 32;
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private @Nullable Sheet current;

    /** The stream is left open at the end. */
    ListWorkbook(OutputStream out) {
        workbook = new Workbook(out, "Anshe", "1.0");
    }

    /** What stands above and at the head of one sheet. */
    record Head(String sheet, String title, List<String> lines, String serial, List<Column> columns) {}

    record Column(String title, int width) {}

    /** Begins the sheet of the next part. */
    void begin(Head head) {
        finish();
        current = new Sheet(workbook.newWorksheet(head.sheet()), head);
    }

    void row(List<@Nullable Object> cells) {
        if (current == null) {
            throw new IllegalStateException("No sheet was begun");
        }
        current.row(cells);
    }

    private void finish() {
        if (current != null) {
            current.finish();
        }
    }

    @Override
    public void close() {
        finish();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sheet being written. */
    private static final class Sheet {

        private final Worksheet sheet;
        private int row;
        private int serial;

        Sheet(Worksheet sheet, Head head) {
            this.sheet = sheet;
            int last = head.columns().size();
            sheet.width(0, SERIAL_WIDTH);
            sheet.value(0, 0, head.title());
            sheet.range(0, 0, 0, last).merge();
            sheet.range(0, 0, 0, last)
                    .style()
                    .bold()
                    .fontSize(TITLE_SIZE)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .set();
            sheet.rowHeight(0, TITLE_HEIGHT);
            sheet.value(1, 0, String.join("        ", head.lines()));
            sheet.range(1, 0, 1, last).merge();
            heading(2, 0, head.serial());
            for (int i = 0; i < last; i++) {
                sheet.width(i + 1, head.columns().get(i).width());
                heading(2, i + 1, head.columns().get(i).title());
            }
            sheet.freezePane(0, 3);
            sheet.setAutoFilter(2, 0, 2, last);
            sheet.repeatRows(2);
            sheet.pageOrientation("landscape");
            sheet.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
            row = 3;
        }

        private void heading(int at, int column, String text) {
            sheet.value(at, column, text);
            sheet.style(at, column)
                    .bold()
                    .fillColor("E8EEF5")
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .borderStyle(BorderStyle.THIN)
                    .set();
        }

        void row(List<@Nullable Object> cells) {
            serial++;
            cell(0, serial);
            for (int i = 0; i < cells.size(); i++) {
                cell(i + 1, cells.get(i));
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
                case LocalDate day -> sheet.value(row, column, day);
                default -> {
                    String text = value.toString();
                    sheet.inlineString(
                            row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
                }
            }
            var style = sheet.style(row, column)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .borderStyle(BorderStyle.THIN);
            (value instanceof LocalDate ? style.format("yyyy-mm-dd") : style).set();
        }

        void finish() {
            try {
                sheet.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
