package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.anshe.campaign.internal.reading.PlanReading.WarningKind;
import org.junit.jupiter.api.Test;

class OutlineReaderTests {

    @Test
    void nestsTheCustomaryStyles() {
        assertThat(PlanFixtures.outline("一、总则", "(一)目标", "1.内容", "(1)细目", "①小项", "二、措施"))
                .containsExactly("1 一、 1", "2 (一) 2", "3 1. 3", "4 (1) 4", "5 ① 5", "6 二、 1");
    }

    @Test
    void startsAtLevelOneWithTheOutermostLabelPrinted() {
        assertThat(PlanFixtures.outline("前言。", "(一)目标。", "1.内容。", "(一)保障。"))
                .containsExactly("2 (一) 1", "3 1. 2", "4 (一) 1");
    }

    @Test
    void setsInlineItemsOneDeeperThanTheItemTheyStandIn() {
        assertThat(PlanFixtures.outline("(一)整治。一是排查;二是整改。三要总结。"))
                .containsExactly("1 (一) 1", "1 一是 2", "1 二是 2", "1 三要 2");
        assertThat(PlanFixtures.outline("一是排查隐患;二是整改。")).containsExactly("1 一是 1", "1 二是 1");
    }

    @Test
    void doesNotTakeOrdinaryWordsForItems() {
        assertThat(PlanFixtures.outline("落实三要素,统一是关键,第一是安全。")).isEmpty();
        assertThat(PlanFixtures.outline("2021年工作平稳。", "12.5万元专款。", "24家企业。", "1.5%的比例。"))
                .isEmpty();
    }

    @Test
    void holdsNumbersWithinPhasesAndResumesThemBesideTheLast() {
        assertThat(PlanFixtures.outline("四、步骤", "第一阶段:准备(4月)", "1、动员", "第二阶段:整治(5月)", "1、排查"))
                .containsExactly("1 四、 1", "2 第一阶段 2", "3 1、 3", "4 第二阶段 2", "5 1、 3");
        assertThat(PlanFixtures.outline("1.清理", "2.规范", "第一阶段:准备(4月)。", "第二阶段:整治(5月)。", "1.加强领导"))
                .containsExactly("1 1. 1", "2 2. 1", "3 第一阶段 1", "4 第二阶段 1", "5 1. 1");
    }

    @Test
    void keepsAnInvertedOrderWhenTheOuterSeriesGoesOn() {
        assertThat(PlanFixtures.outline("1.总则", "(一)目标", "(二)原则", "2.措施"))
                .containsExactly("1 1. 1", "2 (一) 2", "3 (二) 2", "4 2. 1");
    }

    @Test
    void readsDashesBulletsAndNumbersSetOffByABlank() {
        assertThat(PlanFixtures.outline("——隐患减少。", "一　指导思想", "1.1 范围")).containsExactly("1 —— 1", "2 一 1", "3 1.1 2");
    }

    @Test
    void skipsTheTableOfContents() {
        assertThat(PlanFixtures.outline("一、总则........1", "一、总则")).containsExactly("2 一、 1");
    }

    @Test
    void warnsOfNumbersLeftOutAndRepeated() {
        assertThat(PlanFixtures.warnings("(一)甲", "(三)乙")).containsExactly(WarningKind.NUMBERING_SKIPPED);
        assertThat(PlanFixtures.warnings("(一)甲", "(二)乙", "(二)丙")).containsExactly(WarningKind.NUMBERING_REPEATED);
        assertThat(PlanFixtures.warnings("(一)甲", "1.子", "2.丑", "(二)乙", "3.寅")).isEmpty();
    }

    @Test
    void startsAnewInAnAnnexAndBehindASignature() {
        assertThat(PlanFixtures.outline("四、保障", "(一)领导", "附件", "分工表", "1.修订制度"))
                .containsExactly("1 四、 1", "2 (一) 2", "5 1. 1");
        assertThat(PlanFixtures.outline("一、请报送", "2024年3月20日", "实施方案", "(一)目标")).containsExactly("1 一、 1", "4 (一) 1");
        assertThat(PlanFixtures.outline("一、任务", "附件:1.清单", "1.排查")).containsExactly("1 一、 1", "3 1. 2");
    }

    @Test
    void putsWhatFollowsTheLastPhaseBesideIt() {
        assertThat(PlanFixtures.outline("(一)动员部署(2024年6月)。召开会议。", "(二)集中整治(2024年7月至12月)。逐项销号。", "1、提高认识。", "2、压实责任。"))
                .containsExactly("1 (一) 1", "2 (二) 1", "3 1、 1", "4 2、 1");
        assertThat(PlanFixtures.outline("四、步骤", "(一)动员(6月)。召开会议。", "(二)整治(7月)。逐项销号。", "1、排查。"))
                .containsExactly("1 四、 1", "2 (一) 2", "3 (二) 2", "4 1、 3");
    }

    @Test
    void readsFormalAndEnclosedNumerals() {
        assertThat(PlanFixtures.outline("壹、总则", "㈠目标", "⒈任务", "⑴排查", "⑵整改", "貳、保障"))
                .containsExactly("1 壹、 1", "2 ㈠ 2", "3 ⒈ 3", "4 ⑴ 4", "5 ⑵ 4", "6 貳、 1");
    }

    @Test
    void readsOrdinalsThatBeginParagraphsAndWhatRunsOnInThem() {
        assertThat(PlanFixtures.outline("第一，把底数摸清。首先，摸清人；其次，摸清水。", "第二，把水边管好。", "第三、把巡查做实。"))
                .containsExactly("1 第一 1", "1 首先 2", "1 其次 2", "2 第二 1", "3 第三 1");
        assertThat(PlanFixtures.outline("(一)任务", "第一,排查。第二,整改。")).containsExactly("1 (一) 1", "2 第一 2", "2 第二 2");
        assertThat(PlanFixtures.outline("第一责任人是厂长。", "第二天上报。")).isEmpty();
    }

    @Test
    void takesNoLabelFromASentenceThatListsSteps() {
        assertThat(PlanFixtures.outline("四、步骤", "第一步部署,第二步排查,具体为:", "1、部署阶段")).containsExactly("1 四、 1", "3 1、 2");
    }
}
