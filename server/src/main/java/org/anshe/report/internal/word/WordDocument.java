package org.anshe.report.internal.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.anshe.shared.word.WordFonts;
import org.anshe.shared.word.WordPage;
import org.anshe.shared.word.WordStyles;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Writes pages as a Word file: A4, official margins, numbered pages, real styles. */
public final class WordDocument {

    private WordDocument() {}

    public static byte[] write(Pages pages) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            WordFonts.declare(document);
            WordStyles.define(document);
            WordPage.define(document);
            document.getProperties().getCoreProperties().setTitle(pages.title());
            document.getProperties().getCoreProperties().setCreator(pages.signature());
            paragraph(document, WordStyles.TITLE, pages.title());
            empty(document);
            for (Pages.Block block : pages.blocks()) {
                paragraph(
                        document,
                        switch (block.kind()) {
                            case HEADING -> WordStyles.HEADING_1;
                            case SUBHEADING -> WordStyles.HEADING_2;
                            case BODY -> WordStyles.BODY;
                        },
                        block.text());
            }
            empty(document);
            paragraph(document, WordStyles.SIGNATURE, pages.signature()).setKeepNext(true);
            paragraph(document, WordStyles.SIGNATURE, pages.date());
            if (!pages.tableRows().isEmpty()) {
                WordTable.add(document, pages);
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static XWPFParagraph paragraph(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static void empty(XWPFDocument document) {
        document.createParagraph().setStyle(WordStyles.BODY);
    }
}
