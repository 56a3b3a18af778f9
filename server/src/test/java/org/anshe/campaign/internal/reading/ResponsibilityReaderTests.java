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
                "各社区与公安、消防等部门联合开展检查。;|公安,消防",
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
                "各县(市、区)人民政府负责落实。;各县(市、区)人民政府|"
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
                "开展联合执法行动。"
            })
    void takesNothingWithoutACueAndAName(String line) {
        assertThat(PlanFixtures.duties(line)).isEmpty();
    }

    @Test
    void keepsSeveralBracketsApart() {
        assertThat(PlanFixtures.duties("排查隐患(应急办牵头),整治校园(教育局牵头,派出所配合)。")).containsExactly("应急办|", "教育局|派出所");
    }
}
