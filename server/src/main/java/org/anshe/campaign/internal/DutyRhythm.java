package org.anshe.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a duty comes back, in the periods the calendar knows.
 *
 * @param every P1D, P1W, P1M, P3M, P6M or P1Y
 * @param times how often within each period
 */
record DutyRhythm(String every, int times) {

    static final List<String> KNOWN = List.of("P1D", "P1W", "P1M", "P3M", "P6M", "P1Y");

    private static final int HOURS_OF_A_DAY = 24;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final Pattern ISO = Pattern.compile("P(T?)(\\d{1,3})([HDWMY])");

    /**
     * The printed period in the calendar's: every 10 days (旬) is three times a month, every 2 hours twelve times a day.
     * Empty where no such count is exact, for example every 2 weeks.
     */
    static Optional<DutyRhythm> of(String every, int times) {
        if (KNOWN.contains(every)) {
            return Optional.of(new DutyRhythm(every, times));
        }
        Matcher iso = ISO.matcher(every);
        if (!iso.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(iso.group(2));
        return switch (iso.group(1) + iso.group(3)) {
            case "TH" -> shareOf("P1D", HOURS_OF_A_DAY, count, times);
            case "D" -> days(count, times);
            case "M" -> shareOf("P1Y", MONTHS_OF_A_YEAR, count, times);
            default -> Optional.empty();
        };
    }

    private static Optional<DutyRhythm> days(int count, int times) {
        return switch (count) {
            case 7 -> Optional.of(new DutyRhythm("P1W", times));
            case 10 -> Optional.of(new DutyRhythm("P1M", 3 * times));
            case 15 -> Optional.of(new DutyRhythm("P1M", 2 * times));
            default -> Optional.empty();
        };
    }

    private static Optional<DutyRhythm> shareOf(String whole, int parts, int count, int times) {
        return count > 0 && parts % count == 0
                ? Optional.of(new DutyRhythm(whole, parts / count * times))
                : Optional.empty();
    }
}
