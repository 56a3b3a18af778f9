package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PeriodExpressions.Period;
import org.anshe.campaign.internal.reading.PlanReading.Recurrence;
import org.jspecify.annotations.Nullable;

/** Finds what is to be done again and again, with its printed period. */
final class RecurrenceReader {

    private static final Pattern PAST = Pattern.compile("^[^。;]{0,20}(?:增长|下降|减少|递增|新增约)|平均$");
    private static final String DAY = "(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])";
    private static final String BY = "(?:之?前|以前)?";
    private static final Pattern CLOCK = Pattern.compile("^的?(首月" + DAY + "日" + BY
            + "|" + DAY + "至" + DAY + "月"
            + "|" + DAY + "日?[和、及]" + DAY + "日" + BY
            + "|(?:上午|下午|晚上?|早上?|晚间)?\\d{1,2}[:时点]\\d{0,2}分?" + BY
            + "|" + DAY + "[日号]" + BY
            + "|\\d{1,2}月(?:\\d{1,2}日|底|末|份)?" + BY
            + "|[月季年]?[底末初]" + BY
            + "|第[一二三]个?(?:月|周|星期)|开学时?|[上中下]旬" + BY + ")");

    private final PlanContext plan;
    private final List<Recurrence> found = new ArrayList<>();

    RecurrenceReader(PlanContext plan) {
        this.plan = plan;
    }

    List<Recurrence> read() {
        for (int i = 0; i < plan.texts().size(); i++) {
            PlanText text = plan.text(i);
            int body = plan.bodyStart(i);
            for (Period period : PeriodExpressions.in(text)) {
                String after = text.plain().substring(period.end(), Math.min(text.length(), period.end() + 30));
                if (!PAST.matcher(after).find()) {
                    found.add(recurrence(text, body, period));
                }
            }
        }
        return found;
    }

    private static Recurrence recurrence(PlanText text, int body, Period period) {
        int start = period.start();
        while (start > body && "。;,:!?\t".indexOf(text.plain().charAt(start - 1)) < 0) {
            start--;
        }
        int end = period.end();
        while (end < text.length() && "。;,!?\t".indexOf(text.plain().charAt(end)) < 0) {
            end++;
        }
        return new Recurrence(
                text.passage(period.start(), end),
                text.printed(start, end),
                period.every(),
                period.times(),
                clock(text, period));
    }

    private static @Nullable String clock(PlanText text, Period period) {
        String printed = text.plain().substring(period.start(), period.end());
        if (printed.matches("每逢?(?:周|星期)[一二三四五六日天末]")) {
            return text.printed(period.start() + 1, period.end());
        }
        Matcher matcher =
                CLOCK.matcher(text.plain().substring(period.end(), Math.min(text.length(), period.end() + 16)));
        return matcher.find() ? text.printed(period.end() + matcher.start(1), period.end() + matcher.end(1)) : null;
    }
}
