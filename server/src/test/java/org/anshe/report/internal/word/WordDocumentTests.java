package org.anshe.report.internal.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anshe.report.internal.word.Pages.Block;
import org.anshe.report.internal.word.Pages.Kind;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

class WordDocumentTests {

    private static final Pages PAGES = new Pages(
            "青石街道2026年上半年安全工作情况汇报",
            List.of(
                    new Block(Kind.BODY, "现将有关工作情况汇报如下："),
                    new Block(Kind.HEADING, "一、深化排查治理"),
                    new Block(Kind.SUBHEADING, "（一）全面排查"),
                    new Block(Kind.BODY, "共发现安全隐患31处。")),
            "青石街道",
            "2026年7月3日",
            "主要指标情况表",
            List.of("项目", "数值", "上期", "上年同期", "同比"),
            List.of(List.of("发现隐患（处）", "31", "28", "未统计", "—")));

    private static XWPFDocument reopened() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(WordDocument.write(PAGES)));
    }

    @Test
    void opensAgainWithItsTextInOrder() throws IOException {
        try (XWPFDocument document = reopened()) {
            assertThat(document.getParagraphs().stream()
                            .map(XWPFParagraph::getText)
                            .filter(text -> !text.isBlank()))
                    .containsExactly(
                            PAGES.title(),
                            "现将有关工作情况汇报如下：",
                            "一、深化排查治理",
                            "（一）全面排查",
                            "共发现安全隐患31处。",
                            "青石街道",
                            "2026年7月3日",
                            "附表",
                            "主要指标情况表");
        }
    }

    @Test
    void headingsAreRealHeadingsWithTheirFonts() throws IOException {
        try (XWPFDocument document = reopened()) {
            assertThat(document.getParagraphs().get(3).getStyle()).isEqualTo("Heading1");
            assertThat(document.getParagraphs().get(4).getStyle()).isEqualTo("Heading2");
            CTStyle heading = document.getStyles().getStyle("Heading1").getCTStyle();
            assertThat(heading.getPPr().getOutlineLvl().getVal().intValue()).isZero();
            assertThat(eastAsia(document, "Heading1")).isEqualTo("黑体");
            assertThat(eastAsia(document, "Heading2")).isEqualTo("楷体_GB2312");
            assertThat(eastAsia(document, "Title")).isEqualTo("方正小标宋简体");
            assertThat(eastAsia(document, "Normal")).isEqualTo("仿宋_GB2312");
        }
    }

    @Test
    void bodyIsSetInNumberThreeOnTwentyEightPoints() throws IOException {
        try (XWPFDocument document = reopened()) {
            CTStyle body = document.getStyles().getStyle("Normal").getCTStyle();
            assertThat(body.getRPr().getSzArray(0).getVal()).hasToString("32");
            assertThat(body.getPPr().getSpacing().getLine()).hasToString("560");
            assertThat(body.getPPr().getSpacing().getLineRule()).isEqualTo(STLineSpacingRule.EXACT);
            assertThat(body.getPPr().getInd().getFirstLineChars().intValue()).isEqualTo(200);
        }
    }

    @Test
    void thePageIsA4WithOfficialMargins() throws IOException {
        try (XWPFDocument document = reopened()) {
            var section = document.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW()).hasToString("11906");
            assertThat(section.getPgSz().getH()).hasToString("16838");
            assertThat(section.getPgMar().getTop()).hasToString("2098");
            assertThat(section.getPgMar().getBottom()).hasToString("1984");
            assertThat(section.getPgMar().getLeft()).hasToString("1587");
            assertThat(section.getPgMar().getRight()).hasToString("1474");
        }
    }

    @Test
    void pagesAreNumberedAtTheOuterEdge() throws IOException {
        try (XWPFDocument document = reopened()) {
            assertThat(document.getEvenAndOddHeadings()).isTrue();
            assertThat(document.getFooterList()).hasSize(2).allSatisfy(footer -> {
                assertThat(footer.getText().strip()).isEqualTo("— 1 —");
                assertThat(footer.getParagraphArray(0).getCTP().xmlText()).contains("PAGE");
            });
        }
    }

    @Test
    void saysThatItIsSimplifiedChineseAndWhichFontsStandIn() throws Exception {
        try (XWPFDocument document = reopened()) {
            var defaults = document.getStyle().getDocDefaults().getRPrDefault().getRPr();
            assertThat(defaults.getLangArray(0).getEastAsia()).isEqualTo("zh-CN");
            String fonts = new String(
                    document.getPackage()
                            .getPartsByName(java.util.regex.Pattern.compile("/word/fontTable.xml"))
                            .getFirst()
                            .getInputStream()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(fonts).contains("仿宋_GB2312").contains("FangSong").contains("SimSun");
        }
    }

    @Test
    void theTableRepeatsItsHead() throws IOException {
        try (XWPFDocument document = reopened()) {
            XWPFTable table = document.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            // Two sets of cell properties would make Word call the file damaged.
            assertThat(table.getRow(0).getCell(0).getCTTc().xmlText().split("<w:tcPr>", -1))
                    .hasSize(2);
            assertThat(table.getRow(1).getTableCells().stream().map(cell -> cell.getText()))
                    .containsExactly("发现隐患（处）", "31", "28", "未统计", "—");
        }
    }

    private static String eastAsia(XWPFDocument document, String style) {
        return document.getStyles()
                .getStyle(style)
                .getCTStyle()
                .getRPr()
                .getRFontsArray(0)
                .getEastAsia();
    }
}
