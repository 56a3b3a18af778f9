package org.anshe.paper.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The shipped Chinese font; a file carries only the characters it shows. */
final class PdfFont {

    /** Stands for a character the font does not have, as printers have it. */
    private static final String MISSING = "〓";

    private static final String FILE = "/fonts/NotoSerifSC-Regular.ttf";

    private final PDType0Font font;
    private final CmapLookup characters;

    PdfFont(PDDocument document) throws IOException {
        try (InputStream in = PdfFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The font is not in the jar: " + FILE);
            }
            // Closed together with the document, which reads the characters it shows when it is saved.
            TrueTypeFont file = new TTFParser(true).parse(new RandomAccessReadBuffer(in));
            this.characters = file.getUnicodeCmapLookup();
            this.font = PDType0Font.load(document, file, true);
        }
    }

    PDFont font() {
        return font;
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(printable(text)) / 1000 * size;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The text with what the font cannot show replaced, and without what is no character at all. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .forEach(character -> printable.append(has(character) ? Character.toString(character) : MISSING));
        return printable.toString();
    }

    private boolean has(int character) {
        return characters.getGlyphId(character) != 0;
    }
}
