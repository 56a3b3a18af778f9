package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds printed periods: 每日, 每季度, 每两个月, 按月, 月例会, 一年两次. */
final class PeriodExpressions {

    private static final String COUNT = "[一二两三四五六七八九十]{1,2}|\\d{1,2}";
    private static final String UNIT =
            "个?工作日|日|天|晚上?|夜间?|早上?|晨|个?星期|个?周|礼拜|旬|半个?月|个?半月|个?月份?|个?季度|个?季|半年度?|年度?|个?学期|学年|个?小时";

    private static final String DATE =
            "(?:(?:\\d{1,2}月)?(?:\\d{1,2}[日号]|底|末)|\\d{1,2}(?=(?:[、和及]\\d{1,2}){1,4}[日号])|\\d{1,2}月)";
    private static final String CLOCK = "(?:\\d{1,2}(?:[时点]|:\\d{2})前?)";
    private static final String HOUR = "(?:早上|早晨|早间|中午|午间|下午|上午|傍晚|晚上|晚间|夜间|上班前|下班前|班前|班中|班后"
            + "|[\\p{IsHan}]{1,4}[前中后](?=[、和及各])|上(?=[、和及]?下午)|早|中|午|晚)";

    private static final Pattern PERIOD = Pattern.compile("每(?:逢)?(?:周|星期)([一二三四五六日天末])(?![次遍轮场期检报例查小讲调通至])"
            + "|每(?:隔)?(" + COUNT + ")?(" + UNIT + ")(?!期|前|年有余|边|刊|都有)"
            + "|(?:按|逐)(日|天|周|旬|月|季度?|半年|年度|学期)(?![历份计节龄期])"
            + "|(?<![\\d一二三四五六七八九十本当每0-9上下])(日|周|月|季度?|半年|年度)(?=(?:工作)?(?:例会|调度|通报|报告制|报表|报制|巡查制|零报告|研判会?|会商|点评|督查|考核通报)|小结|报(?![名告纸社送刊到备请批考销警])|检查制)"
            + "|(?<![\\d上下每第一二三四])(半年度?|季度|年度)(?=(?:进行|开展|组织|召开|集中)?(?:不少于|至少)?[一二两三四五六\\d]{1,2}次)"
            + "|(?<![\\d第])(一)(年|月|季度?|周|日|天)(?=[一二两三四五六七八九十\\d]{1,2}次)"
            + "|(?<![\\d第每十])(一|(?=半))(日|天|周|旬|月|季度?|半?年)(?=一(?![日天周旬月季年个])[\\p{IsHan}]{1,2})"
            + "|(?<![\\d第每十])([两二三四五])(年|个月|周|天)(?=一(?:次|轮|评|审|检|换|查))"
            + "|(?<![间相分阻])(隔|双)(周|月|(?<=隔)[日天年])(?![休薪层边])");
    private static final Pattern TIMES = Pattern.compile(
            "^[^,。;]{0,14}?(?:(?:不少于|至少|不低于|最少|不得少于|开展|组织|进行|安排|召开|检查|巡查|演练|报送|报告|完成|不少|各|举办|集中|少于|度)+)?(?<!第)(" + COUNT
                    + ")(?:次|遍|轮|场|回|期)");
    /** The period behind another with work of its own: 每日自查、每周检查两次. */
    private static final Pattern NEXT_PERIOD = Pattern.compile("^[^、,。;]{2,12}(、)每(?![个家名户人村])");

    private static final Pattern YEARLY_REPORT = Pattern.compile("(年度|半年度?|季度)[^,。;、]{0,8}(?:报告|总结|小结)");
    private static final Pattern REPORTED = Pattern.compile("报送|上报|并报|报(?:市|县|区|省|局|国务院|街道|办|至|到)|形成|提交");

