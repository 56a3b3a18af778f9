package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanReaderPropertyTests {

    @Property(tries = 500)
    void readsAnyTextAndPointsIntoIt(@ForAll("paragraphs") List<String> lines) {
        PlanReading reading = PlanFixtures.read(lines.toArray(String[]::new));

        assertThat(passages(reading)).allSatisfy(source -> {
            assertThat(source.line()).isBetween(1, lines.size());
            assertThat(source.start()).isLessThanOrEqualTo(source.end());
            assertThat(source.end())
                    .isLessThanOrEqualTo(lines.get(source.line() - 1).length());
        });
        assertThat(reading.outline())
                .allSatisfy(
                        item -> assertThat(lines.get(item.source().line() - 1)).contains(item.label()));
    }

    @Property(tries = 200)
    void readsAnyUnicode(@ForAll String line) {
        assertThat(PlanFixtures.read(line)).isNotNull();
    }

    /** Paragraphs put together from the pieces the grammar looks for, so that odd orders come up. */
    @Provide
    Arbitrary<List<String>> paragraphs() {
        Arbitrary<String> piece = Arbitraries.of(
                "一、",
                "(一)",
                "1.",
                "第一阶段",
                "——",
                "一是",
                "二要",
                "首先,",
                "2021年",
                "20**年",
                "13月",
                "2月30日",
                "11月31日",
                "十二月",
                "底前",
                "至",
                "—",
                "-",
                "起",
                "前",
                "每",
                "月",
                "季度",
                "两次",
                "100%",
                "百分之",
                "三十家",
                "不少于",
                "以上",
                "以内",
                "不发生",
                "事故",
                "应急办",
                "教育局",
                "和",
                "、",
                "等部门",
                "牵头",
                "负责",
                "配合",
                "联合",
                "责任单位:",
                "落实属地责任",
                "(",
                ")",
                "《",
                "》",
                "“",
                "”",
                "。",
                ",",
                ";",
                "\t",
                "　",
                "完成",
                "年",
                "年底",
                "阶段",
                "时间:",
                "由",
                "的",
                "１０",
                "責任",
                "\uD83D\uDE00",
                "9999999999999",
                "亿亿亿");
        return piece.list()
                .ofMinSize(0)
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofMaxSize(6);
    }

    private static List<Passage> passages(PlanReading reading) {
        return Stream.of(
                        reading.outline().stream().map(PlanReading.Outline::source),
                        reading.stages().stream().map(PlanReading.Stage::source),
                        reading.responsibilities().stream().map(PlanReading.Responsibility::source),
                        reading.deadlines().stream().map(PlanReading.Deadline::source),
                        reading.recurrences().stream().map(PlanReading.Recurrence::source),
                        reading.targets().stream().map(PlanReading.Target::source),
                        reading.warnings().stream().map(PlanReading.Warning::source))
                .flatMap(found -> found)
                .toList();
    }
}
