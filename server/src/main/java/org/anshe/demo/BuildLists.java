package org.anshe.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignView;
import org.anshe.campaign.internal.ShowCampaign;
import org.anshe.campaign.internal.lists.FreezeList;
import org.anshe.campaign.internal.lists.KeepEntries;
import org.anshe.campaign.internal.lists.KeepList;
import org.anshe.campaign.internal.measures.DraftMeasure;
import org.anshe.campaign.internal.measures.EndMeasure;
import org.anshe.campaign.internal.measures.IssueMeasure;
import org.anshe.campaign.internal.measures.MeasureKind;
import org.anshe.campaign.internal.measures.ReviseMeasure;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.Caller;
import org.anshe.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of the main kinds, and measures in every state of their life. */
@Component
class BuildLists {

    private static final UUID WITH_MEASURES = UUID.fromString("0197c000-0000-7000-8000-000000000001");
    private static final UUID WITH_RESPONSIBILITY = UUID.fromString("0197c000-0000-7000-8000-000000000002");
    private static final UUID WITH_RECTIFICATION = UUID.fromString("0197c000-0000-7000-8000-000000000003");
    private static final UUID THREE = UUID.fromString("0197c000-0000-7000-8000-000000000004");
    private static final UUID FIVE = UUID.fromString("0197c000-0000-7000-8000-000000000006");

    private final ShowCampaign campaigns;
    private final KeepList lists;
    private final KeepEntries entries;
    private final FreezeList freezing;
    private final DraftMeasure drafting;
    private final IssueMeasure issuing;
    private final ReviseMeasure revising;
    private final EndMeasure ending;
    private final DemonstrationClock clock;

    BuildLists(
            ShowCampaign campaigns,
            KeepList lists,
            KeepEntries entries,
            FreezeList freezing,
            DraftMeasure drafting,
            IssueMeasure issuing,
            ReviseMeasure revising,
            EndMeasure ending,
            DemonstrationClock clock) {
        this.campaigns = campaigns;
        this.lists = lists;
        this.entries = entries;
        this.freezing = freezing;
        this.drafting = drafting;
        this.issuing = issuing;
        this.revising = revising;
        this.ending = ending;
        this.clock = clock;
    }

    void build(Street street, Caller officer, Dice dice, LocalDate first, Instant end) {
        try {
            clock.hold(morning(first.plusDays(20)));
            List<CampaignView.Listed> running = campaigns
                    .list(officer.with("campaign.view"), null, null, false, PageRequest.first(1))
                    .items();
            UUID campaign = running.isEmpty() ? null : running.getFirst().id();
            UUID two =
                    list(street, officer, dice, WITH_MEASURES, "燃气和消防安全“两个清单”", campaign, first, Set.of("gas", "fire"));
            UUID responsibility = list(
                    street, officer, dice, WITH_RESPONSIBILITY, "建筑工地问题隐患和整改责任清单", null, first, Set.of("construction"));
            UUID rectification = list(
                    street, officer, dice, WITH_RECTIFICATION, "用电安全问题隐患和整改措施清单", null, first, Set.of("electricity"));
            UUID three = list(street, officer, dice, THREE, "消防隐患、整改、责任三个清单", null, first, Set.of("fire"));
            risks(street, officer, dice, first);
            measures(street, officer, dice, two, first);
            clock.hold(end);
            for (UUID list : List.of(two, responsibility, rectification, three)) {
                freezing.freeze(officer.with("list.manage"), list, "截至" + WorkingCalendar.dayOf(end), null);
            }
        } finally {
            clock.release();
        }
    }

    private UUID list(
            Street street,
            Caller officer,
            Dice dice,
            UUID kind,
            String title,
            @Nullable UUID campaign,
            LocalDate first,
            Set<String> domains) {
        UUID id = dice.id(clock.instant().toEpochMilli());
        lists.create(
                officer.with("list.manage"),
                id,
                kind,
                street.key(),
                campaign,
                new KeepList.Facts(title, street.office(), first, null, true, domains, null));
        return id;
    }