    private static final Pattern ROUND = Pattern.compile(
            "(?<![次节假平近即作生往整全次同隔双数休末当每今明昨本上下\\d一二三四五六七八九十])(日|周|月|季|年)(?:检(?![察测验修举疫])|查|巡(?!视)|排查|清(?![明洁])|结|研判|调度|通报|评比|考核)");
    private static final Pattern PLAIN_ROUND = Pattern.compile("(?:^|[、和及])([日周旬月季年])(?=\\p{IsHan}{2})");
    private static final Pattern ROUNDS =
            Pattern.compile("(?<![\\d一二三四五六七八九十每本当节假上下今明])[日周旬月季年](?![期日底末初间])\\p{IsHan}{2,3}"
                    + "(?:[、和及][日周旬月季年](?![期日底末初间])\\p{IsHan}{2,3}){1,5}");

    /** Days, months, hours or seasons that share one period: 每月10日和25日, 每年3月、9月, 每日早、晚各一次, 每年春秋两季. */
    private static final Pattern LISTED_TIMES =
            Pattern.compile("^的?(?:" + DATE + "(?:之?前)?(?:[、和及]" + DATE + "){1,5}(?![日号]?(?:至|到|-|—))"
                    + "|(?:" + HOUR + "[、和及]?){2,4}各|" + CLOCK + "(?:[、和及]" + CLOCK + "){1,3}"
                    + "|[春夏秋冬][季天]?(?:[、和及][春夏秋冬][季天]?){1,3}|[春夏秋冬]{2,4}(?:[两三四]季|季?各)"
                    + "|(?:[上中下]旬?[、和及]?){2,3}(?:半[年月])?各)");

    private static final Pattern LISTED_TIME = Pattern.compile(DATE + "|" + CLOCK + "|" + HOUR + "|[春夏秋冬上中下](?!午)");

