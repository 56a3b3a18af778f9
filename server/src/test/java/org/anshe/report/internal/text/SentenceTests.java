package org.anshe.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.anshe.report.internal.text.Comparison.Pair;
import org.anshe.report.internal.text.Enumeration.Item;
import org.junit.jupiter.api.Test;

/** Sentences fed with the figures of real reports; the expected texts are the worked examples of the report outlines. */
class SentenceTests {

    private static final Figure UNKNOWN = Figure.unknown();

    private static Figure n(double value) {
        return Figure.of(value);
    }

    private static Figure share(double value) {
        return Figure.share(value);
    }

    private static Sentence inspections(Figure checks, Figure found, Figure fixed, Figure rate) {
        return Sentence.of(
                        Clause.of("组织安全检查{}次", checks),
                        Clause.of("查出安全隐患{}处", found),
                        Clause.of("已整改{}处", fixed),
                        Clause.of("整改率{}", rate))
                .then(Clause.of("当场整改{}处", UNKNOWN), Clause.of("移交{}处", UNKNOWN));
    }

    @Test
    void aMissingNumberDropsItsClauseAndAnEmptyGroupItsSemicolon() {
        assertThat(inspections(n(3), n(31), UNKNOWN, UNKNOWN).text()).isEqualTo("组织安全检查3次，查出安全隐患31处。");
        assertThat(inspections(n(3), n(31), n(28), share(28 / 31.0)).text())
                .isEqualTo("组织安全检查3次，查出安全隐患31处，已整改28处，整改率90.3%。");
        assertThat(inspections(UNKNOWN, n(31), UNKNOWN, UNKNOWN).text()).isEqualTo("查出安全隐患31处。");
    }

    @Test
    void aSentenceOfWhichNothingIsKnownSaysNothing() {
        assertThat(inspections(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN).text()).isEmpty();
        assertThat(Sentence.opening("上半年，", Clause.of("检查{}次", UNKNOWN)).runs()).isEmpty();
    }

    @Test
    void zeroIsSaidAndIsNotUnknown() {
        assertThat(Sentence.of(Clause.of("查出隐患{}处", n(0))).text()).isEqualTo("查出隐患0处。");
        assertThat(Sentence.of(Clause.orNone(n(0), "未发现重大隐患", "重大隐患{}处")).text())
                .isEqualTo("未发现重大隐患。");
        assertThat(Sentence.of(Clause.orNone(UNKNOWN, "未发现重大隐患", "重大隐患{}处")).text())
                .isEmpty();
    }

    @Test
    void patrolTeamsStabilityAndDisputes() {
        assertThat(Sentence.of(
                                Clause.of("{}个社区成立{}支义务联防队", Enumeration.chinese(7), n(11)),
                                Clause.of("规定巡逻路线"),
                                Clause.of("巡逻{}次", UNKNOWN))
                        .text())
                .isEqualTo("七个社区成立11支义务联防队，规定巡逻路线。");
        assertThat(Sentence.of(Clause.of("上报重大稳定信息{}次", n(17)), Clause.of("{}条", n(49)))
                        .text())
                .isEqualTo("上报重大稳定信息17次，49条。");
        assertThat(Sentence.of(
                                Clause.of("三季度开展矛盾纠纷排查{}次", n(6)),
                                Clause.of("调解各类纠纷{}件", n(82)),
                                Clause.of("劳动争议{}件", n(5)),
                                Clause.of("调解率{}", share(1)),
                                Clause.of("调解成功率{}", share(1)))
                        .then(Clause.of("受理来信来访{}件", n(221)), Clause.of("已解决{}件", n(221)))
                        .text())
                .isEqualTo("三季度开展矛盾纠纷排查6次，调解各类纠纷82件，劳动争议5件，调解率100%，调解成功率100%；受理来信来访221件，已解决221件。");
    }

    @Test
    void fourIndicesBesideTheYearBefore() {
        List<Pair> indices = List.of(
                new Pair("事故起数", n(33), n(40)),
                new Pair("死亡人数", n(15), n(18)),
                new Pair("受伤人数", n(16), n(26)),
                new Pair("经济损失", n(15.5), n(46.5)));
        assertThat(Sentence.of(
                                Clause.of("发生生产安全事故{}起", n(33)),
                                Clause.of("死亡{}人", n(15)).with(Clause.of("（其中道路交通{}人）", n(15))),
                                Clause.of("受伤{}人", n(16)),
                                Clause.of("经济损失{}万元", n(15.5)),
                                Comparison.with("上年同期", indices))
                        .text())
                .isEqualTo("发生生产安全事故33起，死亡15人（其中道路交通15人），受伤16人，经济损失15.5万元，" + "比上年同期分别下降17.5%、16.7%、38.5%、66.7%。");
    }