    /** Two major risks with their five lists, one of them frozen before its controls were added to. */
    private void risks(Street street, Caller officer, Dice dice, LocalDate first) {
        UUID list = list(street, officer, dice, FIVE, "重大安全风险“五个清单”", null, first, Set.of());
        UUID gas = entry(
                officer,
                dice,
                list,
                "basic",
                null,
                Map.of(
                        "name",
                        "瓶装液化气集中使用",
                        "place",
                        "沿街餐饮店铺",
                        "description",
                        "后厨同时存放多只气瓶，软管老化，通风不足",
                        "consequence",
                        "泄漏后爆燃，波及同楼住户",
                        "grade",
                        "重大",
                        "identified",
                        first.plusDays(5).toString()));
        UUID shed = entry(
                officer,
                dice,
                list,
                "basic",
                null,
                Map.of(
                        "name",
                        "彩钢板房连片",
                        "place",
                        "工地临时宿舍区",
                        "description",
                        "芯材可燃，电线沿墙敷设",
                        "consequence",
                        "起火后蔓延快，人员来不及疏散",
                        "grade",
                        "重大"));
        entry(
                officer,
                dice,
                list,
                "duty",
                gas,
                Map.of("unit", "市场监管所", "person", "经办人甲", "content", "每月到店检查一次，督促更换软管"));
        entry(officer, dice, list, "duty", shed, Map.of("unit", "建设管理所", "person", "经办人乙", "content", "逐间登记，限期拆除"));
        entry(
                officer,
                dice,
                list,
                "control",
                gas,
                Map.of("measure", "安装泄漏报警和自动切断装置", "category", "工程技术", "unit", "各店铺"));
        entry(
                officer,
                dice,
                list,
                "monitoring",
                gas,
                Map.of("item", "可燃气体浓度", "way", "固定探测器", "frequency", "连续", "threshold", "20%LEL", "person", "店主"));
        entry(
                officer,
                dice,
                list,
                "emergency",
                gas,
                Map.of("scene", "后厨闻到燃气味", "action", "关闭角阀，开窗，撤离人员后在室外报警", "plan", "街道燃气事故应急预案"));
        freezing.freeze(officer.with("list.manage"), list, "首次辨识", null);
        clock.hold(clock.instant().plus(Duration.ofDays(30)));
        entry(officer, dice, list, "control", shed, Map.of("measure", "拆除内侧隔断，增设第二出口", "category", "工程技术"));
        freezing.freeze(officer.with("list.manage"), list, "一个月后复核", null);
    }

    private UUID entry(
            Caller officer, Dice dice, UUID list, String part, @Nullable UUID about, Map<String, String> cells) {
        UUID id = dice.id(clock.instant().toEpochMilli());
        entries.put(officer.with("list.fill"), list, part, id, 0, about, cells);
        return id;
    }

    private void measures(Street street, Caller officer, Dice dice, UUID list, LocalDate first) {
        clock.hold(morning(first.plusDays(40)));
        UUID inForce = measure(street, officer, dice, list, "瓶装液化气入户安全检查制度", MeasureKind.INSTITUTION, "gas");
        issue(officer, inForce, 0, "青街安〔%d〕3号", first.plusDays(41));
        UUID revised = measure(street, officer, dice, list, "九小场所消防安全承诺办法", MeasureKind.RULES, "fire");
        issue(officer, revised, 0, "青街安〔%d〕4号", first.plusDays(42));
        clock.hold(morning(first.plusDays(90)));
        revising.begin(officer.with("measure.draft"), revised, 1, "增加电动自行车停放和充电的承诺内容");
        issue(officer, revised, 2, "青街安〔%d〕9号", first.plusDays(92));
        revising.begin(officer.with("measure.draft"), inForce, 1, "根据检查情况增加居民自查一节");
        UUID old = measure(street, officer, dice, null, "建筑工地夜间施工审批规定", MeasureKind.RULES, "construction");
        issue(officer, old, 0, "青街安〔%d〕5号", first.plusDays(91));
        clock.hold(morning(first.plusDays(130)));
        ending.abolish(officer.with("measure.issue"), old, 1, first.plusDays(130), "审批权限已上收，由区级部门办理");
        measure(street, officer, dice, list, "疏散通道定期清理制度", MeasureKind.INSTITUTION, "fire");
    }

    private UUID measure(
            Street street,
            Caller officer,
            Dice dice,
            @Nullable UUID list,
            String title,
            MeasureKind kind,
            String domain) {
        UUID id = dice.id(clock.instant().toEpochMilli());
        String body = "第一条 为加强本街道安全管理，根据检查发现的共性问题，制定本规定。\n第二条 责任单位每月自查一次，留存记录。\n第三条 社区每季度抽查，发现问题按隐患闭环办理。";
        drafting.begin(
                officer.with("measure.draft"),
                id,
                street.key(),
                new DraftMeasure.Draft(title, kind, domain, street.office(), list, body, null, Set.of(), List.of()),
                Map.of());
        return id;
    }

    private void issue(Caller officer, UUID id, int version, String number, LocalDate on) {
        issuing.issue(officer.with("measure.issue"), id, version, number.formatted(on.getYear()), on, on.plusDays(10));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 30).atZone(WorkingCalendar.OFFICE).toInstant();
    }
}
