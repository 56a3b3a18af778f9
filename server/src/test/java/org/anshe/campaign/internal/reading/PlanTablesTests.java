package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTablesTests {

    private static final String HEADER = "序号\t工作任务\t牵头单位\t配合单位\t完成时限";

    @Test
    void readsUnitsAndDatesByTheHeaderOfTheirColumn() {
        PlanReading reading = PlanFixtures.read(HEADER, "1\t建成值班平台\t区大数据局\t区财政局、各镇\t2024年6月", "2\t更新名册\t区民政局\t—\t长期坚持");

        assertThat(reading.responsibilities())
                .extracting(PlanReading.Responsibility::lead)
                .containsExactly(List.of("区大数据局"), List.of("区民政局"));
        assertThat(reading.responsibilities().getFirst().cooperate()).containsExactly("区财政局", "各镇");
        assertThat(reading.responsibilities().getLast().cooperate()).isEmpty();
        assertThat(reading.deadlines())
                .extracting(deadline -> deadline.date() + " " + deadline.what())
                .containsExactly("2024-06-30 建成值班平台");
    }

    @Test
    void numbersRowsAsItems() {
        assertThat(PlanFixtures.outline(HEADER, "1\t建成平台\t区民政局\t无\t6月底", "2\t更新名册\t区民政局\t无\t7月底"))
                .containsExactly("2 1 1", "3 2 1");
    }

    @Test
    void tellsMarkedRolesWithinAColumn() {
        assertThat(PlanFixtures.read("任务\t责任单位", "巡查\t城管科(牵头)、民政科、财政所(配合)").responsibilities())
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.lead()).containsExactly("城管科", "民政科");
                    assertThat(duty.cooperate()).containsExactly("财政所");
                });
    }

    @Test
    void cutsACellAtBlanksBehindWholeNames() {
        assertThat(PlanFixtures.read("任务\t责任单位", "巡查\t区城管局 各镇街").responsibilities())
                .singleElement()
                .satisfies(duty -> assertThat(duty.lead()).containsExactly("区城管局", "各镇街"));
    }

    @Test
    void leavesACellWithACueOfItsOwnToTheSentence() {
        assertThat(PlanFixtures.read("任务\t责任单位", "巡查\t区城管局牵头,各镇街配合").responsibilities())
                .singleElement()
                .satisfies(duty -> assertThat(duty.cooperate()).containsExactly("各镇街"));
    }

    @Test
    void readsNoColumnWithoutAHeaderOrWithOtherCells() {
        assertThat(PlanFixtures.read("巡查\t区城管局\t6月").responsibilities()).isEmpty();
        assertThat(PlanFixtures.read(HEADER, "巡查\t区城管局\t6月").responsibilities()).isEmpty();
        assertThat(PlanFixtures.read(HEADER, "表后说明。", "1\t巡查\t区城管局\t各镇\t6月").responsibilities())
                .isEmpty();
    }

    @Test
    void readsPhasesAndTheirTimes() {
        assertThat(PlanFixtures.stages("阶段\t时间安排\t工作内容", "动员部署\t2024年3月\t召开会议", "集中整治\t2024年4月至10月\t排查"))
                .containsExactly("2 2024-03..2024-03", "3 2024-04..2024-10");
    }
}
