package org.anshe.paper.internal.sheet;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anshe.paper.internal.sheet.PdfPage.Look;

/** A table whose rows grow with their text; a row that does not fit goes to the next page, under the head again. */
final class PdfTable {

    private static final Look CELL = new Look(11.5f, 17, Color.BLACK, false);
    private static final float PADDING = 5;
    private static final float RULE = 0.6f;

    private final PdfPage page;
    private final Sheet.Table table;
    private final float[] widths;

    PdfTable(PdfPage page, Sheet.Table table) {
        this.page = page;
        this.table = table;
        int all = table.columns().stream().mapToInt(Sheet.Column::share).sum();
        this.widths = new float[table.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = PdfPage.WIDTH * table.columns().get(i).share() / all;
        }
    }

    void write() throws IOException {
        page.down(4);
        List<String> head = table.columns().stream().map(Sheet.Column::label).toList();
        page.need(height(broken(head)) + CELL.line() * 2);
        row(broken(head), true);
        for (List<String> cells : table.rows()) {
            List<List<String>> left = broken(cells);
            // A row higher than a page is cut at the foot of each.
            while (!left.isEmpty()) {
                if (page.y() - Math.min(height(left), CELL.line() * 3 + 2 * PADDING) < PdfPage.BOTTOM) {
                    page.next();
                    row(broken(head), true);
                }
                int room = (int) ((page.y() - PdfPage.BOTTOM - 2 * PADDING) / CELL.line());
                row(upTo(left, room), false);
                left = from(left, room);
            }
        }
        page.down(8);
    }

    private void row(List<List<String>> cells, boolean head) throws IOException {
        float height = height(cells);
        float top = page.y();
        float x = PdfPage.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = cells.get(i);
            boolean centred = head || i == 0;
            float first = centred ? top - (height - lines.size() * CELL.line()) / 2 : top - PADDING;
            for (int n = 0; n < lines.size(); n++) {
                float width = (float) page.measure(CELL.size()).applyAsDouble(lines.get(n));
                float at = centred ? x + (widths[i] - width) / 2 : x + PADDING;
                float base = first - n * CELL.line() - CELL.line() / 2 - CELL.size() * 0.36f;
                page.at(lines.get(n), at, base, head ? CELL.bolder() : CELL, 0);
            }
            page.rule(x, top, x, top - height, RULE, Color.BLACK);
            x += widths[i];
        }
        page.rule(x, top, x, top - height, RULE, Color.BLACK);
        page.rule(PdfPage.LEFT, top, x, top, RULE, Color.BLACK);
        page.rule(PdfPage.LEFT, top - height, x, top - height, RULE, Color.BLACK);
        page.down(height);
    }

    private List<List<String>> broken(List<String> cells) {
        List<List<String>> broken = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = new ArrayList<>();
            for (String paragraph : cells.get(i).split("\n", -1)) {
                lines.addAll(LineBreaks.of(paragraph, widths[i] - 2 * PADDING, 0, page.measure(CELL.size())));
            }
            broken.add(lines);
        }
        return broken;
    }

    private static float height(List<List<String>> cells) {
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        return lines * CELL.line() + 2 * PADDING;
    }

    private static List<List<String>> upTo(List<List<String>> cells, int lines) {
        return cells.stream()
                .map(cell -> cell.subList(0, Math.min(lines, cell.size())))
                .toList();
    }

    private static List<List<String>> from(List<List<String>> cells, int lines) {
        if (cells.stream().allMatch(cell -> cell.size() <= lines)) {
            return List.of();
        }
        return cells.stream()
                .map(cell -> cell.subList(Math.min(lines, cell.size()), cell.size()))
                .toList();
    }
}
