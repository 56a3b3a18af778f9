package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.anshe.campaign.internal.reading.PlanReading.WarningKind;
import org.junit.jupiter.api.Test;

class StageReaderTests {

    private static final String TITLE = "2021年专项整治工作方案";

    @Test
    void readsPhasesInBrackets() {
        assertThat(PlanFixtures.stages(
                        "从2020年4月至2022年12月,分三个阶段进行。", "(一)动员部署(2020年4月)。", "(二)集中攻坚(2021年)。", "(三)巩固提升(2022年全年)。"))
                .containsExactly("2 2020-04..2020-04", "3 2021-01..2021-12", "4 2022-01..2022-12");
    }

    @Test
    void readsDaysTenDayPeriodsAndMonthEnds() {
        assertThat(PlanFixtures.stages(TITLE, "第一阶段:部署(3月上旬)。", "第二阶段:排查(3月11日—5月底)。", "第三阶段:总结(6月中旬至下旬)。"))
                .containsExactly("2 2021-03-01..2021-03-10", "3 2021-03-11..2021-05-31", "4 2021-06-11..2021-06-30");
    }

    @Test
    void runsOverTheNewYear() {
        assertThat(PlanFixtures.stages(TITLE, "(一)排查阶段(2021年11月至2月)。", "(二)巩固阶段(2021年12月至次年3月)。"))
                .containsExactly("2 2021-11..2022-02", "3 2021-12..2022-03");
    }

    @Test
    void takesTheOverallSpanForAMissingStartAndEnd() {
        assertThat(PlanFixtures.stages("从2021年3月至2021年12月,分两个阶段。", "(一)动员阶段(4月底前)。", "(二)整治阶段(5月起)。"))
                .containsExactly("2 2021-03..2021-04-30", "3 2021-05..2021-12");
    }

    @Test
    void leavesAStartOpenThatIsNowherePrinted() {
        assertThat(PlanFixtures.stages(TITLE, "第一阶段:宣传阶段(即日起至8月10日)。")).containsExactly("2 null..2021-08-10");
    }

    @Test
    void readsPhasesNamedBeforeAndAfterTheirSpan() {
        assertThat(PlanFixtures.stages(TITLE, "(一)动员部署阶段:3月1日至3月15日。", "(二)3月16日至6月30日,集中整治阶段。", "(三)7-9月为巩固阶段。"))
                .containsExactly("2 2021-03-01..2021-03-15", "3 2021-03-16..2021-06-30", "4 2021-07..2021-09");
    }

    @Test
    void readsATimeLineBelowAHeading() {
        assertThat(PlanFixtures.stages(TITLE, "(一)动员部署阶段", "时间:3月1日至3月15日。"))
                .containsExactly("2 2021-03-01..2021-03-15");
    }

    @Test
    void givesYearZeroToMaskedAndMissingYears() {
        assertThat(PlanFixtures.stages("第一阶段:部署(20**年4月)。", "第二阶段:整治(20xx年5月-6月)。"))
                .containsExactly("1 0000-04..0000-04", "2 0000-05..0000-06");
        assertThat(PlanFixtures.warnings("第一阶段:部署(20**年4月)。")).containsExactly(WarningKind.YEAR_MASKED);
        assertThat(PlanFixtures.warnings("第一阶段:部署(4月)。")).containsExactly(WarningKind.YEAR_UNKNOWN);
    }

    @Test
    void clampsAnImpossibleDayAndSaysSo() {
        String[] plan = {TITLE, "第一阶段:整治(6月1日至11月31日)。"};

        assertThat(PlanFixtures.stages(plan)).containsExactly("2 2021-06-01..2021-11-30");
        assertThat(PlanFixtures.warnings(plan)).containsExactly(WarningKind.IMPOSSIBLE_DATE);
    }

    @Test
    void knowsLeapYears() {
        assertThat(PlanFixtures.stages("2020年方案", "第一阶段:排查(2月29日)。")).containsExactly("2 2020-02-29..2020-02-29");
        assertThat(PlanFixtures.warnings("2020年方案", "第一阶段:排查(2月29日)。")).isEmpty();
        assertThat(PlanFixtures.stages(TITLE, "第一阶段:排查(2月29日)。")).containsExactly("2 2021-02-28..2021-02-28");
    }

    @Test
    void warnsOfOverlapsAndGaps() {
        assertThat(PlanFixtures.warnings(TITLE, "第一阶段:部署(3月)。", "第二阶段:整治(3月至5月)。"))
                .containsExactly(WarningKind.STAGES_OVERLAP);
        assertThat(PlanFixtures.warnings(TITLE, "第一阶段:部署(3月)。", "第二阶段:整治(5月)。"))
                .containsExactly(WarningKind.STAGES_GAP);
        assertThat(PlanFixtures.warnings(TITLE, "第一阶段:部署(3月)。", "第二阶段:整治(4月)。")).isEmpty();
    }

