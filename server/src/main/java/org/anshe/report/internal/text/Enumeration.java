package org.anshe.report.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Lists within running text and Chinese ordinals. */
public final class Enumeration {

    private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final int TEN = 10;

    private Enumeration() {}

    /**
     * A claim with its facts: 组织网络健全。成立领导小组1个。
     *
     * @param claim printed before the facts, without its full stop; empty for none
     */
    public record Item(String claim, List<Sentence> facts) {

        public static Item of(String claim, Sentence... facts) {
            return new Item(claim, List.of(facts));
        }
    }

    /** 一是…二是…: items without a known fact drop out, the rest is numbered; a single one stands without number. */
    public static List<TextRun> numbered(List<Item> items) {
        List<Item> known = items.stream()
                .filter(item -> item.facts().stream().anyMatch(Sentence::known))
                .toList();
        List<TextRun> runs = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Item item = known.get(i);
            String number = known.size() == 1 ? "" : chinese(i + 1) + "是";
            runs.add(TextRun.words(number + (item.claim().isEmpty() ? "" : item.claim() + "。")));
            item.facts().forEach(fact -> runs.addAll(fact.runs()));
        }
        return Sentence.merged(
                runs.stream().filter(run -> !run.text().isEmpty()).toList());
    }

    /** 1 to 99 in Chinese: 一, 十, 二十一. */
    public static String chinese(int number) {
        if (number < 1 || number >= TEN * TEN) {
            throw new IllegalArgumentException("1 to 99: " + number);
        }
        if (number < TEN) {
            return DIGITS[number];
        }
        String tens = number / TEN == 1 ? "十" : DIGITS[number / TEN] + "十";
        return number % TEN == 0 ? tens : tens + DIGITS[number % TEN];
    }
}
