package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds printed periods: 每日, 每季度, 每两个月, 按月, 月例会, 一年两次. */
final class PeriodExpressions {

    private static final String COUNT = "[一二两三四五六七八九十]{1,2}|\\d{1,2}";
    private static final String UNIT = "个?工作日|日|天|个?星期|个?周|礼拜|旬|个?半月|个?月份?|个?季度|个?季|半年度?|年度?|个?学期|学年|个?小时";

    private static final Pattern PERIOD = Pattern.compile("每(?:隔)?(" + COUNT + ")?(" + UNIT + ")(?!期|前|年有余|边|刊)"
            + "|每(?:逢)?(?:周|星期)([一二三四五六日天末])"
            + "|(?:按|逐)(日|天|周|旬|月|季度?|半年|年度|学期)(?![历份计])"
            + "|(?<![\\d一二三四五六七八九十本当每0-9上下])(日|周|月|季度?|半年|年度)(?=(?:工作)?(?:例会|调度|通报|报告制|报表|报制|巡查制|零报告|研判会?|会商|点评|督查|考核通报)|小结|报(?![名告纸社送刊到备请批考销警])|检查制)"
            + "|(?<![\\d第])(一)(年|月|季度?|周|日|天)(?=[一二两三四五六七八九十\\d]{1,2}次)");
    private static final Pattern TIMES =
            Pattern.compile("^[^,。;]{0,14}?(?:(?:不少于|至少|不低于|最少|不得少于|开展|组织|进行|安排|召开|检查|巡查|演练|报送|报告|完成|不少|各|举办|集中|少于|度)+)?("
                    + COUNT + ")(?:次|遍|轮|场|回|期)");
    private static final Pattern YEARLY_REPORT = Pattern.compile("(年度|半年度?|季度)[^,。;、]{0,8}(?:报告|总结|小结)");
    private static final Pattern REPORTED = Pattern.compile("报送|上报|并报|报(?:市|县|区|省|局|国务院|街道|办|至|到)|形成|提交");

    private PeriodExpressions() {}

    /**
     * A printed period.
     *
     * @param every ISO 8601 duration
     * @param times how often within it
     */
    record Period(int start, int end, String every, int times) {}

    static List<Period> in(PlanText text) {
        List<Period> found = new ArrayList<>();
        Matcher matcher = PERIOD.matcher(text.plain());
        while (matcher.find()) {
            if (!text.inTitle(matcher.start()) && !distributive(text.plain(), matcher)) {
                every(matcher).ifPresent(every ->
                        found.add(new Period(matcher.start(), matcher.end(), every, times(text.plain(), matcher))));
            }
        }
        yearlyReports(text, found);
        return found;
    }

    /** 每天24小时值班 and a slogan in quotation marks are no duty's period. */
    private static boolean distributive(String plain, Matcher matcher) {
        int open = plain.lastIndexOf('“', matcher.start());
        if (open >= 0 && open < matcher.start() - 1 && plain.indexOf('”', open) > matcher.start()) {
            return true;
        }
        String after = plain.substring(matcher.end(), Math.min(plain.length(), matcher.end() + 6));
        return after.startsWith("24小时") || after.startsWith("二十四小时");
    }

    private static void yearlyReports(PlanText text, List<Period> found) {
        Matcher matcher = YEARLY_REPORT.matcher(text.plain());
        while (matcher.find()) {
            int from = Math.max(text.plain().lastIndexOf('。', matcher.start()) + 1, matcher.start() - 40);
            int stop = text.plain().indexOf('。', matcher.end());
            String around = text.plain().substring(from, stop < 0 ? text.length() : stop);
            boolean known = found.stream().anyMatch(period -> Math.abs(period.start() - matcher.start()) < 12);
            if (!known && !text.inTitle(matcher.start()) && REPORTED.matcher(around).find()) {
                iso(matcher.group(1), 1)
                        .ifPresent(every -> found.add(new Period(matcher.start(), matcher.end(), every, 1)));
            }
        }
    }

    private static Optional<String> every(Matcher matcher) {
        if (matcher.group(2) != null) {
            int count = matcher.group(1) == null ? 1 : Numerals.small(matcher.group(1));
            return count < 1 ? Optional.empty() : iso(matcher.group(2), count);
        }
        if (matcher.group(3) != null) {
            return Optional.of("P1W");
        }
        String unit = matcher.group(4) != null
                ? matcher.group(4)
                : matcher.group(5) != null ? matcher.group(5) : matcher.group(7);
        return iso(unit, 1);
    }

    private static Optional<String> iso(String unit, int count) {
        String bare = unit.startsWith("个") ? unit.substring(1) : unit;
        return Optional.of(
                switch (bare) {
                    case "日", "天", "工作日" -> "P" + count + "D";
                    case "星期", "周", "礼拜" -> "P" + count + "W";
                    case "旬" -> "P" + 10 * count + "D";
                    case "半月" -> "P" + 15 * count + "D";
                    case "月", "月份" -> "P" + count + "M";
                    case "季度", "季" -> "P" + 3 * count + "M";
                    case "半年", "半年度", "学期" -> "P" + 6 * count + "M";
                    case "小时" -> "PT" + count + "H";
                    default -> "P" + count + "Y";
                });
    }

    private static int times(String plain, Matcher matcher) {
        Matcher times = TIMES.matcher(plain.substring(matcher.end(), Math.min(plain.length(), matcher.end() + 30)));
        if (!times.find()) {
            return 1;
        }
        return Math.max(1, Numerals.small(times.group(1)));
    }
}