    @Test
    void whatRoseIsSplitOutAndNothingIsComparedWithZero() {
        assertThat(Sentence.of(Comparison.with(
                                "上年同期",
                                List.of(
                                        new Pair("事故起数", n(30), n(40)),
                                        new Pair("死亡人数", n(3), n(2)),
                                        new Pair("受伤人数", n(1), n(0)),
                                        new Pair("火警", n(5), n(5)))))
                        .text())
                .isEqualTo("比上年同期，事故起数下降25%，死亡人数上升50%，火警持平，受伤人数无可比数。");
        assertThat(Comparison.with("上年同期", List.of(new Pair("隐患", n(3), n(0)))).known())
                .isFalse();
        assertThat(Comparison.with("上年同期", List.of(new Pair("隐患", n(3), UNKNOWN)))
                        .known())
                .isFalse();
    }

    @Test
    void aSingleFigureIsComparedWithoutRespectively() {
        assertThat(Sentence.of(Comparison.with("上年同期", List.of(new Pair("隐患", n(88), n(100)))))
                        .text())
                .isEqualTo("比上年同期下降12%。");
    }

    @Test
    void policeFiguresWithoutTheYearBeforeLoseTheirPercentage() {
        assertThat(Sentence.of(Clause.of("“黄赌毒”警情{}宗", n(340)), Clause.of("同比{}宗下降{}", n(387), share(47 / 387.0)))
                        .then(Clause.of("刑事警情{}宗", n(1238)), Clause.of("同比下降{}", UNKNOWN))
                        .then(Clause.of("受理治安案件{}宗", n(2835)), Clause.of("同比下降{}", UNKNOWN))
                        .text())
                .isEqualTo("“黄赌毒”警情340宗，同比387宗下降12.1%；刑事警情1238宗；受理治安案件2835宗。");
    }

    @Test
    void anAreaProfileWithoutItsSurface() {
        assertThat(Sentence.of(
                                Clause.of("面积{}平方公里", UNKNOWN),
                                Clause.of("下辖{}个社区居委会", n(6)).with(Clause.of("（{}个正在筹建）", n(2))),
                                Clause.of("总人口{}万", n(18)),
                                Clause.of("常住人口{}户", n(7826)))
                        .then(Clause.of("各类小区{}个", n(25)), Clause.of("高等院校{}所、师生{}万", n(11), n(13)))
                        .then(
                                Clause.of("主要商业网点{}个", n(4)),
                                Clause.of("驻街企事业单位{}家", n(248))
                                        .with(Clause.of("（含中小学{}所、幼儿园{}家、医疗机构{}家）", n(5), n(7), n(2))),
                                Clause.of("九小场所{}家", n(908)),
                                Clause.of("建筑工地{}家", n(23)))
                        .text())
                .isEqualTo("下辖6个社区居委会（2个正在筹建），总人口18万，常住人口7826户；各类小区25个，高等院校11所、师生13万；"
                        + "主要商业网点4个，驻街企事业单位248家（含中小学5所、幼儿园7家、医疗机构2家），九小场所908家，建筑工地23家。");
    }

    @Test
    void returnRateOfASurvey() {
        assertThat(Sentence.of(
                                Clause.of("发放{}份", n(906)),
                                Clause.of("收回{}份", n(412)),
                                Clause.of("回收率{}", share(412 / 906.0)))
                        .text())
                .isEqualTo("发放906份，收回412份，回收率45.5%。");
    }

    @Test
    void itemsAreNumberedAfterTheUnknownOnesAreGone() {
        Item known = Item.of("组织到位", Sentence.of(Clause.of("成立领导小组{}个", n(1))));
        Item unknown = Item.of("投入到位", Sentence.of(Clause.of("投入{}万元", UNKNOWN)));
        assertThat(Sentence.text(Enumeration.numbered(List.of(unknown, known, known))))
                .isEqualTo("一是组织到位。成立领导小组1个。二是组织到位。成立领导小组1个。");
        assertThat(Sentence.text(Enumeration.numbered(List.of(unknown, known)))).isEqualTo("组织到位。成立领导小组1个。");
        assertThat(Enumeration.numbered(List.of(unknown))).isEmpty();
    }

    @Test
    void chineseOrdinals() {
        assertThat(Enumeration.chinese(10)).isEqualTo("十");
        assertThat(Enumeration.chinese(12)).isEqualTo("十二");
        assertThat(Enumeration.chinese(20)).isEqualTo("二十");
        assertThat(Enumeration.chinese(99)).isEqualTo("九十九");
        assertThatThrownBy(() -> Enumeration.chinese(100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFigureInTheTextNamesItsKey() {
        Figure reported = new Figure("hazards-reported", java.math.BigDecimal.valueOf(31), false);
        assertThat(Sentence.of(Clause.of("发现隐患{}处", reported)).runs())
                .containsExactly(TextRun.words("发现隐患"), new TextRun("31", "hazards-reported"), TextRun.words("处。"));
    }

    @Test
    void changesInTables() {
        assertThat(n(90).change(n(100))).isEqualTo("-10%");
        assertThat(n(3).change(n(0))).isEqualTo("无可比数");
        assertThat(n(0).change(n(0))).isEqualTo("持平");
        assertThat(Figure.points(new java.math.BigDecimal("0.025"))).isEqualTo("+2.5个百分点");
    }
}
