package org.anshe.report.internal.word;

import java.math.BigInteger;
import java.util.List;
import org.anshe.shared.word.WordStyles;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** The table of figures on a page of its own, with a head that repeats. */
final class WordTable {

    /** Twentieths of a point; together the width between the margins. */
    private static final List<Integer> WIDTHS = List.of(3044, 1400, 1400, 1400, 1600);

    private static final int ROW_HEIGHT = 520;
    private static final int BORDER = 4;

    private WordTable() {}

    static void add(XWPFDocument document, Pages pages) {
        XWPFParagraph label = WordDocument.paragraph(document, WordStyles.HEADING_1, "附表");
        label.setPageBreak(true);
        label.setIndentationFirstLine(0);
        label.getCTPPr().getInd().setFirstLineChars(BigInteger.ZERO);
        XWPFParagraph title = WordDocument.paragraph(document, WordStyles.HEADING_1, pages.tableTitle());
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setIndentationFirstLine(0);
        title.getCTPPr().getInd().setFirstLineChars(BigInteger.ZERO);
        title.setSpacingAfter(120);

        XWPFTable table = document.createTable(
                pages.tableRows().size() + 1, pages.tableHead().size());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth(WIDTHS.stream().mapToInt(Integer::intValue).sum());
        table.setTableAlignment(org.apache.poi.xwpf.usermodel.TableRowAlign.CENTER);
        borders(table);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        WIDTHS.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        fill(table.getRow(0), pages.tableHead(), true);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < pages.tableRows().size(); i++) {
            fill(table.getRow(i + 1), pages.tableRows().get(i), false);
        }
    }

    private static void fill(XWPFTableRow row, List<String> texts, boolean head) {
        row.setHeight(ROW_HEIGHT);
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setVerticalAlignment(XWPFVertAlign.CENTER);
            CTTcPr properties = cell.getCTTc().isSetTcPr()
                    ? cell.getCTTc().getTcPr()
                    : cell.getCTTc().addNewTcPr();
            CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
            width.setW(BigInteger.valueOf(WIDTHS.get(i)));
            width.setType(STTblWidth.DXA);
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setStyle(head ? WordStyles.CELL_HEAD : WordStyles.CELL);
            if (i == 0 && !head) {
                paragraph.setAlignment(ParagraphAlignment.LEFT);
            }
            paragraph.createRun().setText(texts.get(i));
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
}
