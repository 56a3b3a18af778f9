package org.anshe.paper.internal.sheet;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.anshe.paper.internal.sheet.PdfPage.Look;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Writes a sheet as a PDF in the layout of official documents, with its own font inside. */
public final class PdfSheet {

    private static final Color RED = new Color(0xc0, 0x16, 0x16);
    private static final Look TITLE = new Look(22, 34, Color.BLACK, true);
    private static final Look NOTE = new Look(12, 20, Color.BLACK, false);
    private static final Look SMALL = new Look(8, 11, Color.DARK_GRAY, false);
    private static final float HEAD = 28;
    private static final float SIGNATURE_HEIGHT = 34;
    private static final float SIGNATURE_WIDTH = 110;
    private static final float STAMP = 119;
    private static final float CODE = 64;
    private static final float SIGNING_LINE = 110;

    private final Sheet sheet;
    private final PdfPage page;
    private boolean coded;

    private PdfSheet(Sheet sheet, PdfPage page) {
        this.sheet = sheet;
        this.page = page;
    }

    /** The file. The same sheet at the same moment gives the same pages. */
    public static byte[] write(Sheet sheet, java.time.Instant at) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfFont font = new PdfFont(document);
            try (PdfPage page = new PdfPage(document, font)) {
                new PdfSheet(sheet, page).set();
            }
            PdfMargins.write(document, font, sheet.watermark());
            Calendar moment = Calendar.getInstance(TimeZone.getTimeZone("Asia/Shanghai"));
            moment.setTimeInMillis(at.toEpochMilli());
            document.getDocumentInformation().setTitle(sheet.title() + " " + sheet.number());
            document.getDocumentInformation().setAuthor(sheet.author());
            document.getDocumentInformation().setCreationDate(moment);
            document.getDocumentCatalog().setLanguage("zh-CN");
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void set() throws IOException {
        head();
        for (Sheet.Part part : sheet.parts()) {
            switch (part) {
                case Sheet.Addressee addressee -> paragraph(addressee.text(), 0);
                case Sheet.Paragraph paragraph -> paragraph(paragraph.text(), 2 * PdfPage.SIZE);
                case Sheet.Line line -> line(line);
                case Sheet.Table table -> new PdfTable(page, table).write();
                case Sheet.Signatures signatures -> signatures(signatures);
                case Sheet.Closing closing -> closing(closing);
                case Sheet.Note note -> note(note.text());
            }
        }
        if (!coded) {
            page.need(CODE + 20);
            code(page.y() - CODE);
        }
    }

    private void head() throws IOException {
        // A long name gets smaller rather than a second line.
        float width = (float) page.measure(HEAD).applyAsDouble(sheet.organ());
        float size = width <= PdfPage.WIDTH ? HEAD : HEAD * PdfPage.WIDTH / width;
        page.centred(sheet.organ(), new Look(size, 44, RED, true));
        page.down(4);
        page.centred(sheet.number(), Look.BODY);
        page.down(4);
        page.rule(PdfPage.LEFT, page.y(), PdfPage.LEFT + PdfPage.WIDTH, page.y(), 1.6f, RED);
        page.down(18);
        for (String line : LineBreaks.of(sheet.title(), PdfPage.WIDTH, 0, page.measure(TITLE.size()))) {
            page.centred(line, TITLE);
        }
        page.down(12);
    }

    private void paragraph(String text, float indent) throws IOException {
        for (String one : text.split("\n", -1)) {
            page.lines(LineBreaks.of(one, PdfPage.WIDTH, indent, page.measure(PdfPage.SIZE)), Look.BODY, indent);
        }
    }

