package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetReaderTests {

    @ParameterizedTest
    @CsvSource({
        "整改率达到95%以上。,>=95%",
        "持证率达100%。,>=100%",
        "抽查率15%。,=15%",
        "合格率保持在99%以上。,>=99%",
        "超标率控制在5%以内。,<=5%",
        "比例不超过百分之十。,<=10%",
        "事故起数下降10%以上。,>=10%",
        "使用率为0。,=0%",
        "合格率提高2个百分点。,=2个百分点",
        "检查企业不少于1200家次。,>=1200家次",
        "死亡人数控制在3人以下。,<=3人",
        "确保不发生较大以上事故。,=0起",
        "杜绝群死群伤火灾。,=0起",
        "力争实现零死亡事故。,=0起",
        "打造示范点不少于2个。,>=2个",
        "每处水域至少配备2个救生圈。,>=2个",
        "整治企业50家。,=50家",
        "死亡人数为零。,=0起",
        "比上年提高5个百分点。,=5个百分点",
        "覆盖率達到百分之九十八。,>=98%",
        "盗窃案件同比下降8%以上。,>=8%",
        "实现校园零发案。,=0起",
        "示範院落不少於6個。,>=6個",
        "抽检批次不少于300批次。,>=300批次",
        "全年抽样检测样品900批次。,=900批次"
    })
    void readsFiguresAndTheirBounds(String line, String expected) {
        assertThat(PlanFixtures.targets(line)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "去年完成80%。",
        "对50户以上的村寨落实包保。",
        "建立“两个清单”。",
        "分3个阶段。",
        "全市共有企业24家。",
        "严防事故发生。",
        "坚决遏制重特大事故。",
        "杜绝违规停放行为。",
        "开展一次检查。",
        "每月不少于2次。",
        "截至目前已整改98%。"
    })
    void takesNoScopeRhetoricOrPastForTargets(String line) {
        assertThat(PlanFixtures.targets(line)).isEmpty();
    }

    @Test
    void readsTheGoalAndNotTheBaseline() {
        assertThat(PlanFixtures.targets("知晓率由45%提高到90%以上。")).containsExactly(">=90%");
    }

    @Test
    void countsOneOnlyWhereEveryPlaceGetsOne() {
        assertThat(PlanFixtures.targets("每个社区建立一支微型消防站队伍。")).containsExactly("=1支");
        assertThat(PlanFixtures.targets("建立一支队伍。")).isEmpty();
    }

    @Test
    void namesTheMetricAndTheDate() {
        PlanReading.Target target =
                PlanFixtures.read("2022年底前,隐患整改率达到100%。").targets().getFirst();

        assertThat(target.metric()).isEqualTo("隐患整改率");
        assertThat(target.by()).hasToString("2022-12-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "抽检量达到5批次/千人以上。;>=5批次/千人",
                "PM2.5平均浓度控制在35微克/立方米以下。;<=35微克/立方米",
                "投入资金不少于600万元。;>=600万元",
                "建成高标准农田3.5万亩。;=3.5万亩",
                "群众满意度达到80分以上。;>=80分",
                "每个小区张贴海报不少于20张。;>=20张",
                "每个村组建不少于15人的应急分队。;>=15人",
                "每人每年不少于24学时。;>=24学时",
                "死亡率控制在0.015以内。;<=0.015",
                "打造3个以上示范社区。;>=3个",
                "全县企业整合到3家以内。;<=3家",
                "争取项目资金500万元以上。;>=500万元",
                "覆盖率达到80%(含)以上。;>=80%",
                "九成以上的小区达标。;>=90%",
                "知晓率达百分之九十五以上。;>=95%",
                "森林覆盖率较上年提高1.5个百分点。;=1.5个百分点",
                "煤炭消费占比降至55%以下。;<=55%"
            })
    void readsMeasuresAsPrinted(String line, String expected) {
        assertThat(PlanFixtures.targets(line)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "近年来,食品合格率98%、办结率99%。",
                "自2021年开展整治以来,整改率99.2%,事故起数较上一周期下降27%。",
                "对不合格的处500元以上罚款。",
                "罚款不超过2万元。",
                "考核得分90分以上为优秀。",
                "对300平方米以上的商场进行检查。",
                "每周走访不少于20户。",
                "火灾死亡人数实现零增长。",
                "上一轮整治共查处酒驾1236起。",
                "全县现有2000年以前建成的小区47个。",
                "排查范围为全镇12个行政村、1个居委会的全部自建房。"
            })
    void takesNoResultsScopesOrPayments(String line) {
        assertThat(PlanFixtures.targets(line)).isEmpty();
    }

    @Test
    void takesAFigureOfAnEarlierYearForAResult() {
        PlanReading plan = PlanFixtures.read("2025年工作方案", "2024年师生满意度测评为86%。", "2025年师生满意度不低于90%。");

        assertThat(plan.targets())
                .singleElement()
                .satisfies(target -> assertThat(target.value()).isEqualByComparingTo("90"));
    }
}
