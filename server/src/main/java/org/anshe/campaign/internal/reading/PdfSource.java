package org.anshe.campaign.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anshe.campaign.internal.reading.PlanDocument.Format;
import org.anshe.campaign.internal.reading.PlanDocument.Paragraph;
import org.anshe.campaign.internal.reading.UnreadablePlan.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** PDF files with text: lines by their place on the page, joined into paragraphs. */
final class PdfSource {

    private static final int MAX_PAGES = 3_000;
    private static final int MIN_LETTERS = 8;

    private PdfSource() {}

    static PlanDocument read(byte[] bytes, String fileName) throws UnreadablePlan {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            int pages = pdf.getNumberOfPages();
            if (pages > MAX_PAGES) {
                throw new UnreadablePlan(Reason.TOO_LARGE, pages + " pages");
            }
            if (!pdf.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadablePlan(Reason.ENCRYPTED, "text extraction not permitted");
            }
            List<PdfLine> lines = new LineCollector().collect(pdf);
            List<Paragraph> paragraphs = PdfParagraphs.join(lines);
            long letters = paragraphs.stream()
                    .flatMapToInt(paragraph -> paragraph.text().chars())
                    .filter(Character::isLetterOrDigit)
                    .count();
            if (letters < MIN_LETTERS) {
                throw new UnreadablePlan(Reason.NO_TEXT, pages + " pages, " + letters + " letters");
            }
            return new PlanDocument(fileName, Format.PDF, paragraphs);
        } catch (InvalidPasswordException locked) {
            throw new UnreadablePlan(Reason.ENCRYPTED, "password", locked);
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadablePlan(Reason.DAMAGED, String.valueOf(damaged.getMessage()), damaged);
        }
    }

    /** One line of a page, positions in points from the left and the top. */
    record PdfLine(int page, String text, float left, float right, float top, float size) {}

    private static final class LineCollector extends PDFTextStripper {

        private final List<PdfLine> lines = new ArrayList<>();

        LineCollector() {
            setSortByPosition(true);
        }

        List<PdfLine> collect(PDDocument pdf) throws IOException {
            getText(pdf);
            return lines;
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (text.isBlank() || positions.isEmpty()) {
                return;
            }
            TextPosition first = positions.getFirst();
            TextPosition last = positions.getLast();
            float left = first.getXDirAdj();
            float right = last.getXDirAdj() + last.getWidthDirAdj();
            float top = first.getYDirAdj();
            PdfLine before = lines.isEmpty() ? null : lines.getLast();
            if (before != null && before.page() == getCurrentPageNo() && Math.abs(before.top() - top) < 2) {
                lines.removeLast();
                lines.add(new PdfLine(
                        before.page(), before.text() + " " + text, before.left(), right, top, before.size()));
            } else {
                lines.add(new PdfLine(getCurrentPageNo(), text, left, right, top, first.getFontSizeInPt()));
            }
        }
    }
}
