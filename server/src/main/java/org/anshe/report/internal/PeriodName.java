package org.anshe.report.internal;

import java.time.LocalDate;
import org.anshe.report.internal.text.Enumeration;

/** How an office names a period: 2026年上半年, 2026年第一季度, 2026年3月, 2025年11月至2026年2月. */
final class PeriodName {

    private static final int QUARTER = 3;
    private static final int HALF = 6;
    private static final int YEAR = 12;

    private PeriodName() {}

    static String of(ReportPeriod period) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (!period.wholeMonths()) {
            return day(from, true) + "至" + day(to, to.getYear() != from.getYear());
        }
        String year = from.getYear() + "年";
        int first = from.getMonthValue();
        long months = period.months();
        if (months == YEAR && first == 1) {
            return year;
        }
        if (months == HALF && first % HALF == 1) {
            return year + (first == 1 ? "上半年" : "下半年");
        }
        if (months == QUARTER && first % QUARTER == 1) {
            return year + "第" + Enumeration.chinese(first / QUARTER + 1) + "季度";
        }
        if (months == 1) {
            return year + first + "月";
        }
        return year + first + "月至" + (to.getYear() == from.getYear() ? "" : to.getYear() + "年") + to.getMonthValue()
                + "月";
    }

    private static String day(LocalDate day, boolean withYear) {
        return (withYear ? day.getYear() + "年" : "") + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