    @Test
    void readsAMonthBeforeTheWorkWhereAHeadingPromisesSteps() {
        assertThat(PlanFixtures.stages(TITLE, "三、实施步骤", "(一)3月份:动员部署。", "(二)4月至10月:集中整治。"))
                .containsExactly("3 2021-03..2021-03", "4 2021-04..2021-10");
    }

    @Test
    void doesNotTakeOtherSpansForStages() {
        assertThat(PlanFixtures.stages("2020年至2022年,火灾总量下降。", "2021年,进入集中攻坚阶段。", "(一)消防整治2021年集中攻坚。"))
                .isEmpty();
    }

    @Test
    void readsAHeadingOfPhaseWordsOnItsOwn() {
        assertThat(PlanFixtures.stages("(二)巩固提升(2022年)。")).containsExactly("1 2022-01..2022-12");
        assertThat(PlanFixtures.stages("(一)动员部署(6月30日前)。")).containsExactly("1 null..0000-06-30");
        assertThat(PlanFixtures.stages("(二)安全生产月(6月)。")).isEmpty();
    }

    @Test
    void readsTwoThirdsOfAMonth() {
        assertThat(PlanFixtures.stages(TITLE, "第一阶段:排查(6月中下旬)。", "第二阶段:总结(7月上中旬)。"))
                .containsExactly("2 2021-06-11..2021-06-30", "3 2021-07-01..2021-07-20");
    }

    @Test
    void readsATimeAfterThePhaseItNames() {
        assertThat(PlanFixtures.stages(TITLE, "第二阶段:建章立制阶段。时间:5月下旬至5月底。")).containsExactly("2 2021-05-21..2021-05-31");
        assertThat(PlanFixtures.stages(TITLE, "(一)自查阶段:即日起至8月31日;")).containsExactly("2 null..2021-08-31");
    }

    @Test
    void namesEachOfSeveralPhasesInASentence() {
        assertThat(PlanFixtures.read("分两个阶段:动员阶段(2024年3月)、整治阶段(2024年4月至6月)。").stages())
                .extracting(PlanReading.Stage::name)
                .containsExactly("动员阶段", "整治阶段");
        assertThat(PlanFixtures.read("2024年3月为动员阶段,4月至10月为整治阶段。").stages())
                .extracting(PlanReading.Stage::name)
                .containsExactly("动员阶段", "整治阶段");
    }

    @Test
    void readsOpenSpansAndSpansInTwoClauses() {
        assertThat(PlanFixtures.stages(TITLE, "(一)准备阶段(即日起—6月30日)。")).containsExactly("2 null..2021-06-30");
        assertThat(PlanFixtures.stages(TITLE, "(二)长效阶段(2022年1月起,长期坚持)。")).containsExactly("2 2022-01..null");
        assertThat(PlanFixtures.stages("(一)排查阶段(从2024年3月中旬开始,到4月底结束)。")).containsExactly("1 2024-03-11..2024-04-30");
        assertThat(PlanFixtures.stages("(一)自查自纠(9月1日至10日)。")).containsExactly("1 0000-09-01..0000-09-10");
    }

    @Test
    void readsTermsThatSayWhatIsDoneInThem() {
        assertThat(PlanFixtures.stages("集中看护期从2025年7月1日到8月31日，主要是巡逻。", "总结完善期：2025年9月。"))
                .containsExactly("1 2025-07-01..2025-08-31", "2 2025-09..2025-09");
        assertThat(PlanFixtures.stages("主汛期从2025年6月1日到9月30日。", "施工期从2025年3月到5月。"))
                .isEmpty();
    }

    @Test
    void takesTheYearFromTheWholeSpan() {
        assertThat(PlanFixtures.stages("自2025年3月开始,至12月结束,分两个阶段进行:", "(一)自查阶段(3月1日-3月31日)", "(二)整改阶段(4月-12月)"))
                .containsExactly("2 2025-03-01..2025-03-31", "3 2025-04..2025-12");
        assertThat(PlanFixtures.stages("三、实施步骤", "时间:2024年3月至11月。", "(一)动员阶段(3月)。"))
                .containsExactly("3 2024-03..2024-03");
    }

    @Test
    void takesNoDeadlineWithinAPhaseForIt() {
        assertThat(PlanFixtures.stages("在集中整治阶段,2024年6月底前完成改造。")).isEmpty();
        assertThat(PlanFixtures.stages("二、任务", "1.完成建档(2024年6月底前)。", "2.完成改造(2024年9月底前)。"))
                .isEmpty();
        assertThat(PlanFixtures.stages("三、实施步骤", "2024年11月启动创建,分四个阶段推进:")).isEmpty();
    }
}
