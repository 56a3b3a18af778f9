package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items that run on within a paragraph: 一是…;二是…, 一要…, 首先…其次…. */
final class InlineItems {

    private static final Pattern MARK = Pattern.compile("([一二三四五六七八九十]{1,2})(是|要)(?![素点件领])"
            + "|(首先|(?:其次|再次|最后)(?=[,要是]))|(第[一二三四五六七八九十]{1,2}|其[一二三四五六七八九十])(?=[,、:])");
    private static final List<String> ORDER = List.of("首先", "其次", "再次", "最后");
    private static final String BEFORE = "。;,:!?)、\t—”";

    private InlineItems() {}

    /** Where an item's mark stands and where its text begins. */
    record Inline(int start, int end, int value) {}

    static List<Inline> in(PlanText text, int from) {
        List<Inline> found = new ArrayList<>();
        Matcher matcher = MARK.matcher(text.plain());
        int expected = 1;
        for (int at = from; matcher.find(at); at = matcher.end()) {
            int start = matcher.start();
            char before = start == from ? '。' : text.plain().charAt(start - 1);
            int value = value(matcher);
            boolean inTurn = value == expected && expected > 1 && "是".equals(matcher.group(2));
            boolean atBoundary = BEFORE.indexOf(before) >= 0 || inTurn && "第十之万不".indexOf(before) < 0;
            if (atBoundary && !text.inTitle(start) && belongs(matcher, value, expected, before == '。')) {
                found.add(new Inline(start, matcher.end(), value));
                expected = value + 1;
            }
        }
        return loneOrdinal(found, text, from) ? List.of() : found;
    }

    /** 一是 counts wherever it stands, 二要 at the start of a sentence; weaker marks only in their turn. */
    private static boolean belongs(Matcher matcher, int value, int expected, boolean first) {
        if (matcher.group(2) != null) {
            return "是".equals(matcher.group(2)) || value == expected || first;
        }
        if (matcher.group(3) != null && first && matcher.start() == 0) {
            return true;
        }
        return value == expected || (matcher.group(3) != null && value >= expected && expected > 1);
    }

    private static int value(Matcher matcher) {
        if (matcher.group(1) != null) {
            return Numerals.small(matcher.group(1));
        }
        if (matcher.group(3) != null) {
            return ORDER.indexOf(matcher.group(3)) + 1;
        }
        return Numerals.small(matcher.group(4).substring(1));
    }

    /** A single 第一, or 首先 within a paragraph opens no list. */
    private static boolean loneOrdinal(List<Inline> found, PlanText text, int from) {
        return found.size() == 1
                && found.getFirst().start() > from
                && "第其首".indexOf(text.plain().charAt(found.getFirst().start())) >= 0;
    }
}
