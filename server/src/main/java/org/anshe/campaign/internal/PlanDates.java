package org.anshe.campaign.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PartialDate;
import org.jspecify.annotations.Nullable;

/** Dates as far as a plan prints them, as text and as days of the calendar. */
final class PlanDates {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?");

    private PlanDates() {}

    /** Reads YYYY-MM or YYYY-MM-DD with 0000 for an unknown year; empty for anything else. */
    static Optional<PartialDate> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int day = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        try {
            return Optional.of(
                    new PartialDate(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), day));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** The date with the year a person gave for dates that print none; 29 February falls back to the 28th. */
    static PartialDate inYear(PartialDate date, @Nullable Integer baseYear) {
        if (date.year() != 0 || baseYear == null) {
            return date;
        }
        int last = YearMonth.of(baseYear, date.month()).lengthOfMonth();
        return new PartialDate(baseYear, date.month(), Math.min(date.day(), last));
    }

    static @Nullable DatePrecision precision(@Nullable PartialDate date) {
        if (date == null) {
            return null;
        }
        return date.day() == 0 ? DatePrecision.MONTH : DatePrecision.DAY;
    }

    static @Nullable LocalDate firstDay(@Nullable PartialDate date) {
        return date == null ? null : date.firstDay().orElse(null);
    }

    static @Nullable LocalDate lastDay(@Nullable PartialDate date) {
        return date == null ? null : date.lastDay().orElse(null);
    }
}