    private static final Pattern WEEKDAY = Pattern.compile("[一二三四五六日天]");
    private static final Pattern WEEKDAYS = Pattern.compile(
            "(?:[、和及,](?:每?(?:周|星期))?" + WEEKDAY + "(?![次遍轮场期检是要])){1,6}|[一二三四五六]{1,5}[五六日](?=[,、。晚上下早的开组])");

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
                every(matcher)
                        .ifPresent(every -> found.add(
                                new Period(matcher.start(), matcher.end(), every, times(text.plain(), matcher))));
            }
        }
        rounds(text, found);
        yearlyReports(text, found);
        return found;
    }

    /** 每天24小时值班 and a slogan in quotation marks are no duty's period. */
    private static boolean distributive(String plain, Matcher matcher) {
        int open = plain.lastIndexOf('“', matcher.start());
        if (open >= 0 && open < matcher.start() - 1 && plain.indexOf('”', open) > matcher.start()) {
            return true;
        }
        boolean broken =
                matcher.start() > 0 && plain.charAt(matcher.start() - 1) == '到' && plain.charAt(matcher.start()) == '每';
        String after = plain.substring(matcher.end(), Math.min(plain.length(), matcher.end() + 6));
        return broken || after.startsWith("24小时") || after.startsWith("二十四小时");
    }

    private static void yearlyReports(PlanText text, List<Period> found) {
        Matcher matcher = YEARLY_REPORT.matcher(text.plain());
        while (matcher.find()) {
            int from = Math.max(text.plain().lastIndexOf('。', matcher.start()) + 1, matcher.start() - 40);
            int stop = text.plain().indexOf('。', matcher.end());
            String around = text.plain().substring(from, stop < 0 ? text.length() : stop);
            int sentence = from;
            int sentenceEnd = stop < 0 ? text.length() : stop;
            boolean known =
                    found.stream().anyMatch(period -> period.start() >= sentence && period.start() < sentenceEnd);
            if (!known
                    && !text.inTitle(matcher.start())
                    && REPORTED.matcher(around).find()) {
                iso(matcher.group(1), 1)
                        .ifPresent(every -> found.add(new Period(matcher.start(), matcher.end(), every, 1)));
            }
        }
    }

    /** 日检、周检、月检 and 日管控、周排查、月调度: rounds named by their period, when at least two stand together. */
    private static void rounds(PlanText text, List<Period> found) {
        for (PlanText.Span sentence : text.sentences(true)) {
            List<Period> rounds = new ArrayList<>();
            Matcher series = ROUNDS.matcher(text.plain()).region(sentence.start(), sentence.end());
            series.useTransparentBounds(true);
            while (series.find()) {
                rounds(text, new PlanText.Span(series.start(), series.end()), PLAIN_ROUND, rounds);
            }
            if (rounds.isEmpty()) {
                rounds(text, sentence, ROUND, rounds);
            }
            if (rounds.stream().map(Period::every).distinct().count() > 1) {
                rounds.stream()
                        .filter(round -> found.stream()
                                .noneMatch(other -> other.start() <= round.start() && round.start() < other.end()))
                        .forEach(found::add);
            }
        }
    }

    private static void rounds(PlanText text, PlanText.Span within, Pattern round, List<Period> found) {
        Matcher matcher = round.matcher(text.plain()).region(within.start(), within.end());
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            iso(matcher.group(1), 1)
                    .ifPresent(every -> found.add(new Period(matcher.start(1), matcher.end(1), every, 1)));
        }
    }

    private static Optional<String> every(Matcher matcher) {
        if (matcher.group(1) != null) {
            return Optional.of("P1W");
        }
        if (matcher.group(3) != null) {
            int count = matcher.group(2) == null ? 1 : Numerals.small(matcher.group(2));
            return count < 1 ? Optional.empty() : iso(matcher.group(3), count);
        }
        if (matcher.group(11) != null) {
            return iso(matcher.group(12), Numerals.small(matcher.group(11)));
        }
        if (matcher.group(13) != null) {
            return iso(matcher.group(14), 2);
        }
        return Stream.of(4, 5, 6, 8, 10)
                .map(matcher::group)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(unit -> iso(unit, 1));
    }

    private static Optional<String> iso(String unit, int count) {
        String bare = unit.startsWith("个") ? unit.substring(1) : unit;
        return Optional.of(
                switch (bare) {
                    case "日", "天", "工作日", "晚", "晚上", "夜", "夜间", "早", "早上", "晨" -> "P" + count + "D";
                    case "星期", "周", "礼拜" -> "P" + count + "W";
                    case "旬" -> count == 1 ? "P1M" : "P" + 10 * count + "D";
                    case "半月", "半个月" -> count == 1 ? "P1M" : "P" + 15 * count + "D";
                    case "月", "月份" -> "P" + count + "M";
                    case "季度", "季" -> "P" + 3 * count + "M";
                    case "半年", "半年度", "学期" -> "P" + 6 * count + "M";
                    case "小时" -> "PT" + count + "H";
                    default -> "P" + count + "Y";
                });
    }

    /** How often the month holds a period shorter than it: 每旬 three times, 每半月 twice. */
    private static int perMonth(Matcher matcher) {
        String unit = Stream.of(3, 4)
                .map(matcher::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        boolean single = matcher.group(2) == null || Numerals.small(matcher.group(2)) == 1;
        return !single ? 1 : unit.equals("旬") ? 3 : unit.matches("个?半月|半个月") ? 2 : 1;
    }

    private static int times(String plain, Matcher matcher) {
        if (matcher.group(1) != null) {
            Matcher weekdays = WEEKDAYS.matcher(plain).region(matcher.end(), plain.length());
            return weekdays.lookingAt()
                    ? 1 + (int) WEEKDAY.matcher(weekdays.group()).results().count()
                    : 1;
        }
        return perMonth(matcher) * printedTimes(plain, matcher);
    }

    private static int printedTimes(String plain, Matcher matcher) {
        String after = plain.substring(matcher.end(), Math.min(plain.length(), matcher.end() + 30));
        Matcher listed = LISTED_TIMES.matcher(after);
        boolean each = listed.find();
        int shared = each ? (int) LISTED_TIME.matcher(listed.group()).results().count() : 1;
        Matcher next = NEXT_PERIOD.matcher(after);
        String own = next.find() ? after.substring(0, next.start(1)) : after;
        Matcher times = TIMES.matcher(each ? after.substring(listed.end()) : own);
        return times.find() ? shared * Math.max(1, Numerals.small(times.group(1))) : shared;
    }
}
