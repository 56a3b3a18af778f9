package org.anshe.report.internal.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.anshe.campaign.ListTables.Heading;
import org.anshe.campaign.ListTables.Printed;
import org.anshe.campaign.ListTables.Table;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A list as a Word file: A4 across, each part on pages of its own, heads that repeat. */
public final class ListPages {

    /** Twentieths of a point: A4 across with margins of 20 mm. */
    private static final int WIDTH = 16838;

    private static final int HEIGHT = 11906;
    private static final int MARGIN = 1134;
    private static final int TEXT_WIDTH = WIDTH - 2 * MARGIN;
    private static final int SERIAL_WIDTH = 700;
    private static final int CELL_SIZE = 10;
    private static final int CELL_LINE = 280;
    private static final int BORDER = 4;

    private ListPages() {}

    /** Words above and in the head of the tables. */
    public record Words(String unit, String day, String version, String serial, String none) {}

    public static byte[] write(Printed list, Words words) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            WordFonts.declare(document);
            WordStyles.define(document);
            across(document);
            document.getProperties().getCoreProperties().setTitle(list.title());
            document.getProperties().getCoreProperties().setCreator(list.unit());
            for (int i = 0; i < list.tables().size(); i++) {
                part(document, list, list.tables().get(i), words, i > 0);
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void part(XWPFDocument document, Printed list, Table table, Words words, boolean newPage) {
        XWPFParagraph title = document.createParagraph();
        title.setStyle(WordStyles.TITLE);
        title.setPageBreak(newPage);
        title.createRun().setText(list.title());
        XWPFParagraph name = plain(document, WordStyles.HEADING_1, table.title());
        name.setAlignment(ParagraphAlignment.CENTER);
        String version = list.version().isEmpty() ? "" : "        " + words.version() + list.version();
        plain(document, WordStyles.BODY, words.unit() + list.unit() + "        " + words.day() + list.day() + version);
        if (table.rows().isEmpty()) {
            plain(document, WordStyles.BODY, words.none());
            return;
        }
        grid(document, table, words.serial());
    }

    private static XWPFParagraph plain(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = WordDocument.paragraph(document, style, text);
        paragraph.setIndentationFirstLine(0);
        paragraph.getCTPPr().getInd().setFirstLineChars(BigInteger.ZERO);
        return paragraph;
    }

    private static void grid(XWPFDocument document, Table table, String serial) {
        List<Integer> widths = widths(table.headings());
        XWPFTable grid = document.createTable(table.rows().size() + 1, widths.size());
        grid.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        grid.setWidth(TEXT_WIDTH);
        grid.setTableAlignment(TableRowAlign.CENTER);
        borders(grid);
        var columns = grid.getCTTbl().getTblGrid() == null
                ? grid.getCTTbl().addNewTblGrid()
                : grid.getCTTbl().getTblGrid();
        while (columns.sizeOfGridColArray() > 0) {
            columns.removeGridCol(0);
        }
        widths.forEach(width -> columns.addNewGridCol().setW(BigInteger.valueOf(width)));
        List<String> head = new ArrayList<>(List.of(serial));
        table.headings().forEach(heading -> head.add(heading.title()));
        List<XWPFTableRow> rows = grid.getRows();
        fill(rows.getFirst(), head, widths, true);
        rows.getFirst().setRepeatHeader(true);
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(i + 1)));
            cells.addAll(table.rows().get(i));
            fill(rows.get(i + 1), cells, widths, false);
        }
    }

    /** What is left beside the serial number, divided as the columns ask for it. */
    private static List<Integer> widths(List<Heading> headings) {
        int asked = headings.stream().mapToInt(Heading::width).sum();
        List<Integer> widths = new ArrayList<>(List.of(SERIAL_WIDTH));
        headings.forEach(heading -> widths.add((TEXT_WIDTH - SERIAL_WIDTH) * heading.width() / Math.max(1, asked)));
        return widths;
    }

    private static void fill(XWPFTableRow row, List<String> texts, List<Integer> widths, boolean head) {
        row.setCantSplitRow(true);
        List<XWPFTableCell> cells = row.getTableCells();
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = cells.get(i);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            CTTcPr properties = cell.getCTTc().isSetTcPr()
                    ? cell.getCTTc().getTcPr()
                    : cell.getCTTc().addNewTcPr();
            CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
            width.setW(BigInteger.valueOf(widths.get(i)));
            width.setType(STTblWidth.DXA);
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setStyle(head ? WordStyles.CELL_HEAD : WordStyles.CELL);
            paragraph.getCTPPr().addNewSpacing().setLine(BigInteger.valueOf(CELL_LINE));
            boolean sentence = !head && texts.get(i).length() > 12;
            paragraph.setAlignment(sentence ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
            var run = paragraph.createRun();
            run.setFontSize(CELL_SIZE);
            run.setText(texts.get(i));
        }
    }

    private static void borders(XWPFTable table) {
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, BORDER, 0, "000000");
        table.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, BORDER, 0, "000000");
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, BORDER, 0, "000000");
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, BORDER, 0, "000000");
        table.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, BORDER, 0, "000000");
        table.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, BORDER, 0, "000000");
    }

    private static void across(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        size.setOrient(STPageOrientation.LANDSCAPE);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
        margins.setGutter(BigInteger.ZERO);
    }
}