    private void line(Sheet.Line line) throws IOException {
        if (line.value() != null) {
            paragraph(line.label() + line.value(), 0);
            return;
        }
        page.need(PdfPage.LINE);
        page.text(line.label(), PdfPage.LEFT, Look.BODY, 0);
        float from = PdfPage.LEFT + (float) page.measure(PdfPage.SIZE).applyAsDouble(line.label());
        float base = page.y() - PdfPage.LINE / 2 - PdfPage.SIZE * 0.5f;
        page.rule(from, base, PdfPage.LEFT + PdfPage.WIDTH, base, 0.6f, Color.BLACK);
        page.down(PdfPage.LINE);
    }

    private void signatures(Sheet.Signatures signatures) throws IOException {
        page.down(6);
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

    private void signature(String label, Sheet.Signed signed) throws IOException {
        float height = signed.image() == null ? 32 : SIGNATURE_HEIGHT + 6;
        page.need(height);
        Look look = new Look(PdfPage.SIZE, height, Color.BLACK, false);
        page.text(label, PdfPage.LEFT, look, 0);
        float written = (float) page.measure(PdfPage.SIZE).applyAsDouble(label);
        float x = PdfPage.LEFT + Math.max(9.2f * PdfPage.SIZE, written + 6);
        if (signed.image() != null) {
            PDImageXObject image = page.image(signed.image().png());
            float scale = Math.min(SIGNATURE_WIDTH / image.getWidth(), SIGNATURE_HEIGHT / image.getHeight());
            float bottom = page.y() - height / 2 - image.getHeight() * scale / 2;
            page.picture(signed.image().png(), x, bottom, image.getWidth() * scale, image.getHeight() * scale);
            x += image.getWidth() * scale + 6;
        } else if (signed.line()) {
            float base = page.y() - height / 2 - PdfPage.SIZE * 0.5f;
            page.rule(x, base, x + SIGNING_LINE, base, 0.6f, Color.BLACK);
            x += SIGNING_LINE + 6;
        }
        page.text(signed.text(), x, look, 0);
        float date = (float) page.measure(PdfPage.SIZE).applyAsDouble(signed.date());
        page.text(signed.date(), PdfPage.LEFT + PdfPage.WIDTH - date, look, 0);
        page.down(height);
    }

    /** Organ and date stay together, with room for the seal whether it is there or not. */
    private void closing(Sheet.Closing closing) throws IOException {
        page.need(STAMP + 10);
        page.down(34);
        float organ = (float) page.measure(PdfPage.SIZE).applyAsDouble(closing.organ());
        float date = (float) page.measure(PdfPage.SIZE).applyAsDouble(closing.date());
        float right = PdfPage.LEFT + PdfPage.WIDTH - 4 * PdfPage.SIZE + 2 * PdfPage.SIZE;
        float middle = right - Math.max(organ, date) / 2;
        code(page.y() - PdfPage.LINE - CODE / 2);
        if (closing.stamp() != null) {
            page.picture(
                    closing.stamp().png(),
                    Math.min(middle - STAMP / 2, PdfPage.LEFT + PdfPage.WIDTH - STAMP),
                    page.y() - PdfPage.LINE - STAMP / 2,
                    STAMP,
                    STAMP);
        }
        page.text(closing.organ(), middle - organ / 2, Look.BODY, 0);
        page.down(PdfPage.LINE);
        page.text(closing.date(), middle - date / 2, Look.BODY, 0);
        page.down(PdfPage.LINE + 32);
    }

    private void code(float bottom) throws IOException {
        coded = true;
        if (sheet.code() == null) {
            return;
        }
        page.picture(QrCode.png(sheet.code()), PdfPage.LEFT, bottom, CODE, CODE);
        float width = (float) page.measure(SMALL.size()).applyAsDouble(Sheet.CODE_CAPTION);
        page.at(Sheet.CODE_CAPTION, PdfPage.LEFT + (CODE - width) / 2, bottom - 8, SMALL, 0);
    }

    private void note(String text) throws IOException {
        page.down(2);
        for (String one : text.split("\n", -1)) {
            page.lines(LineBreaks.of(one, PdfPage.WIDTH, 0, page.measure(NOTE.size())), NOTE, 0);
        }
    }
}
