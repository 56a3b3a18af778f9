package org.anshe.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anshe.campaign.internal.reading.PartialDate;
import org.anshe.campaign.internal.reading.Passage;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;

class DraftCampaignTests {

    private final List<Finding> findings = new ArrayList<>();
    private String paragraph = "第%d段。后面的话";

    @Test
    void anItemWithAResponsibilityBecomesATask() {
        accepted(1, 0, new FindingData.Outline("一、", 1, "任务"));
        accepted(2, 0, new FindingData.Outline("（一）", 2, "清理楼道"));
        accepted(3, 5, new FindingData.Responsibility(List.of("安全办"), List.of("派出所", "安全办")));

        CampaignDraft draft = draft();
        assertThat(draft.topics()).extracting(CampaignDraft.Topic::parent).containsExactly(null, 0);
        assertThat(draft.tasks()).hasSize(1);
        CampaignDraft.Task task = draft.tasks().getFirst();
        assertThat(task.title()).isEqualTo("清理楼道");
        assertThat(task.lead()).containsExactly("安全办");
        assertThat(task.cooperate()).as("who leads does not cooperate too").containsExactly("派出所");
        assertThat(task.due()).isNull();
    }

    @Test
    void aTitleThatWasCutIsMadeWhole() {
        paragraph = "1.到年底一般隐患按期整改率不低于95%，其余照旧。后面的话";
        accepted(1, 0, new FindingData.Outline("1.", 1, "到年底一般隐患按期整改率不低于9"));
        accepted(1, 5, new FindingData.Responsibility(List.of("安全办"), List.of()));

        assertThat(draft().tasks().getFirst().title()).isEqualTo("到年底一般隐患按期整改率不低于95%，其余照旧");
    }

    @Test
    void severalDeadlinesOfAnItemAreSeveralTasks() {
        accepted(1, 0, new FindingData.Outline("（一）", 1, "排查整改"));
        accepted(1, 10, new FindingData.Deadline(new PartialDate(2026, 7, 31), "完成排查", null));
        accepted(1, 20, new FindingData.Deadline(new PartialDate(2026, 9, 30), "完成整改", "街道安委办"));
        accepted(1, 30, new FindingData.Responsibility(List.of("安全办"), List.of()));

        assertThat(draft().tasks())
                .extracting(CampaignDraft.Task::title, CampaignDraft.Task::lead)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("完成排查", List.of("安全办")),
                        org.assertj.core.groups.Tuple.tuple("完成整改", List.of("安全办")));
    }

    @Test
    void rowsOfATableUnderOneItemKeepTheirUnitsApart() {
        accepted(1, 0, new FindingData.Outline("（一）", 1, "建设设施"));
        accepted(3, 0, new FindingData.Responsibility(List.of("城建办"), List.of("桂园社区")));
        accepted(3, 20, new FindingData.Deadline(new PartialDate(2026, 11, 30), "建成充电棚", null));
        accepted(4, 0, new FindingData.Responsibility(List.of("安全办"), List.of()));
        accepted(4, 20, new FindingData.Deadline(new PartialDate(2027, 2, 28), "验收设施", null));

        assertThat(draft().tasks())
                .extracting(CampaignDraft.Task::title, CampaignDraft.Task::lead, CampaignDraft.Task::cooperate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("建成充电棚", List.of("城建办"), List.of("桂园社区")),
                        org.assertj.core.groups.Tuple.tuple("验收设施", List.of("安全办"), List.of()));
    }

    @Test
    void aFindingBelongsToTheItemThatBeginsLastBeforeIt() {
        accepted(1, 0, new FindingData.Outline("一是", 1, "查"));
        accepted(1, 12, new FindingData.Outline("二是", 1, "改"));
        accepted(1, 8, new FindingData.Responsibility(List.of("甲"), List.of()));
        accepted(1, 20, new FindingData.Responsibility(List.of("乙"), List.of()));

        assertThat(draft().tasks())
                .extracting(CampaignDraft.Task::title, CampaignDraft.Task::lead)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("查", List.of("甲")),
                        org.assertj.core.groups.Tuple.tuple("改", List.of("乙")));
    }

    @Test
    void whatStandsUnderNoItemKeepsItsOwnWords() {
        accepted(4, 0, new FindingData.Deadline(new PartialDate(2026, 6, 20), "报送名单", null));
        accepted(9, 3, new FindingData.Responsibility(List.of("甲"), List.of()));

        assertThat(draft().tasks()).extracting(CampaignDraft.Task::title).containsExactly("报送名单", "第9段");
    }

    @Test
    void nothingPendingOrRejectedIsUsed() {
        accepted(1, 0, new FindingData.Outline("一、", 1, "任务"));
        add(2, 0, new FindingData.Outline("二、", 1, "不要"), Decision.REJECTED);
        add(2, 5, new FindingData.Deadline(new PartialDate(2026, 6, 20), "不要", null), Decision.PENDING);
        accepted(2, 9, new FindingData.Responsibility(List.of("甲"), List.of()));

        CampaignDraft draft = draft();
        assertThat(draft.topics()).hasSize(1);
        assertThat(draft.tasks()).hasSize(1);
        assertThat(draft.tasks().getFirst().title())
                .as("falls to the accepted item")
                .isEqualTo("任务");
        assertThat(draft.tasks().getFirst().due()).isNull();
    }

    @Test
    void theBaseYearFillsOnlyWhatPrintsNone() {
        accepted(1, 0, new FindingData.Stage("发动", new PartialDate(0, 2, 29), new PartialDate(2024, 3, 0)));

        assertThat(DraftChecks.linesWithoutYear(draft())).containsExactly(1);
        CampaignDraft filled = DraftCampaign.of(findings, 2026, line -> "");
        assertThat(DraftChecks.linesWithoutYear(filled)).isEmpty();
        assertThat(filled.stages().getFirst().start()).isEqualTo(new PartialDate(2026, 2, 28));
        assertThat(DraftChecks.linesReversed(filled))
                .as("2026 begins after March 2024")
                .containsExactly(1);
    }

    @Test
    void spansFromTheFirstToTheLastDayNamed() {
        accepted(1, 0, new FindingData.Stage("发动", new PartialDate(2026, 6, 0), null));
        accepted(2, 0, new FindingData.Deadline(new PartialDate(2027, 2, 0), "总结", null));
        accepted(3, 0, new FindingData.Target("安装率", ">=", BigDecimal.TEN, "%", new PartialDate(2030, 1, 1)));

        assertThat(draft().firstDay()).isEqualTo("2026-06-01");
        assertThat(draft().lastDay()).isEqualTo("2027-02-28");
    }

    private CampaignDraft draft() {
        return DraftCampaign.of(findings, null, line -> paragraph.replace("%d", String.valueOf(line)));
    }

    private void accepted(int line, int start, FindingData data) {
        add(line, start, data, Decision.ACCEPTED);
    }

    private void add(int line, int start, FindingData data, Decision decision) {
        findings.add(new Finding(Ids.next(), new Passage(line, start, start + 2), data, data, decision, 0));
    }
}
