package org.anshe.paper.internal.sheet;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Where the pen stands: the page that is being written and how far down it. Measures in points; official margins.
 * Whatever does not fit goes to the next page.
 */
final class PdfPage implements AutoCloseable {

    static final float SIZE = 15.75f;
    static final float LINE = 28;
    private static final float MM = 72 / 25.4f;
    static final float LEFT = 28 * MM;
    /** 156 mm: 28 characters of the body. */
    static final float WIDTH = 156 * MM;

    static final float TOP = PDRectangle.A4.getHeight() - 37 * MM;
    static final float BOTTOM = 35 * MM;
    /** How far the foot of a character lies below the middle of its line, as a share of its size. */
    private static final float BASE = 0.36f;

    private final PDDocument document;
    private final PdfFont font;
    private PDPageContentStream out;
    private float y = TOP;

    PdfPage(PDDocument document, PdfFont font) throws IOException {
        this.document = document;
        this.font = font;
        this.out = open();
    }

    /** How a line is set. */
    record Look(float size, float line, Color colour, boolean bold) {
        static final Look BODY = new Look(SIZE, LINE, Color.BLACK, false);

        Look bolder() {
            return new Look(size, line, colour, true);
        }
    }

    float y() {
        return y;
    }

    ToDoubleFunction<String> measure(float size) {
        return text -> font.width(text, size);
    }

    /** Makes sure that this much fits below. */
    void need(float height) throws IOException {
        if (y - height < BOTTOM && y < TOP) {
            next();
        }
    }

    void next() throws IOException {
        out.close();
        out = open();
        y = TOP;
    }

    void down(float height) {
        y -= height;
    }

    /** Sets lines; all but the last are spread to the full width. */
    void lines(List<String> lines, Look look, float indent) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            float x = i == 0 ? indent : 0;
            need(look.line());
            float free = i == lines.size() - 1 ? 0 : WIDTH - x - font.width(lines.get(i), look.size());
            int gaps = lines.get(i).codePointCount(0, lines.get(i).length()) - 1;
            // More than a character of room is an early break, not a ragged edge.
            float spread = gaps > 0 && free < look.size() * 2 ? free / gaps : 0;
            text(lines.get(i), LEFT + x, look, spread);
            down(look.line());
        }
    }

    /** One line around a middle. */
    void centred(String text, Look look) throws IOException {
        need(look.line());
        text(text, LEFT + (WIDTH - font.width(text, look.size())) / 2, look, 0);
        down(look.line());
    }

    /** A text on the line that is next, without moving on. */
    void text(String text, float x, Look look, float spread) throws IOException {
        at(text, x, y - look.line() / 2 - look.size() * BASE, look, spread);
    }

    /** A text at a place. */
    void at(String text, float x, float base, Look look, float spread) throws IOException {
        out.beginText();
        out.setNonStrokingColor(look.colour());
        if (look.bold()) {
            // One weight is shipped; a thin outline in the same colour makes the heavier one of titles.
            out.setStrokingColor(look.colour());
            out.setLineWidth(look.size() / 45);
            out.setRenderingMode(RenderingMode.FILL_STROKE);
        }
        out.setFont(font.font(), look.size());
        out.setCharacterSpacing(spread);
        out.newLineAtOffset(x, base);
        out.showText(font.printable(text));
        out.setRenderingMode(RenderingMode.FILL);
        out.setCharacterSpacing(0);
        out.endText();
    }

    void rule(float fromX, float fromY, float toX, float toY, float weight, Color colour) throws IOException {
        out.setStrokingColor(colour);
        out.setLineWidth(weight);
        out.moveTo(fromX, fromY);
        out.lineTo(toX, toY);
        out.stroke();
    }

    void picture(byte[] png, float x, float bottom, float width, float height) throws IOException {
        out.drawImage(PDImageXObject.createFromByteArray(document, png, "picture"), x, bottom, width, height);
    }

    PDImageXObject image(byte[] png) {
        try {
            return PDImageXObject.createFromByteArray(document, png, "picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private PDPageContentStream open() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }
}
