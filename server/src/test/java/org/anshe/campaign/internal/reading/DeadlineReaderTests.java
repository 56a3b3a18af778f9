package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.anshe.campaign.internal.reading.PlanReading.Deadline;
import org.anshe.campaign.internal.reading.PlanReading.WarningKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "各单位于2024年3月20日(星期三)前上报。;2024-03-20",
                "2024年3月20日下班前报送。;2024-03-20",
                "2024年5月20日18:00前报送。;2024-05-20",
                "2024年5月20日下午三点前报送。;2024-05-20",
                "(责任单位:区住建局,完成时限:2024年10月底);2024-10-31",
                "(由区住建局牵头,2024年12月底);2024-12-31",
                "截止日期:2024年5月10日。;2024-05-10",
                "截止时间为2024年10月31日。;2024-10-31",
                "力争到2025年底建成。;2025-12-31",
                "至2025年底,完成全部改造。;2025-12-31",
                "2024年第三季度前完成。;2024-09-30",
                "二〇二四年三月廿一日前报送。;2024-03-21",
                "即日起至2024年6月30日,完成全面排查。;2024-06-30"
            })
    void readsHoursLabelsAndEndsOfTheYear(String line, String expected) {
        assertThat(PlanFixtures.deadlines(line)).containsExactly("1 " + expected);
    }

    @Test
    void givesTheLastWordsOfAListToEveryDate() {
        assertThat(PlanFixtures.deadlines("2024年5月、8月、11月底前分别报送总结。"))
                .containsExactly("1 2024-05-31", "1 2024-08-31", "1 2024-11-30");
        assertThat(PlanFixtures.deadlines("2024年6月15日和9月15日前上报。")).containsExactly("1 2024-06-15", "1 2024-09-15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2024年每两周召开一次例会。",
                "2024年汛期前完成清淤。",
                "2023年及以前排查发现的隐患全部销号。",
                "2000年以前建成的小区全部排查。",
                "县安委办公室2023年8月28日印发",
                "自即日起至2024年3月底,在全镇开展百日攻坚行动,特制定本方案。",
                "截至2024年6月底,全市共有燃气用户12万户。",
                "根据《中华人民共和国消防法》(2021年修正)制定本方案。",
                "依据《管理條例》（2013年公布）等規定，制定本方案。",
                "2024年检查发现的67个问题尚有5个没有整改到位。"
            })
    void takesNoDateThatIsNoLimitOfTheWork(String line) {
        assertThat(PlanFixtures.deadlines(line)).isEmpty();
    }

    @Test
    void placesMonthsAfterTheBeginningOrTheIssueOfThePlan() {
        assertThat(PlanFixtures.deadlines("自2024年6月起开展整治。", "2025年6月底前全部建成。", "8月20日前报送。", "3月20日前报送。"))
                .containsExactly("2 2025-06-30", "3 2024-08-20", "4 2025-03-20");
        assertThat(PlanFixtures.deadlines("2024年满意度测评为86%。", "3月25日前报送。", "某某中学", "2025年2月26日"))
                .containsExactly("2 2025-03-25");
        assertThat(PlanFixtures.deadlines("12月10日前报送。", "3月25日前报送。", "二○二一年十一月二十二日"))
                .containsExactly("1 2021-12-10", "2 2022-03-25");
        assertThat(PlanFixtures.deadlines("青安委〔2023〕19号", "工作方案", "9月8日前报送。")).containsExactly("3 2023-09-08");
    }
}
