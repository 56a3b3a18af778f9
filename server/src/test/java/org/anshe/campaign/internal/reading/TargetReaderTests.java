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
}
