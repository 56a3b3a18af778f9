package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.DateExpression.Relation;
import org.anshe.campaign.internal.reading.DatePoint.Part;
import org.anshe.campaign.internal.reading.DatePoint.YearKind;
import org.jspecify.annotations.Nullable;

/** Finds dates and spans of dates in a paragraph, outside the titles of other documents. */
final class DateExpressions {

    private static final String JOIN = "(?:至|到|—{1,2}|-{1,2}|~{1,2})";
    /** The hour of a day's deadline, as in 3月20日(星期三)下午5点前. */
    private static final String HOUR = "(?:\\(?(?:星期|周)[一二三四五六日天]\\)?)?(?:上午|中午|下午|晚上?|早上?)?"
            + "(?:(?:\\d{1,2}|十?[一二三四五六七八九十])[:时点](?:\\d{1,2}分?|半|整)?|下班)?";

    private static final Pattern JOINT = Pattern.compile("(?:(?:起|开始|启动)[,、]?)?" + JOIN);
    private static final Pattern MONTHS =
            Pattern.compile("(\\d{1,2}|十[一二]?|[一二三四五六七八九])" + JOIN + "(?=(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月)");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,2})" + JOIN + "(\\d{1,2})[日号]");
    private static final Pattern YEARS =
            Pattern.compile("((?:19|20)\\d{2}|20[xX*]{2})" + JOIN + "(?=(?:20\\d{2}|20[xX*]{2})年)");
    private static final Pattern LEADING_YEAR =
            Pattern.compile("((?:19|20)\\d{2})年|(20[xX*×]{2}|[xX*×]{2,4})年|(今年|本年|当年|明年|次年)");
    private static final Pattern AFTER =
            Pattern.compile("(月?底|年?底)?" + HOUR + "(?:之|以)?前|(?:开始)?起(?![草重])|开始|以来|以后|之后|后(?![勤续备])");
    private static final Pattern OPEN_START = Pattern.compile("(?:即日|之日|印发|发文|现在|目前)起?(?:开始)?(?:至|到|—{1,2}|-)$");

    private final PlanText text;
    private final String plain;
    private final DateScanner scanner;

    private DateExpressions(PlanText text) {
        this.text = text;
        this.plain = text.plain();
        this.scanner = new DateScanner(plain);
    }

    static List<DateExpression> in(PlanText text) {
        return new DateExpressions(text).all();
    }

    private List<DateExpression> all() {
        List<DateExpression> found = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            Optional<DateExpression> expression = canStart(at) ? at(at) : Optional.empty();
            expression.ifPresent(found::add);
            at = expression.map(DateExpression::end).orElse(at + 1);
        }
        return shared(found);
    }

    /** In 5月、8月、11月底前 and 6月和12月底前 the last words belong to every date of the list. */
    private List<DateExpression> shared(List<DateExpression> dates) {
        for (int i = dates.size() - 2; i >= 0; i--) {
            DateExpression date = dates.get(i);
            DateExpression next = dates.get(i + 1);
            boolean listed = next.start() == date.end() + 1 && "、和及与".indexOf(plain.charAt(date.end())) >= 0;
            boolean alike = date.any().yearOnly() == next.any().yearOnly()
                    && (date.any().day() > 0) == (next.any().day() > 0);
            if (listed
                    && alike
                    && !date.span()
                    && date.relation() == Relation.AT
                    && next.relation() == Relation.BEFORE) {
                dates.set(
                        i,
                        new DateExpression(date.start(), date.end(), date.from(), date.to(), false, Relation.BEFORE));
            }
        }
        return dates;
    }

    private boolean canStart(int index) {
        char here = plain.charAt(index);
        if ("〇零一二三四五六七八九十第今本当明次翌来去上下前年xX*×_".indexOf(here) < 0 && !PlanText.isDigit(here)) {
            return false;
        }
        if (text.inTitle(index)) {
            return false;
        }
        if (index == 0) {
            return true;
        }
        char before = plain.charAt(index - 1);
        boolean inNumber = PlanText.isDigit(before) && PlanText.isDigit(here)
                || before == '.'
                        && PlanText.isDigit(here)
                        && index > 1
                        && PlanText.isDigit(plain.charAt(index - 2))
                        && !plain.startsWith("年", index + 4)
                || "一二三四五六七八九十〇".indexOf(before) >= 0 && "一二三四五六七八九十〇".indexOf(here) >= 0;
        boolean bareYearTaken = here == '年' && (PlanText.isDigit(before) || "一二三四五六七八九十每半全个两近多数".indexOf(before) >= 0);
        return !inNumber && !bareYearTaken && "每各逐按".indexOf(before) < 0;
    }

    private Optional<DateExpression> at(int index) {
        Optional<DatePoint> first = shortened(index).or(() -> scanner.at(index));
        return first.map(from -> complete(index, from));
    }

    private DateExpression complete(int start, DatePoint from) {
        Optional<DatePoint> to = spanEnd(from);
        if (to.isPresent()) {
            return closed(start, from, to.get());
        }
        boolean open = OPEN_START
                .matcher(plain.substring(Math.max(0, start - 12), start))
                .find();
        return related(start, from.end(), open ? null : from, from, open);
    }

    private DateExpression closed(int start, DatePoint from, DatePoint to) {
        return related(start, to.end(), from, to, true);
    }

    private DateExpression related(int start, int end, @Nullable DatePoint from, DatePoint to, boolean span) {
        Matcher after = AFTER.matcher(plain).region(end, plain.length());
        if (!after.lookingAt()) {
            return new DateExpression(start, end, from, to, span, Relation.AT);
        }
        boolean before = after.group().endsWith("前");
        DatePoint last = after.group(1) == null ? to : atEnd(to);
        return new DateExpression(start, after.end(), from, last, span, before ? Relation.BEFORE : Relation.SINCE);
    }

    private static DatePoint atEnd(DatePoint to) {
        return new DatePoint(
                to.start(), to.end(), to.yearKind(), to.year(), to.fromMonth(), to.toMonth(), to.day(), Part.END);
    }

    private Optional<DatePoint> spanEnd(DatePoint from) {
        int at = from.end();
        Matcher joint = JOINT.matcher(plain).region(at, plain.length());
        if (!joint.lookingAt()) {
            return Optional.empty();
        }
        int next = joint.end();
        return scanner.at(next).or(() -> from.day() > 0 ? scanner.dayAfter(next, from) : scanner.partAfter(next, from));
    }

    /** The first end of 5-9月, 5月1-15日 and 2020—2022年, which leave out a unit. */
    private Optional<DatePoint> shortened(int index) {
        Matcher years = YEARS.matcher(plain).region(index, plain.length());
        if (years.lookingAt()) {
            int year = Numerals.small(years.group(1).replaceAll("[xX*]", "z").replace("z", ""));
            boolean masked = years.group(1).matches(".*[xX*].*");
            return Optional.of(new DatePoint(
                    index,
                    years.end(1),
                    masked ? YearKind.MASKED : YearKind.PRINTED,
                    masked ? 0 : year,
                    0,
                    0,
                    0,
                    Part.WHOLE));
        }
        Matcher year = LEADING_YEAR.matcher(plain).region(index, plain.length());
        int at = year.lookingAt() ? year.end() : index;
        Matcher months = MONTHS.matcher(plain).region(at, plain.length());
        if (months.lookingAt()) {
            return shortMonth(index, at > index ? year : null, months);
        }
        return shortDays(index);
    }

    private static Optional<DatePoint> shortMonth(int start, @Nullable Matcher year, Matcher months) {
        int month = Numerals.small(months.group(1));
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        YearKind kind = year == null ? YearKind.NONE : kind(year);
        int number = kind == YearKind.PRINTED && year != null ? Numerals.small(year.group(1)) : 0;
        return Optional.of(new DatePoint(start, months.end(1), kind, number, month, month, 0, Part.WHOLE));
    }

    private static YearKind kind(Matcher year) {
        if (year.group(1) != null) {
            return YearKind.PRINTED;
        }
        if (year.group(2) != null) {
            return YearKind.MASKED;
        }
        return "明年次年".contains(year.group(3)) ? YearKind.NEXT : YearKind.THIS;
    }

    private Optional<DatePoint> shortDays(int index) {
        Optional<DatePoint> month = scanner.at(index).filter(point -> point.fromMonth() > 0 && point.day() == 0);
        if (month.isEmpty() || month.get().part() != Part.WHOLE) {
            return Optional.empty();
        }
        DatePoint found = month.get();
        Matcher days = DAYS.matcher(plain).region(found.end(), plain.length());
        if (!days.lookingAt() || Numerals.small(days.group(1)) > 31 || Numerals.small(days.group(1)) < 1) {
            return Optional.empty();
        }
        return Optional.of(new DatePoint(
                index,
                days.end(1),
                found.yearKind(),
                found.year(),
                found.fromMonth(),
                found.toMonth(),
                Numerals.small(days.group(1)),
                Part.WHOLE));
    }
}
