package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsibilityReaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "应急办牵头,组织开展巡查。;应急办|",
                "1.办公室负责日常工作。;办公室|",
                "各社区与公安、消防等部门联合开展检查。;|各社区,公安,消防",
                "由区应急局会同区公安局、区交通局负责实施。;区应急局|区公安局,区交通局",
                "完成划线。(省消防救援总队牵头,省住房城乡建设厅、省自然资源厅配合);省消防救援总队|省住房城乡建设厅,省自然资源厅",
                "(区教育局、区消防大队按职责分工负责);区教育局,区消防大队|",
                "市交通局牵头,市公安局落实行业监管责任,各乡镇落实属地责任。;市交通局|市公安局,各乡镇",
                "市公安局落实行业监管责任,各乡镇落实属地责任。;市公安局,各乡镇|",
                "联合公安、交通等部门对校车进行检查。;|公安,交通",
                "责任单位:区应急局 配合单位:各街道办事处、区消防大队 完成时限:长期;区应急局|各街道办事处,区消防大队",
                "学校共青团、少先队组织要配合学校开展教育。;学校|学校共青团,少先队组织",
                "消防救援机构依法查处违法行为,公安交管部门予以积极配合。;消防救援机构|公安交管部门",
                "文化和旅游局、工业和信息化局负责排查。;文化和旅游局,工业和信息化局|",
                "公安局和教育局负责排查。;公安局,教育局|",
                "各县(市、区)人民政府负责落实。;各县(市、区)人民政府|",
                "宣教科负责制作展板。;宣教科|",
                "镇安监站负总责。;镇安监站|",
                "交管站负责,各村协助。;交管站|各村",
                "团支部要协助工会做好登记。;工会|团支部",
                "协助配合各部门、公安机关做好整改。;|公安机关",
                "城管科会同派出所、各社区开展清查。;城管科|派出所,各社区",
                "市粮食局会同市商务厅通报情况。;市粮食局|市商务厅",
                "由水务站牵头、环保站参与。;水务站|环保站",
                "治安大队、交警大队联合社区民警开展夜查。;|社区民警",
                "河长办要主动与区水务局、区农业局加强配合。;河长办|区水务局,区农业局",
                "各班组各司其职、密切配合。;各班组|",
                "办公室设在安监科,具体负责日常调度。;办公室|",
                "区减灾办作为协调机构,负责汇总信息。;区减灾办|",
                "责任单位:民政科、卫生院按职责分工负责;民政科,卫生院|",
                "责任单位:民政科(牵头)、卫生院、财政所(配合);民政科,卫生院|财政所",
                "主办科室:民政科,协助科室:财政所、统计站;民政科|财政所,统计站",
                "【责任单位:水利站、各村】;水利站,各村|",
                "(各街道,区民政局、区残联分别负责);各街道,区民政局,区残联|"
            })
    void readsWhoLeadsAndWhoCooperates(String line, String expected) {
        assertThat(PlanFixtures.duties(line)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "各社区要高度重视。",
                "联合有关部门依法查处。",
                "各部门要密切配合。",
                "落实主要负责人责任。",
                "党委领导、政府负责、社会协同、公众参与。",
                "引导群众广泛参与。",
                "建立各部门共同参与的机制。",
                "明确专人负责。",
                "督促企业负责整改。",
                "开展联合执法行动。",
                "主要领导负总责,分管领导具体负责。",
                "落实校长负责制。",
                "继续积极组织参与经验交流。",
                "政府领导、部门负责、村民参与。",
                "协助做好登记工作。"
            })
    void takesNothingWithoutACueAndAName(String line) {
        assertThat(PlanFixtures.duties(line)).isEmpty();
    }

    @Test
    void keepsSeveralBracketsApart() {
        assertThat(PlanFixtures.duties("排查隐患(应急办牵头),整治校园(教育局牵头,派出所配合)。")).containsExactly("应急办|", "教育局|派出所");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "电力所配合各村(社区)整改线路。;各村(社区)|电力所",
                "(各县(市、区)党委和政府、市有关部门按职责分工负责);各县(市、区)党委和政府|",
                "(市发展改革委、市财政局等部门,各区县政府按职责分工负责);市发展改革委,市财政局,各区县政府|",
                "县综合执法局负责查处,县交通局、县水利局在各自领域予以配合。;县综合执法局|县交通局,县水利局",
                "消防大队、派出所按照职责分工,各负其责。;消防大队,派出所|",
                "牵头单位为市住建局,责任单位为各区县政府。;市住建局,各区县政府|",
                "牵头部门:区农业农村局 配合部门:区水利局 区林业局;区农业农村局|区水利局,区林业局",
                "责任科室:安监办,配合科室:城管办、社区办。;安监办|城管办,社区办",
                "区住建局:负责房屋安全排查。;区住建局|",
                "安监站要会同派出所、市场所每季度检查一次。;安监站|派出所,市场所",
                "县公安局与县教育局联合开展检查。;|县公安局,县教育局",
                "社区要主动与物业公司密切配合。;社区|物业公司",
                "办公室(设在应急局)负责日常工作。;办公室|",
                "各街道办事处为责任主体。;各街道办事处|",
                "高等学校负责宿舍检查。;高等学校|"
            })
    void readsBracketsLabelsAndPartners(String line, String expected) {
        assertThat(PlanFixtures.duties(line)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"实行“街道统筹、社区负责、网格落实”机制。", "县安委会有关成员单位配合。", "牵头单位为第一位的单位。"})
    void takesNoSlogansInQuotationMarksAndNoUnnamedUnits(String line) {
        assertThat(PlanFixtures.duties(line)).isEmpty();
    }
}
