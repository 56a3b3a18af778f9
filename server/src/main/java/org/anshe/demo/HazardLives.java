package org.anshe.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.internal.AssignHazard;
import org.anshe.hazard.internal.ClimbLadder;
import org.anshe.hazard.internal.CloseHazard;
import org.anshe.hazard.internal.ConfirmHazard;
import org.anshe.hazard.internal.ElementChanges.Change;
import org.anshe.hazard.internal.HandBackHazard;
import org.anshe.hazard.internal.Judgement;
import org.anshe.hazard.internal.Judgement.Judge;
import org.anshe.hazard.internal.LookBackHazard;
import org.anshe.hazard.internal.RejectHazard;
import org.anshe.hazard.internal.ReportMajorHazard;
import org.anshe.hazard.internal.ReportMajorHazard.Contents;
import org.anshe.hazard.internal.ReturnRectification;
import org.anshe.hazard.internal.SubmitRectification;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of a hazard: most are put right in time, some late, some come back, a few are still open. */
@Component
class HazardLives {

    private static final List<String> RESULTS =
            List.of("已清理到位，现场恢复畅通", "已更换合格产品并登记", "已请专业人员检修，测试正常", "已拆除违规部分并恢复原状", "已补齐标识和器材", "已完成整改并对员工作了交底");
    private static final List<String> MEASURES =
            List.of("当日清理并落实专人每日查看", "更换不合格器材", "请有资质单位检修", "拆除私接线路，重新敷设", "补充配置并建立台账");
    private static final Change NOTHING = new Change(null, null, null, null, null, null, null);

    private final ConfirmHazard confirm;
    private final RejectHazard reject;
    private final AssignHazard assign;
    private final SubmitRectification submit;
    private final ReturnRectification giveBack;
    private final HandBackHazard handBack;
    private final CloseHazard close;
    private final ReportMajorHazard report;
    private final LookBackHazard lookBack;
    private final ClimbLadder ladder;
    private final Photographs photographs;

    HazardLives(
            ConfirmHazard confirm,
            RejectHazard reject,
            AssignHazard assign,
            SubmitRectification submit,
            ReturnRectification giveBack,
            HandBackHazard handBack,
            CloseHazard close,
            ReportMajorHazard report,
            LookBackHazard lookBack,
            ClimbLadder ladder,
            Photographs photographs) {
        this.confirm = confirm;
        this.reject = reject;
        this.assign = assign;
        this.submit = submit;
        this.giveBack = giveBack;
        this.handBack = handBack;
        this.close = close;
        this.report = report;
        this.lookBack = lookBack;
        this.ladder = ladder;
        this.photographs = photographs;
    }

    /** The people around one hazard. */
    record Cast(Caller judge, Caller closer, Caller owner, UUID unit, UUID otherUnit, Caller otherOwner) {}

    /** A hazard that has just been reported. */
    void begin(Story story, Dice dice, Cast cast, UUID id, HazardGrade grade, AreaKey area, int version) {
        Life life = new Life(story, dice, cast, id, grade, version);
        story.after(dice.hours(0.5, 7), life::judge);
    }

    /** A hazard that was put right when it was found: an independent person looks at it. */
    void beginFixed(Story story, Dice dice, Cast cast, UUID id, int version) {
        Life life = new Life(story, dice, cast, id, HazardGrade.GENERAL, version);
        story.after(dice.hours(2, 40), () -> life.close("现场核实，确已整改"));
    }

    private final class Life {

        private final Story story;
        private final Dice dice;
        private final Cast cast;
        private final UUID id;
        private final HazardGrade grade;
        private int version;
        private boolean handedBack;
        private int returns;
        private boolean submitted;

        Life(Story story, Dice dice, Cast cast, UUID id, HazardGrade grade, int version) {
            this.story = story;
            this.dice = dice;
            this.cast = cast;
            this.id = id;
            this.grade = grade;
            this.version = version;
        }

        void judge() {
            if (dice.chance(0.03)) {
                reject.reject(cast.judge().with("hazard.confirm"), id, version++, "复核后认定不构成隐患");
                return;
            }
            if (dice.chance(0.01)) {
                return;
            }
            confirm.confirm(cast.judge().with("hazard.confirm"), id, version++, grade, judgement(), null);
            if (grade == HazardGrade.MAJOR) {
                story.after(dice.hours(0.2, 0.4), this::reportMajor);
            }
            story.after(dice.hours(0.5, 6), this::assign);
        }

