package org.anshe.shared.word;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of an official document in the manner of GB/T 9704: sizes, fonts, exact line spacing, indents. */
public final class WordStyles {

    public static final String BODY = "Normal";
    public static final String TITLE = "Title";
    public static final String HEADING_1 = "Heading1";
    public static final String HEADING_2 = "Heading2";
    public static final String SIGNATURE = "Signature";
    /** Organ and date keep so many characters from the right margin. */
    public static final int SIGNATURE_INDENT = 4;

    public static final String CELL = "TableCell";
    public static final String CELL_HEAD = "TableHead";

    private static final String LATIN = "Times New Roman";
    /** Half points: 2号 is 22 pt, 3号 is 16 pt, 小四 is 12 pt. */
    private static final int SIZE_2 = 44;

    private static final int SIZE_3 = 32;
    private static final int SIZE_SMALL_4 = 24;
    /** Twentieths of a point. */
    private static final long LINE = 28 * 20L;

    private static final long TITLE_LINE = 36 * 20L;
    private static final long CELL_LINE = 20 * 20L;
    /** Hundredths of a character. */
    private static final long TWO_CHARACTERS = 200;

    private WordStyles() {}

    private record Look(String id, String name, String font, int size, long line, Place place, int outline) {}

    private enum Place {
        INDENTED,
        CENTRED,
        LEFT,
        RIGHT
    }

    public static void define(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        styles.setStyles(defaults());
        add(styles, new Look(BODY, "Normal", WordFonts.BODY, SIZE_3, LINE, Place.INDENTED, -1));
        add(styles, new Look(TITLE, "Title", WordFonts.TITLE, SIZE_2, TITLE_LINE, Place.CENTRED, -1));
        add(styles, new Look(HEADING_1, "heading 1", WordFonts.HEADING, SIZE_3, LINE, Place.INDENTED, 0));
        add(styles, new Look(HEADING_2, "heading 2", WordFonts.SUBHEADING, SIZE_3, LINE, Place.INDENTED, 1));
        add(styles, new Look(SIGNATURE, "Signature", WordFonts.BODY, SIZE_3, LINE, Place.RIGHT, -1));
        add(styles, new Look(CELL, "Table Cell", WordFonts.BODY, SIZE_SMALL_4, CELL_LINE, Place.CENTRED, -1));
        add(styles, new Look(CELL_HEAD, "Table Head", WordFonts.HEADING, SIZE_SMALL_4, CELL_LINE, Place.CENTRED, -1));
    }

    /** Chinese throughout, so that nobody's software takes Japanese shapes. */
    private static CTStyles defaults() {
        CTStyles styles = CTStyles.Factory.newInstance();
        var defaults = styles.addNewDocDefaults();
        CTRPr run = defaults.addNewRPrDefault().addNewRPr();
        fonts(run.addNewRFonts(), WordFonts.BODY);
        run.addNewKern().setVal(BigInteger.TWO);
        var language = run.addNewLang();
        language.setVal("en-US");
        language.setEastAsia("zh-CN");
        language.setBidi("ar-SA");
        defaults.addNewPPrDefault().addNewPPr();
        return styles;
    }

    private static void add(XWPFStyles styles, Look look) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(look.id());
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(look.name());
        if (look.id().equals(BODY)) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal(BODY);
            style.addNewNext().setVal(BODY);
        }
        style.addNewQFormat();
        paragraph(style.addNewPPr(), look);
        CTRPr run = style.addNewRPr();
        fonts(run.addNewRFonts(), look.font());
        run.addNewSz().setVal(BigInteger.valueOf(look.size()));
        run.addNewSzCs().setVal(BigInteger.valueOf(look.size()));
        styles.addStyle(new XWPFStyle(style));
    }

    private static void paragraph(CTPPrGeneral paragraph, Look look) {
        if (look.outline() >= 0) {
            paragraph.addNewKeepNext();
        }
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        spacing.setLine(BigInteger.valueOf(look.line()));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        var indent = paragraph.addNewInd();
        boolean indented = look.place() == Place.INDENTED;
        // Both: characters for Word, points for software that does not count characters.
        indent.setFirstLineChars(BigInteger.valueOf(indented ? TWO_CHARACTERS : 0));
        indent.setFirstLine(BigInteger.valueOf(indented ? look.size() / 2 * 2 * 20L : 0));
        if (look.place() == Place.RIGHT) {
            indent.setRightChars(BigInteger.valueOf(SIGNATURE_INDENT * 100L));
            indent.setRight(BigInteger.valueOf(look.size() / 2 * SIGNATURE_INDENT * 20L));
        }
        paragraph
                .addNewJc()
                .setVal(
                        switch (look.place()) {
                            case INDENTED -> STJc.BOTH;
                            case CENTRED -> STJc.CENTER;
                            case LEFT -> STJc.LEFT;
                            case RIGHT -> STJc.RIGHT;
                        });
        if (look.outline() >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(look.outline()));
        }
    }

    /** Chinese characters and quotation marks in the given font, Latin letters and digits in Times New Roman. */
    public static void fonts(CTFonts fonts, String eastAsia) {
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setCs(LATIN);
        fonts.setEastAsia(eastAsia);
        fonts.setHint(STHint.EAST_ASIA);
    }
}
