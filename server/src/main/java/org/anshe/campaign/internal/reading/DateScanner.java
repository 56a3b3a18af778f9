package org.anshe.campaign.internal.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.DatePoint.Part;
import org.anshe.campaign.internal.reading.DatePoint.YearKind;

/** Reads single dates out of plain text. Every pattern is bounded, so that scanning stays linear. */
final class DateScanner {

    private static final String DAY_NUMBER = "\\d{1,2}|[二三]?十[一二三四五六七八九]|[二三]?十|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九]";

    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2}|[二一][〇零九][〇零一二三四五六七八九]{2})年(?:度|全年)?"
            + "|(20[\\dxX*×_Oo〇?]{0,2}|[xX*×_〇]{2,4})年(?:度|全年)?(?!以来)"
            + "|(今年|本年度?|当年|明年|次年|翌年|来年|去年|上年|前年)");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?|第?([一二三四1-4])季度|([上下])半年");
    private static final Pattern DAY = Pattern.compile("(" + DAY_NUMBER + ")[日号]");
    private static final Pattern PART = Pattern.compile(
            "(上中旬|中上旬|中下旬|上旬|中旬|下旬|月?底(?![层部座数线])|月?末(?![端梢])|初(?![中级步期始级一二三])|中(?=[,、。])|内(?!部|容|涝|设|外))");
    private static final Pattern DOTTED =
            Pattern.compile("((?:19|20)\\d{2})([.\\-/])(\\d{1,2})(?:\\2(\\d{1,2}))?(?![\\d.])");
    private static final Pattern BARE_YEAR_END = Pattern.compile("年(底|末|内|终(?=前))(?![部容外])");

    private final String plain;

    DateScanner(String plain) {
        this.plain = plain;
    }

    /** The date that begins exactly here. */
    Optional<DatePoint> at(int index) {
        Matcher dotted = from(DOTTED, index);
        if (dotted.lookingAt()) {
            return dotted(dotted, index);
        }
        Matcher year = from(YEAR, index);
        if (year.lookingAt()) {
            return afterYear(index, year);
        }
        Matcher bare = from(BARE_YEAR_END, index);
        if (bare.lookingAt()) {
            return Optional.of(new DatePoint(index, bare.end(), YearKind.NONE, 0, 0, 0, 0, Part.END));
        }
        return month(index, index, YearKind.NONE, 0);
    }

    /** A day alone, as in 5月1日至15日, in the month of the date before it. */
    Optional<DatePoint> dayAfter(int index, DatePoint month) {
        Matcher day = from(DAY, index);
        if (!day.lookingAt() || month.fromMonth() == 0) {
            return Optional.empty();
        }
        int number = Numerals.small(day.group(1));
        return number < 1 || number > 31
                ? Optional.empty()
                : Optional.of(new DatePoint(
                        index, day.end(), YearKind.NONE, 0, month.fromMonth(), month.fromMonth(), number, Part.WHOLE));
    }

    /** 中旬 alone, as in 3月上旬至中旬. */
    Optional<DatePoint> partAfter(int index, DatePoint month) {
        Matcher part = from(PART, index);
        if (!part.lookingAt() || month.fromMonth() == 0 || "内中".contains(part.group(1))) {
            return Optional.empty();
        }
        int number = month.fromMonth();
        return Optional.of(new DatePoint(index, part.end(), YearKind.NONE, 0, number, number, 0, part(part.group(1))));
    }

    private Optional<DatePoint> afterYear(int start, Matcher year) {
        int at = year.end();
        YearKind kind = kind(year);
        int number = kind == YearKind.PRINTED ? Numerals.small(year.group(1)) : 0;
        Optional<DatePoint> month = month(start, at, kind, number);
        if (month.isPresent()) {
            return month;
        }
        if (kind == YearKind.MASKED && year.group(2).matches("20\\d?")) {
            return Optional.empty();
        }
        Matcher part = from(PART, at);
        if (part.lookingAt()) {
            Part found = part(part.group(1));
            return Optional.of(new DatePoint(start, part.end(), kind, number, 0, 0, 0, found));
        }
        Matcher yearEnd = from(BARE_YEAR_END, at);
        int end = yearEnd.lookingAt() ? yearEnd.end() : at;
        return Optional.of(new DatePoint(start, end, kind, number, 0, 0, 0, end > at ? Part.END : Part.WHOLE));
    }

    private static YearKind kind(Matcher year) {
        if (year.group(1) != null) {
            return YearKind.PRINTED;
        }
        if (year.group(2) != null) {
            return YearKind.MASKED;
        }
        return switch (year.group(3)) {
            case "明年", "次年", "翌年", "来年" -> YearKind.NEXT;
            case "去年", "上年", "前年" -> YearKind.LAST;
            default -> YearKind.THIS;
        };
    }

    private Optional<DatePoint> month(int start, int at, YearKind kind, int year) {
        Matcher month = from(MONTH, at);
        if (!month.lookingAt()) {
            return Optional.empty();
        }
        int fromMonth = firstMonth(month);
        int toMonth = lastMonth(month, fromMonth);
        if (fromMonth < 1 || toMonth > 12) {
            return Optional.empty();
        }
        Matcher day = from(DAY, month.end());
        if (month.group(1) != null && day.lookingAt()) {
            int number = Numerals.small(day.group(1));
            return number < 1 || number > 31
                    ? Optional.empty()
                    : Optional.of(new DatePoint(start, day.end(), kind, year, fromMonth, toMonth, number, Part.WHOLE));
        }
        Matcher part = from(PART, month.end());
        boolean parted = part.lookingAt();
        return Optional.of(new DatePoint(
                start,
                parted ? part.end() : month.end(),
                kind,
                year,
                fromMonth,
                toMonth,
                0,
                parted ? part(part.group(1)) : Part.WHOLE));
    }

    private static int firstMonth(Matcher month) {
        if (month.group(1) != null) {
            return Numerals.small(month.group(1));
        }
        if (month.group(2) != null) {
            return Numerals.small(month.group(2)) * 3 - 2;
        }
        return "上".equals(month.group(3)) ? 1 : 7;
    }

    private static int lastMonth(Matcher month, int first) {
        if (month.group(1) != null) {
            return first;
        }
        return month.group(2) != null ? first + 2 : first + 5;
    }

    private Optional<DatePoint> dotted(Matcher dotted, int start) {
        int month = Numerals.small(dotted.group(3));
        int day = dotted.group(4) == null ? 0 : Numerals.small(dotted.group(4));
        if (month < 1 || month > 12 || day > 31) {
            return Optional.empty();
        }
        int year = Numerals.small(dotted.group(1));
        return Optional.of(new DatePoint(start, dotted.end(), YearKind.PRINTED, year, month, month, day, Part.WHOLE));
    }

    private static Part part(String printed) {
        return switch (printed) {
            case "上中旬", "中上旬" -> Part.FIRST_TWENTY;
            case "中下旬" -> Part.LAST_TWENTY;
            case "上旬" -> Part.FIRST_TEN;
            case "中旬" -> Part.MIDDLE_TEN;
            case "下旬" -> Part.LAST_TEN;
            case "初" -> Part.BEGINNING;
            case "中" -> Part.WHOLE;
            case "内" -> Part.WHOLE;
            default -> Part.END;
        };
    }

    private Matcher from(Pattern pattern, int index) {
        Matcher matcher = pattern.matcher(plain);
        matcher.region(index, plain.length());
        matcher.useTransparentBounds(true);
        return matcher;
    }
}
