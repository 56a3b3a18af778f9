package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTextTests {

    @Test
    void matchesInHalfWidthSimplifiedTextWithoutBlanks() {
        assertThat(PlanFixtures.text("（一）２０２１年　６ 月，責任單位：應急辦").plain()).isEqualTo("(一)2021年6月,责任单位:应急办");
    }

    @Test
    void reportsTheTextAsPrinted() {
        PlanReading reading = PlanFixtures.read("　　（一）責任單位：應急辦、教育局。");

        assertThat(reading.outline().getFirst().label()).isEqualTo("（一）");
        assertThat(reading.responsibilities().getFirst().lead()).containsExactly("應急辦", "教育局");
    }

    @Test
    void pointsIntoTheOriginalParagraph() {
        String line = "　各单位于 2021 年 6 月 5 日前 报送方案。";
        Passage source = PlanFixtures.read(line).deadlines().getFirst().source();

        assertThat(line.substring(source.start(), source.end())).isEqualTo("2021 年 6 月 5 日前 报送方案");
    }

    @Test
    void keepsCommasWithinNumbersTogether() {
        assertThat(PlanFixtures.text("检查1,200家,整改").clauses(0, 11)).hasSize(2);
    }

    @Test
    void ignoresTheTitlesOfOtherDocuments() {
        assertThat(PlanFixtures.read("根据《2019年底前完成整改的通知》开展工作。").deadlines()).isEmpty();
    }
}
