package org.anshe.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.enforcement.CaseOutcome;
import org.anshe.enforcement.JointActionKind;
import org.anshe.enforcement.internal.AnswerInvitation;
import org.anshe.enforcement.internal.ConcludeCase;
import org.anshe.enforcement.internal.GiveFeedback;
import org.anshe.enforcement.internal.HoldJointAction;
import org.anshe.enforcement.internal.JointActionContent;
import org.anshe.enforcement.internal.OpenCase;
import org.anshe.enforcement.internal.PlanJointAction;
import org.anshe.enforcement.internal.TransferCase;
import org.anshe.identity.People;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A few joint actions and cases, each in another state. */
@Component
class BuildEnforcement {

    private final PlanJointAction planning;
    private final AnswerInvitation answering;
    private final HoldJointAction holding;
    private final GiveFeedback feedback;
    private final OpenCase opening;
    private final TransferCase transferring;
    private final ConcludeCase concluding;
    private final People people;
    private final DemonstrationClock clock;

    BuildEnforcement(
            PlanJointAction planning,
            AnswerInvitation answering,
            HoldJointAction holding,
            GiveFeedback feedback,
            OpenCase opening,
            TransferCase transferring,
            ConcludeCase concluding,
            People people,
            DemonstrationClock clock) {
        this.planning = planning;
        this.answering = answering;
        this.holding = holding;
        this.feedback = feedback;
        this.opening = opening;
        this.transferring = transferring;
        this.concluding = concluding;
        this.people = people;
        this.clock = clock;
    }

    void build(Street street, Dice dice, Instant end) {
        UUID market = street.departments().getOrDefault("market", street.office());
        UUID urban = street.departments().getOrDefault("urban", street.office());
        Caller officer = people.callerOf(street.officers().getFirst());
        if (market.equals(street.office()) || urban.equals(street.office())) {
            return;
        }
        Caller seller = handler(street, market);
        try {
            UUID gas = action(street, dice, officer, Set.of(market, urban), "餐饮场所用气安全联合执法", end, 40);
            answering.agree(officer, gas, 0, market);
            hold(street, officer, gas, 1, market, "检查餐饮场所18家，收缴不合格软管与调压阀7套，发现违法储存液化石油气1起。");
            UUID stored = found(street, dice, officer, "未取得许可储存、分装液化石油气", "《城镇燃气管理条例》第十五条", "某气瓶存放点", gas);
            feedback.ask(officer, gas, 2, null);
            at(end, 37);
            feedback.give(seller, gas, 3, market, "对1家门店立案，责令更换连接软管，已复查。");
            feedback.conclude(officer, gas, 4, "发现问题均已移交责任单位，违法储存行为已移送市场监管部门查处。", null);
            transferring.transfer(officer, stored, 0, market, "属市场监管部门职责");
            at(end, 35);
            transferring.accept(seller, stored, 1, "已立案");
            at(end, 20);
            concluding.conclude(
                    seller,
                    stored,
                    2,
                    new ConcludeCase.Outcome(
                            today(),
                            Set.of(CaseOutcome.FINED, CaseOutcome.CONFISCATED),
                            new BigDecimal("20000"),
                            "没收气瓶23只。"));
            concluding.expose(seller, stored, 3, today(), "街道公众号和社区公示栏");

            UUID fire = action(street, dice, officer, Set.of(market, urban), "电动自行车违规停放充电联合执法", end, 4);
            answering.agree(officer, fire, 0, market);
            hold(street, officer, fire, 1, market, "清理楼道违规停放电动自行车34辆，查处改装锂电池门店1家。");
            UUID battery = found(street, dice, officer, "销售拼改装锂电池", "《产品质量法》第四十九条", "某电动车维修店", fire);
            feedback.ask(officer, fire, 2, null);
            at(end, 3);
            transferring.transfer(officer, battery, 0, market, "产品质量由市场监管部门查处");

            meeting(street, dice, officer, Set.of(market, urban), end);
            at(end, 9);
            UUID refused = found(street, dice, officer, "占用消防车通道搭建围挡", "《消防法》第二十八条", "某仓储店", null);
            transferring.transfer(officer, refused, 0, market, "请依法查处");
            at(end, 7);
            transferring.refuse(seller, refused, 1, "占道搭建不属市场监管职责，建议移送综合执法部门。");
        } finally {
            clock.release();
        }
    }

    private void meeting(Street street, Dice dice, Caller officer, Set<UUID> units, Instant end) {
        at(end, 1);
        LocalDate day = today().plusDays(6);
        planning.plan(
                officer,
                dice.id(clock.millis()),
                new JointActionContent(
                        JointActionKind.MEETING,
                        "建筑工地安全联席会议",
                        "通报上月检查情况，部署冬季施工防火。",
                        street.key(),
                        street.office(),
                        day,
                        day,
                        units,
                        List.of(new JointActionContent.Place(null, "街道三楼会议室"))));
    }

    private UUID action(
            Street street, Dice dice, Caller officer, Set<UUID> units, String title, Instant end, int daysAgo) {
        at(end, daysAgo);
        UUID id = dice.id(clock.millis());
        planning.plan(
                officer,
                id,
                new JointActionContent(
                        JointActionKind.ENFORCEMENT,
                        title,
                        "集中检查，现场交办，涉嫌违法的当场取证。",
                        street.key(),
                        street.office(),
                        today(),
                        today(),
                        units,
                        List.of(new JointActionContent.Place(null, "沿街门店"))));
        return id;
    }

    private void hold(Street street, Caller officer, UUID id, int version, UUID partner, String summary) {
        holding.hold(
                officer,
                id,
                version,
                today(),
                summary,
                List.of(
                        new HoldJointAction.Present(street.office(), 4, null),
                        new HoldJointAction.Present(partner, 3, null)),
                List.of());
    }

    private UUID found(
            Street street, Dice dice, Caller officer, String act, String clause, String party, @Nullable UUID action) {
        UUID id = dice.id(clock.millis());
        AreaKey area = street.communities().getFirst();
        opening.open(
                officer,
                new OpenCase.Found(
                        id,
                        area,
                        act.contains("石油气") ? "gas" : "fire",
                        act,
                        clause,
                        null,
                        null,
                        party,
                        today(),
                        null,
                        action));
        return id;
    }

    private Caller handler(Street street, UUID unit) {
        return people.callerOf(
                street.handlers().getOrDefault(unit, street.officers().getLast()));
    }

    private void at(Instant end, int daysAgo) {
        clock.hold(end.minus(Duration.ofDays(daysAgo)));
    }

    private LocalDate today() {
        return WorkingCalendar.dayOf(clock.instant());
    }
}
