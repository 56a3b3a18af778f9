package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.anshe.campaign.internal.reading.PdfSource.PdfLine;
import org.anshe.campaign.internal.reading.PlanDocument.Paragraph;
import org.anshe.campaign.internal.reading.UnreadablePlan.Reason;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

/** Extraction is tried with a built-in Latin font; the joining of Chinese lines on lines with their places. */
class PdfSourceTests {

    @Test
    void extractsLinesWithTheirPage() throws Exception {
        PlanDocument plan = DocxFixtures.open(pdf("", "1. Report 2021.6.30", "2. Check 95%"), "plan.pdf");

        assertThat(plan.format()).isEqualTo(PlanDocument.Format.PDF);
        assertThat(plan.paragraphs())
                .extracting(Paragraph::text)
                .containsExactly("1. Report 2021.6.30", "2. Check 95%");
        assertThat(plan.paragraphs()).extracting(Paragraph::page).containsOnly(1);
        assertThat(new PlanReader().read(plan).outline()).hasSize(2);
    }

    @Test
    void refusesPagesWithoutText() throws Exception {
        byte[] scanned = pdf("");

        assertThatExceptionOfType(UnreadablePlan.class)
                .isThrownBy(() -> DocxFixtures.open(scanned, "scan.pdf"))
                .matches(refused -> refused.reason() == Reason.NO_TEXT)
                .matches(refused -> refused.fact().contains("1 pages"));
    }

    @Test
    void refusesLockedFiles() throws Exception {
        byte[] locked = pdf("secret", "1. Report");

        assertThatExceptionOfType(UnreadablePlan.class)
                .isThrownBy(() -> DocxFixtures.open(locked, "plan.pdf"))
                .matches(refused -> refused.reason() == Reason.ENCRYPTED);
    }

    @Test
    void joinsFullLinesAndKeepsIndentedAndShortOnesApart() {
        assertThat(joined(
                        line(1, "一、总则", 100, 160, 100),
                        line(1, "各单位要认真开展排查工作,于6月", 100, 400, 120),
                        line(1, "5日前报送方案。", 72, 180, 140),
                        line(1, "二、措施", 100, 160, 160)))
                .containsExactly("一、总则", "各单位要认真开展排查工作,于6月5日前报送方案。", "二、措施");
    }

    @Test
    void joinsOverThePageAndDropsPageNumbers() {
        assertThat(joined(
                        line(1, "各单位要认真开展排查工作,并于二〇", 72, 400, 700),
                        line(1, "— 1 —", 220, 260, 780),
                        line(2, "二一年六月底前完成。", 72, 240, 80),
                        line(2, "— 2 —", 220, 260, 780)))
                .containsExactly("各单位要认真开展排查工作,并于二〇二一年六月底前完成。");
    }

    private static PdfLine line(int page, String text, float left, float right, float top) {
        return new PdfLine(page, text, left, right, top, 16);
    }

    private static List<String> joined(PdfLine... lines) {
        return PdfParagraphs.join(List.of(lines)).stream().map(Paragraph::text).toList();
    }

    private static byte[] pdf(String password, String... lines) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                for (int i = 0; i < lines.length; i++) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700 - 40f * i);
                    content.showText(lines[i]);
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
