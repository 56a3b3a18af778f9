package org.anshe.paper.internal.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.anshe.shared.word.WordFonts;
import org.anshe.shared.word.WordPage;
import org.anshe.shared.word.WordStyles;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTAnchor;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTPosH;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTPosV;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.STRelFromH;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.STRelFromV;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDrawing;

/** Writes a sheet as a Word file in the layout of official documents. */
public final class WordSheet {

    private static final int HEAD_SIZE = 28;
    private static final String RED = "C01616";
    private static final String LINE = "____________";
    private static final double SIGNATURE_HEIGHT = 30;
    private static final double STAMP = 110;
    private static final int CHARACTER = 16;
    private static final double CODE = 64;

    private final XWPFDocument document;
    private final Sheet sheet;

    private WordSheet(XWPFDocument document, Sheet sheet) {
        this.document = document;
        this.sheet = sheet;
    }

    public static byte[] write(Sheet sheet) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            WordFonts.declare(document);
            WordStyles.define(document);
            WordPage.define(document);
            document.getProperties().getCoreProperties().setTitle(sheet.title());
            document.getProperties().getCoreProperties().setCreator(sheet.author());
            new WordSheet(document, sheet).set();
            document.write(out);
            return out.toByteArray();
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("A paper could not be written", e);
        }
    }

    private void set() throws IOException, InvalidFormatException {
        head();
        for (Sheet.Part part : sheet.parts()) {
            switch (part) {
                case Sheet.Addressee addressee -> texts(addressee.text(), false);
                case Sheet.Paragraph paragraph -> texts(paragraph.text(), true);
                case Sheet.Line line ->
                    texts(line.label() + (line.value() == null ? LINE + LINE : line.value()), false);
                case Sheet.Table table -> WordSheetTable.add(document, table);
                case Sheet.Signatures signatures -> signatures(signatures);
                case Sheet.Closing closing -> closing(closing);
                case Sheet.Note note -> note(note.text());
            }
        }
        if (sheet.code() != null) {
            XWPFParagraph paragraph = flush(paragraph(WordStyles.CELL), ParagraphAlignment.LEFT);
            picture(paragraph, QrCode.png(sheet.code()), CODE, CODE);
            paragraph.createRun().setText(Sheet.CODE_CAPTION);
            natural(paragraph);
        }
    }

    private void head() {
        XWPFParagraph organ = paragraph(WordStyles.TITLE);
        XWPFRun run = organ.createRun();
        run.setText(sheet.organ());
        run.setColor(RED);
        run.setFontSize(HEAD_SIZE);
        natural(organ);
        XWPFParagraph number = flush(paragraph(WordStyles.BODY), ParagraphAlignment.CENTER);
        number.createRun().setText(sheet.number());
        number.setBorderBottom(Borders.SINGLE);
        number.getCTPPr().getPBdr().getBottom().setColor(RED);
        number.getCTPPr().getPBdr().getBottom().setSz(java.math.BigInteger.valueOf(12));
        number.setSpacingAfter(240);
        XWPFParagraph title = paragraph(WordStyles.TITLE);
        title.createRun().setText(sheet.title());
        title.setSpacingAfter(240);
    }

    private void texts(String text, boolean indented) {
        for (String one : text.split("\n", -1)) {
            XWPFParagraph paragraph = paragraph(WordStyles.BODY);
            if (!indented) {
                flush(paragraph, ParagraphAlignment.LEFT);
            }
            paragraph.createRun().setText(one);
        }
    }

    private void signatures(Sheet.Signatures signatures) throws IOException, InvalidFormatException {
        for (Sheet.Place place : signatures.places()) {
            List<Sheet.Signed> signed = place.signed();
            if (signed.isEmpty()) {
                signature(place.label(), new Sheet.Signed("", null, true, "    年  月  日"));
            }
            for (int i = 0; i < signed.size(); i++) {
                signature(i == 0 ? place.label() : "", signed.get(i));
            }
        }
    }

    private void signature(String label, Sheet.Signed signed) throws IOException, InvalidFormatException {
        XWPFParagraph paragraph = flush(paragraph(WordStyles.BODY), ParagraphAlignment.LEFT);
        paragraph.setSpacingBefore(120);
        paragraph.createRun().setText(label);
        if (signed.image() != null) {
            byte[] png = signed.image().png();
            var image = ImageIO.read(new ByteArrayInputStream(png));
            picture(paragraph, png, SIGNATURE_HEIGHT * image.getWidth() / image.getHeight(), SIGNATURE_HEIGHT);
            natural(paragraph);
        } else if (signed.line()) {
            paragraph.createRun().setText(LINE);
        }
        paragraph.createRun().setText(signed.text() + "  " + signed.date());
    }

    private void closing(Sheet.Closing closing) throws IOException, InvalidFormatException {
        XWPFParagraph organ = paragraph(WordStyles.SIGNATURE);
        organ.setSpacingBefore(600);
        organ.setKeepNext(true);
        organ.createRun().setText(closing.organ());
        XWPFParagraph date = paragraph(WordStyles.SIGNATURE);
        date.createRun().setText(closing.date());
        if (closing.stamp() != null) {
            picture(date, closing.stamp().png(), STAMP, STAMP);
            across(date.getRuns().getLast(), fromRight(closing));
            // What follows begins below the seal.
            date.setSpacingAfter(720);
        }
    }

    private void note(String text) {
        for (String one : text.split("\n", -1)) {
            flush(paragraph(WordStyles.CELL), ParagraphAlignment.LEFT)
                    .createRun()
                    .setText(one);
        }
    }

    private XWPFParagraph paragraph(String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private static void picture(XWPFParagraph paragraph, byte[] png, double width, double height)
            throws IOException, InvalidFormatException {
        paragraph
                .createRun()
                .addPicture(
                        new ByteArrayInputStream(png),
                        Document.PICTURE_TYPE_PNG,
                        "picture.png",
                        Units.toEMU(width),
                        Units.toEMU(height));
    }

    /** How far the seal keeps from the right margin to lie in the middle of the longer of the two lines. */
    private static double fromRight(Sheet.Closing closing) {
        int longest = Math.max(closing.organ().length(), closing.date().length());
        return Math.max(0, (WordStyles.SIGNATURE_INDENT + longest / 2.0) * CHARACTER - STAMP / 2);
    }

    /** Takes the picture of a run out of its line: the seal lies behind organ and date, its middle between them. */
    private static void across(XWPFRun run, double fromRight) {
        CTDrawing drawing = run.getCTR().getDrawingArray(0);
        CTInline inline = drawing.getInlineArray(0);
        CTAnchor anchor = drawing.addNewAnchor();
        anchor.setSimplePos2(false);
        anchor.setRelativeHeight(0);
        anchor.setBehindDoc(true);
        anchor.setLocked(false);
        anchor.setLayoutInCell(true);
        anchor.setAllowOverlap(true);
        anchor.addNewSimplePos();
        CTPosH across = anchor.addNewPositionH();
        across.setRelativeFrom(STRelFromH.RIGHT_MARGIN);
        across.setPosOffset(-Units.toEMU(STAMP + fromRight));
        CTPosV down = anchor.addNewPositionV();
        down.setRelativeFrom(STRelFromV.PARAGRAPH);
        down.setPosOffset(-Units.toEMU(STAMP / 2));
        anchor.setExtent(inline.getExtent());
        anchor.addNewWrapNone();
        anchor.setDocPr(inline.getDocPr());
        anchor.addNewCNvGraphicFramePr();
        anchor.setGraphic(inline.getGraphic());
        drawing.removeInline(0);
    }

    /** At the margin, whatever the style says. */
    static XWPFParagraph flush(XWPFParagraph paragraph, ParagraphAlignment alignment) {
        paragraph.setIndentationFirstLine(0);
        paragraph.getCTPPr().getInd().setFirstLineChars(java.math.BigInteger.ZERO);
        paragraph.setAlignment(alignment);
        return paragraph;
    }

    /** As high as what stands on the line: an exact height would cut a picture off. */
    private static void natural(XWPFParagraph paragraph) {
        paragraph.setSpacingBetween(1);
    }
}
