package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large and repetitive text: everything in it is found, in its place, and reading it ends. */
class PlanReaderSizeTests {

    private static final String[] CHAPTER = {
        "(%d)加强重点领域整治。",
        "1.排查隐患。一是全面排查高层建筑;二是督促整改。2021年底前,隐患整改率达到95%%以上。(区应急局牵头,区教育局、各街道办事处配合)",
        "2.开展演练。每季度至少组织一次演练,每月10日前报送进展。对50户以上的村寨落实包保,确保不发生较大以上事故。"
    };

    @Test
    void readsTwoHundredPages() {
        List<String> lines = new ArrayList<>();
        int characters = 0;
        for (int i = 1; characters < 150_000; i++) {
            for (String line : CHAPTER) {
                lines.add(line.formatted(i));
                characters += line.length();
            }
        }

        PlanReading reading = PlanFixtures.read(lines.toArray(String[]::new));

        assertThat(reading.deadlines()).hasSize(lines.size() / 3);
        assertThat(reading.responsibilities()).hasSize(lines.size() / 3);
        assertThat(reading.targets()).hasSize(lines.size() / 3 * 2);
        assertThat(reading.recurrences()).hasSize(lines.size() / 3 * 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "和",
                "、",
                "要",
                "各有关",
                "2021年",
                "每月",
                "(",
                "一是",
                "100%",
                "等",
                "牵头",
                "由",
                "十",
                "——",
                "6月5日前,",
                "公安、交通等部门和",
                "配合",
                "按职责分工",
                "《",
                "x",
                "9",
                "责任单位:",
                "每季度首",
                "不发生",
                "序号\t责任单位\t",
                "会同",
                "公安局",
                "每周一、",
                "同比下降1%",
                "协助、",
                "即日起至"
            })
    void readsHostileRepetitionToItsEnd(String piece) {
        String line = piece.repeat(20_000 / piece.length());

        PlanReading reading = PlanFixtures.read(line);

        assertThat(reading.deadlines())
                .allSatisfy(deadline -> assertThat(deadline.source().end()).isLessThanOrEqualTo(line.length()));
        assertThat(reading.targets())
                .allSatisfy(target -> assertThat(target.source().end()).isLessThanOrEqualTo(line.length()));
    }
}
