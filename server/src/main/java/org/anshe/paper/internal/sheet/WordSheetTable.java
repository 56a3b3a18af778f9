package org.anshe.paper.internal.sheet;

import java.math.BigInteger;
import java.util.List;
import org.anshe.shared.word.WordStyles;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
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

/** The table of a paper in Word, with a head that repeats and rows that grow. */
final class WordSheetTable {

    /** Twentieths of a point between the margins. */
    private static final int WIDTH = 8844;

    private WordSheetTable() {}

    static void add(XWPFDocument document, Sheet.Table sheet) {
        int all = sheet.columns().stream().mapToInt(Sheet.Column::share).sum();
        List<Integer> widths = sheet.columns().stream()
                .map(column -> WIDTH * column.share() / all)
                .toList();
        XWPFTable table =
                document.createTable(sheet.rows().size() + 1, sheet.columns().size());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth(WIDTH);
        table.setTableAlignment(TableRowAlign.CENTER);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        fill(table.getRow(0), sheet.columns().stream().map(Sheet.Column::label).toList(), widths, true);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < sheet.rows().size(); i++) {
            fill(table.getRow(i + 1), sheet.rows().get(i), widths, false);
        }
        // A paragraph must follow a table that ends a file; here it also sets it apart from what follows.
        XWPFParagraph after = document.createParagraph();
        after.setStyle(WordStyles.CELL);
    }

    private static void fill(XWPFTableRow row, List<String> texts, List<Integer> widths, boolean head) {
        row.setCantSplitRow(true);
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setVerticalAlignment(XWPFVertAlign.CENTER);
            CTTcPr properties = cell.getCTTc().isSetTcPr()
                    ? cell.getCTTc().getTcPr()
                    : cell.getCTTc().addNewTcPr();
            CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
            width.setW(BigInteger.valueOf(widths.get(i)));
            width.setType(STTblWidth.DXA);
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setStyle(head ? WordStyles.CELL_HEAD : WordStyles.CELL);
            if (i > 0 && !head) {
                paragraph.setAlignment(ParagraphAlignment.LEFT);
            }
            String[] lines = texts.get(i).split("\n", -1);
            for (int n = 0; n < lines.length; n++) {
                if (n > 0) {
                    paragraph.createRun().addBreak();
                }
                paragraph.createRun().setText(lines[n]);
            }
        }
    }
}
