package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceReaderTests {

    @ParameterizedTest
    @CsvSource({
        "每日至少巡查两次。,P1Dx2", "每周召开一次例会。,P1Wx1", "每月至少召开一次会议。,P1Mx1", "每一季度至少安排一次学习。,P3Mx1", "每半年组织演练。,P6Mx1",
        "每年开展不少于3次演练。,P1Yx3", "每学期开学时集中教育。,P6Mx1", "每两个月检查一次。,P2Mx1", "按月报送进展。,P1Mx1", "逐季通报情况。,P3Mx1",
        "半年度进行一次考核。,P6Mx1", "每月10日和25日前报送。,P1Mx2", "每周一上午上报。,P1Wx1", "建立周例会制度。,P1Wx1", "形成年度报告并报送安委办。,P1Yx1",
        "每週開展一次檢查。,P1Wx1"
    })
    void readsPrintedPeriods(String line, String expected) {
        assertThat(PlanFixtures.recurrences(line)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "每旬通报一次。;P1Mx3",
                "每半月检查一次。;P1Mx2",
                "每半个月检查两次。;P1Mx4",
                "每两旬汇总。;P20Dx1",
                "每两周调度一次。;P2Wx1",
                "每晚10点前清点人数。;P1Dx1",
                "每周一、三、五夜查。;P1Wx3",
                "每周二和周四组织学习。;P1Wx2",
                "每周六清扫街道。;P1Wx1",
                "每周一次例会。;P1Wx1",
                "每月第一个星期一开会。;P1Mx1",
                "每年7月10日和11月25日前报送总结。;P1Yx2"
            })
    void keepsToTheMonthForShorterPeriodsAndCountsWeekdays(String line, String expected) {
        assertThat(PlanFixtures.recurrences(line)).containsExactly(expected);
    }

    @Test
    void readsRoundsNamedByTheirPeriod() {
        assertThat(PlanFixtures.recurrences("负责人日检、科室周检、分管领导月检。")).containsExactly("P1Dx1", "P1Wx1", "P1Mx1");
    }

    @ParameterizedTest
    @CsvSource({"定期组织检查。", "不定期开展督查。", "严格24小时值班。", "实行每天24小时值班。", "纳入年度考核。", "树立“成绩每天归零”的意识。", "节日检查要到位。"})
    void takesNothingWithoutAPeriod(String line) {
        assertThat(PlanFixtures.recurrences(line)).isEmpty();
    }

    @Test
    void keepsTheHourAsPrinted() {
        assertThat(PlanFixtures.read("每天14点前向镇办公室报告。").recurrences().getFirst().at())
                .isEqualTo("14点前");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "每日早、晚各巡查一次。;P1Dx2",
                "每天早中晚各播放一次。;P1Dx3",
                "每天上午、下午各检查两次。;P1Dx4",
                "每日营业前、营业后各检查一次。;P1Dx2",
                "每日8时、20时各报送一次。;P1Dx2",
                "每年春、秋两季各开展一次整治。;P1Yx2",
                "每年3月、9月各组织一次演练。;P1Yx2",
                "每年6月、12月底前分别报送总结。;P1Yx2",
                "每年上、下半年各组织一次演练。;P1Yx2",
                "每月10日、20日、30日前报送。;P1Mx3",
                "每月5、15、25日报送。;P1Mx3",
                "每年春夏之交开展检查。;P1Yx1"
            })
    void countsTheTimesThatShareAPeriod(String line, String expected) {
        assertThat(PlanFixtures.recurrences(line)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "双月25日前报送。;P2Mx1",
                "实行隔周调度。;P2Wx1",
                "隔天消毒一次。;P2Dx1",
                "设施两年一检。;P2Yx1",
                "半年一考核。;P6Mx1",
                "每季度首月10日前报送。;P3Mx1",
                "每月第二次党委会研究。;P1Mx1"
            })
    void readsPeriodsWithoutTheWordEvery(String line, String expected) {
        assertThat(PlanFixtures.recurrences(line)).containsExactly(expected);
    }

    @Test
    void readsRoundsOfAnyWorkInARow() {
        assertThat(PlanFixtures.recurrences("严格执行日管控、周排查、月调度机制。")).containsExactlyInAnyOrder("P1Dx1", "P1Wx1", "P1Mx1");
        assertThat(PlanFixtures.recurrences("实行一周一调度、一月一通报、一季一评比。"))
                .containsExactlyInAnyOrder("P1Wx1", "P1Mx1", "P3Mx1");
        assertThat(PlanFixtures.recurrences("每日自查、每周检查两次、每月通报一次。"))
                .containsExactlyInAnyOrder("P1Dx1", "P1Wx2", "P1Mx1");
        assertThat(PlanFixtures.recurrences("按周期更换,按日期登记。")).isEmpty();
    }
}