        private void reportMajor() {
            report.report(
                    cast.judge().with("hazard.report-major"),
                    id,
                    version++,
                    new Contents(
                            "区应急管理局",
                            WorkingCalendar.dayOf(story.now()),
                            "电话报告，书面材料随后",
                            "检查发现，长期未按规定维护",
                            "可能造成人员伤亡；需停用相关部位，整改难度较大",
                            "限期整改，整改期间停用并专人看护"));
        }

        /** Three people judge whether a hazard is a major one. */
        private @Nullable Judgement judgement() {
            return grade == HazardGrade.GENERAL
                    ? null
                    : new Judgement(
                            WorkingCalendar.dayOf(story.now()),
                            Set.of(),
                            List.of(
                                    new Judge(cast.judge().name(), "街道安监办"),
                                    new Judge("阮思源", "社区安全员"),
                                    new Judge("游立成", "注册安全工程师")),
                            "现场条件可能造成人员伤亡，一时难以消除，认定为重大隐患");
        }

        private void assign() {
            UUID unit = handedBack ? cast.otherUnit() : cast.unit();
            Caller owner = handedBack ? cast.otherOwner() : cast.owner();
            Change elements = new Change(
                    dice.pick(MEASURES), owner.person(), null, dice.chance(0.3), null, null, "整改期间安排专人看护，停用相关部位");
            Change funded = Boolean.TRUE.equals(elements.fundingNeeded())
                    ? new Change(
                            elements.measure(),
                            elements.responsibleId(),
                            null,
                            true,
                            BigDecimal.valueOf(dice.between(2, 60) * 100L),
                            "单位自筹",
                            elements.contingency())
                    : elements;
            assign.assign(cast.judge().with("hazard.assign"), id, version++, unit, null, funded, null);
            if (!handedBack && dice.chance(0.04)) {
                story.after(dice.hours(4, 30), this::handBack);
            } else {
                rectify();
            }
        }

        private void handBack() {
            handBack.handBack(cast.owner().with("hazard.rectify"), id, version++, "该部位由产权单位管理，不属本单位职责");
            handedBack = true;
            story.after(dice.hours(2, 20), this::assign);
        }

        /** Mostly within a week, one in eight late, a few never. */
        private void rectify() {
            int course = dice.weighted(86, 11, 3);
            if (course == 2) {
                climbWhileLate();
                return;
            }
            story.after(course == 0 ? dice.hours(12, 150) : dice.hours(260, 600), this::submit);
            if (course == 1) {
                climbWhileLate();
            }
        }

        /** What follows the breach comes at its time, as it would by the clock. */
        private void climbWhileLate() {
            for (int days : new int[] {6, 8, 10, 12, 15, 18, 22, 26, 31, 38, 45, 60}) {
                story.after(Duration.ofDays(days), () -> {
                    if (!submitted) {
                        version += ladder.climb(id);
                    }
                });
            }
        }

        private void submit() {
            submitted = true;
            Caller owner = (handedBack ? cast.otherOwner() : cast.owner()).with("hazard.rectify");
            UUID photo = photographs.after(owner, dice, story.now().toEpochMilli());
            submit.submit(owner, id, version++, dice.pick(RESULTS), List.of(photo), NOTHING);
            story.after(dice.hours(3, 60), this::inspect);
        }

        private void inspect() {
            if (returns == 0 && dice.chance(0.07)) {
                returns++;
                giveBack.giveBack(cast.closer().with("hazard.close"), id, version++, "现场仍有部分未整改到位", null, List.of());
                story.after(dice.hours(20, 90), this::submit);
            } else {
                close("复查合格");
            }
        }

        void close(String note) {
            close.close(cast.closer().with("hazard.close"), id, version++, note, List.of());
            if (grade == HazardGrade.MAJOR) {
                story.after(dice.hours(31 * 24, 40 * 24), this::lookBack);
            }
        }

        private void lookBack() {
            lookBack.lookBack(cast.closer().with("hazard.look-back"), id, version++, "回访现场，未见反弹", List.of());
        }
    }
}
