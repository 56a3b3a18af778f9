package org.anshe.paper.internal.sheet;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** What stands outside the text of every page: its number at the outer edge, and the watermark of a draft. */
final class PdfMargins {

    private static final float NUMBER = 14;
    private static final float BELOW = 28;
    private static final float WATERMARK = 130;

    private PdfMargins() {}

    static void write(PDDocument document, PdfFont font, @Nullable String watermark) throws IOException {
        int number = 1;
        for (PDPage page : document.getPages()) {
            try (PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                number(out, font, number++);
                if (watermark != null) {
                    watermark(out, font, watermark, page);
                }
            }
        }
    }

    private static void number(PDPageContentStream out, PdfFont font, int number) throws IOException {
        String text = "— " + number + " —";
        float width = font.width(text, NUMBER);
        boolean right = number % 2 == 1;
        float x = right ? PdfPage.LEFT + PdfPage.WIDTH - width - NUMBER : PdfPage.LEFT + NUMBER;
        out.beginText();
        out.setFont(font.font(), NUMBER);
        out.newLineAtOffset(x, PdfPage.BOTTOM - BELOW);
        out.showText(text);
        out.endText();
    }

    private static void watermark(PDPageContentStream out, PdfFont font, String text, PDPage page) throws IOException {
        PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
        faint.setNonStrokingAlphaConstant(0.12f);
        out.saveGraphicsState();
        out.setGraphicsStateParameters(faint);
        out.setNonStrokingColor(Color.GRAY);
        out.beginText();
        out.setFont(font.font(), WATERMARK);
        float width = font.width(text, WATERMARK);
        float x = page.getMediaBox().getWidth() / 2 - width * 0.35f - 10;
        float y = page.getMediaBox().getHeight() / 2 - width * 0.35f;
        out.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, x + 30, y));
        out.showText(text);
        out.endText();
        out.restoreGraphicsState();
    }
}
