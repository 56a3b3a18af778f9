package org.anshe.campaign.internal.reading;

import static org.anshe.campaign.internal.reading.DocxFixtures.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.anshe.campaign.internal.reading.DocxFixtures.Level;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

class DocxSourceTests {

    private static final Level CHAPTERS = new Level(STNumberFormat.CHINESE_COUNTING, "%1、");
    private static final Level SECTIONS = new Level(STNumberFormat.CHINESE_COUNTING, "(%2)");
    private static final Level ITEMS = new Level(STNumberFormat.DECIMAL, "%3.");

    @Test
    void writesOutAutomaticNumbersAndRestartsInnerOnes() throws UnreadablePlan {
        assertThat(DocxFixtures.lines(word -> {
                    BigInteger list = DocxFixtures.list(word, 1, CHAPTERS, SECTIONS, ITEMS);
                    numbered(word, list, 0, "总则");
                    numbered(word, list, 1, "目标");
                    numbered(word, list, 2, "甲");
                    numbered(word, list, 2, "乙");
                    numbered(word, list, 1, "原则");
                    numbered(word, list, 2, "丙");
                    numbered(word, list, 0, "措施");
                    numbered(word, list, 1, "排查");
                }))
                .containsExactly("一、总则", "(一)目标", "1.甲", "2.乙", "(二)原则", "1.丙", "二、措施", "(一)排查");
    }

    @Test
    void countsPastTenAsSpoken() throws UnreadablePlan {
        assertThat(DocxFixtures.lines(word -> {
                            BigInteger list = DocxFixtures.list(word, 1, CHAPTERS);
                            for (int i = 0; i < 21; i++) {
                                numbered(word, list, 0, "项");
                            }
                        })
                        .subList(9, 21))
                .startsWith("十、项", "十一、项")
                .endsWith("二十、项", "二十一、项");
    }

    @Test
    void sharesTheCountBetweenInstancesAndRestartsWhereOneSaysSo() throws UnreadablePlan {
        assertThat(DocxFixtures.lines(word -> {
                    BigInteger first = DocxFixtures.list(word, 1, CHAPTERS);
                    BigInteger shared = word.getNumbering()
                            .getNum(first)
                            .getCTNum()
                            .getAbstractNumId()
                            .getVal();
                    BigInteger second = word.getNumbering().addNum(shared);
                    BigInteger third = word.getNumbering().addNum(shared);
                    var override = word.getNumbering().getNum(third).getCTNum().addNewLvlOverride();
                    override.setIlvl(BigInteger.ZERO);
                    override.addNewStartOverride().setVal(BigInteger.ONE);
                    numbered(word, first, 0, "甲");
                    numbered(word, second, 0, "乙");
                    numbered(word, third, 0, "丙");
                    numbered(word, third, 0, "丁");
                }))
                .containsExactly("一、甲", "二、乙", "一、丙", "二、丁");
    }

    @Test
    void numbersParagraphsThroughTheirStyle() throws UnreadablePlan {
        PlanDocument plan = DocxFixtures.open(
                DocxFixtures.docx(word -> {
                    BigInteger list = DocxFixtures.list(word, 1, CHAPTERS);
                    headingStyle(word, list);
                    XWPFParagraph heading = word.createParagraph();
                    heading.setStyle("Heading1");
                    heading.createRun().setText("总则");
                    word.createParagraph().createRun().setText("正文。");
                }),
                "plan.docx");

        assertThat(plan.paragraphs().getFirst().text()).isEqualTo("一、总则");
        assertThat(plan.paragraphs().getFirst().headingLevel()).isEqualTo(1);
        assertThat(plan.paragraphs().get(1).text()).isEqualTo("正文。");
    }

    private static void headingStyle(XWPFDocument word, BigInteger list) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading1");
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal("heading 1");
        style.addNewPPr().addNewNumPr().addNewNumId().setVal(list);
        word.createStyles().addStyle(new XWPFStyle(style));
    }

    @Test
    void flattensTablesRowByRow() throws UnreadablePlan {
        assertThat(DocxFixtures.lines(word -> {
                    word.createParagraph().createRun().setText("任务表");
                    XWPFTable table = word.createTable(2, 3);
                    table.getRow(0).getCell(0).setText("任务");
                    table.getRow(0).getCell(1).setText("牵头单位");
                    table.getRow(0).getCell(2).setText("完成时限");
                    table.getRow(1).getCell(0).setText("排查");
                    table.getRow(1).getCell(1).setText("应急办");
                    table.getRow(1).getCell(2).setText("6月底");
                }))
                .containsExactly("任务表", "任务\t牵头单位\t完成时限", "排查\t应急办\t6月底");
    }

    @Test
    void readsAnAutomaticallyNumberedPlanWhole() throws UnreadablePlan {
        PlanReading reading = new PlanReader()
                .read(DocxFixtures.open(
                        DocxFixtures.docx(word -> {
                            word.createParagraph().createRun().setText("2021年专项整治方案");
                            BigInteger list = DocxFixtures.list(word, 1, CHAPTERS, SECTIONS);
                            numbered(word, list, 0, "步骤");
                            numbered(word, list, 1, "动员部署阶段（3月上旬）。应急办牵头，6月5日前报送方案。");
                        }),
                        "plan.docx"));

        assertThat(reading.outline()).extracting(PlanReading.Outline::label).containsExactly("一、", "(一)");
        assertThat(reading.stages().getFirst().end()).hasToString("2021-03-10");
        assertThat(reading.deadlines().getFirst().date()).hasToString("2021-06-05");
        assertThat(reading.responsibilities().getFirst().lead()).containsExactly("应急办");
    }
}
