package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.anshe.campaign.internal.reading.PlanReading.Deadline;
import org.anshe.campaign.internal.reading.PlanReading.WarningKind;
import org.junit.jupiter.api.Test;

class DeadlineReaderTests {

    private static final String TITLE = "2021年工作方案";

    @Test
    void readsDaysMonthsAndYearEnds() {
        assertThat(PlanFixtures.deadlines(
                        TITLE, "6月5日前报送方案。", "2021年9月底前完成整改。", "2022年底前建成平台。", "年底前完成验收。", "2022年年底前报送。"))
                .containsExactly("2 2021-06-05", "3 2021-09-30", "4 2022-12-31", "5 2021-12-31", "6 2022-12-31");
    }

    @Test
    void readsChineseNumeralsAndDottedDates() {
        assertThat(PlanFixtures.deadlines("于二〇二一年十二月二十五日前报送总结。", "2021.6.30前完成整改。"))
                .containsExactly("1 2021-12-25", "2 2021-06-30");
    }

    @Test
    void takesABareYearOnlyForWhatCanBeCompleted() {
        assertThat(PlanFixtures.deadlines("2022年,建成应急体系。")).containsExactly("1 2022-12-31");
        assertThat(PlanFixtures.deadlines("2022年,乡村消防安全条件明显改善。")).isEmpty();
    }

    @Test
    void takesTheLastDayOfABareMonth() {
        assertThat(PlanFixtures.deadlines("2020年2月,完成摸底。")).containsExactly("1 2020-02-29");
    }

    @Test
    void doesNotTakeStartsRecurrencesOrThePastForDeadlines() {
        assertThat(PlanFixtures.deadlines(
                        TITLE, "2020年起,每年整改一批。", "每年7月10日前报送总结。", "2020年,我局顺利完成整治任务。", "去年底前完成。", "2021年6月10日以来,完成检查。"))
                .isEmpty();
    }

    @Test
    void endsWithThePlanWhatIsDueWithinItsYears() {
        assertThat(PlanFixtures.deadlines("从2020年4月至2022年12月,分四个阶段进行。", "力争在三年内基本整改完毕。"))
                .containsExactly("2 2022-12-31");
    }

    @Test
    void namesWhatIsDueAndToWhom() {
        Deadline deadline =
                PlanFixtures.read(TITLE, "各单位于6月5日前将集中攻坚方案报送局公园处。").deadlines().getFirst();

        assertThat(deadline.what()).isEqualTo("将集中攻坚方案报送局公园处");
        assertThat(deadline.recipient()).isEqualTo("局公园处");
    }

    @Test
    void warnsOfDeadlinesOutsideThePlan() {
        assertThat(PlanFixtures.warnings("第一阶段:整治(2021年3月至6月)。", "2001年底前建成平台。", "2031年底前完成。"))
                .containsExactly(WarningKind.DEADLINE_BEFORE_START, WarningKind.DEADLINE_AFTER_END);
    }

    @Test
    void readsAYearEndInTheYearPrintedBeforeIt() {
        assertThat(PlanFixtures.deadlines(TITLE, "第三年(2023年):年底前形成机制。", "今年年底前完成自查。"))
                .containsExactly("2 2023-12-31", "3 2021-12-31");
    }

    @Test
    void tellsAYearlyDateFromOneBesideIt() {
        assertThat(PlanFixtures.deadlines(TITLE, "每月末报表,12月5日前上报总结。")).containsExactly("2 2021-12-05");
        assertThat(PlanFixtures.deadlines(TITLE, "每年7月10日前报半年总结,11月25日前报全年总结。")).isEmpty();
        assertThat(PlanFixtures.deadlines(TITLE, "每年年底前报年报、2022年11月底前报总报告。")).containsExactly("2 2022-11-30");
    }

    @Test
    void placesAMonthWithinAPlanOverTheNewYear() {
        assertThat(PlanFixtures.deadlines("自即日起至2022年3月底开展行动。", "11月20日之前完成划线。", "2月底前完成复查。"))
                .containsExactly("2 2021-11-20", "3 2022-02-28");
    }

    @Test
    void placesAMonthAfterTheStartOfAPlanOverSeveralYears() {
        assertThat(PlanFixtures.deadlines("从2020年5月至2022年12月,分四个阶段。", "9月24日前报送名单。", "3月20日前报送名单。"))
                .containsExactly("2 2020-09-24", "3 2021-03-20");
    }

    @Test
    void doesNotTakeResultsForDeadlines() {
        assertThat(PlanFixtures.deadlines("2021年,全镇共开展演练12次,整改到位。", "2021年上半年,我们扩大了覆盖面,完成摸底。"))
                .isEmpty();
    }
}
