package org.anshe.shared.word;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** The page of an official document: A4, official margins, the number at the outer edge of each page. */
public final class WordPage {

    /** Twentieths of a point; 1 mm is 56.6929 of them. */
    private static final double PER_MM = 56.6929;

    private static final int A4_WIDTH = 210;
    private static final int A4_HEIGHT = 297;
    private static final int TOP = 37;
    private static final int BOTTOM = 35;
    private static final int LEFT = 28;
    private static final int RIGHT = 26;
    private static final int FOOTER = 28;
    private static final int PAGE_NUMBER_SIZE = 14;
    private static final int ONE_CHARACTER = 280;

    private WordPage() {}

    public static void define(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(A4_WIDTH));
        size.setH(twips(A4_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(TOP));
        margins.setBottom(twips(BOTTOM));
        margins.setLeft(twips(LEFT));
        margins.setRight(twips(RIGHT));
        margins.setHeader(twips(FOOTER / 2));
        margins.setFooter(twips(FOOTER));
        margins.setGutter(BigInteger.ZERO);
        document.setEvenAndOddHeadings(true);
        // The number stands at the outer edge, one character in.
        number(document.createFooter(HeaderFooterType.DEFAULT), ParagraphAlignment.RIGHT);
        number(document.createFooter(HeaderFooterType.EVEN), ParagraphAlignment.LEFT);
    }

    /** — 1 — */
    private static void number(XWPFFooter footer, ParagraphAlignment side) {
        XWPFParagraph paragraph = footer.getParagraphs().isEmpty()
                ? footer.createParagraph()
                : footer.getParagraphs().getFirst();
        paragraph.setStyle(WordStyles.CELL);
        paragraph.setAlignment(side);
        if (side == ParagraphAlignment.RIGHT) {
            paragraph.setIndentationRight(ONE_CHARACTER);
        } else {
            paragraph.setIndentationLeft(ONE_CHARACTER);
        }
        run(paragraph).setText("— ");
        run(paragraph).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        run(paragraph).getCTR().addNewInstrText().setStringValue("PAGE");
        run(paragraph).getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        run(paragraph).setText("1");
        run(paragraph).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        run(paragraph).setText(" —");
    }

    private static XWPFRun run(XWPFParagraph paragraph) {
        XWPFRun run = paragraph.createRun();
        WordStyles.fonts(run.getCTR().addNewRPr().addNewRFonts(), "宋体");
        run.setFontSize(PAGE_NUMBER_SIZE);
        return run;
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * PER_MM));
    }
}
