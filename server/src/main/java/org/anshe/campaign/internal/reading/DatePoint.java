package org.anshe.campaign.internal.reading;

/**
 * One end of a date expression as printed, before the year is known.
 *
 * @param start where it stands in the plain text
 * @param end the character after it
 * @param yearKind how the year is given
 * @param year the printed year, 0 unless yearKind is PRINTED
 * @param fromMonth 0 when only a year is printed
 * @param toMonth differs from fromMonth for quarters and half-years
 * @param day the printed day, even an impossible one; 0 when none
 */
record DatePoint(int start, int end, YearKind yearKind, int year, int fromMonth, int toMonth, int day, Part part) {

    /** How the year of a date is given. */
    enum YearKind {
        PRINTED,
        MASKED,
        NONE,
        THIS,
        NEXT,
        LAST
    }

    /** A part of a month or year. */
    enum Part {
        WHOLE,
        BEGINNING,
        FIRST_TEN,
        MIDDLE_TEN,
        LAST_TEN,
        FIRST_TWENTY,
        LAST_TWENTY,
        END
    }

    boolean yearOnly() {
        return fromMonth == 0;
    }

    boolean possible(int resolvedYear) {
        return day == 0 || day <= PartialDate.lastDay(resolvedYear, fromMonth);
    }

    /** The earliest date this can mean, as precise as printed. */
    PartialDate first(int resolvedYear) {
        int month = yearOnly() ? 1 : fromMonth;
        if (yearOnly() || fromMonth != toMonth) {
            return part == Part.END ? last(resolvedYear) : new PartialDate(resolvedYear, month, 0);
        }
        int firstDay = switch (part) {
            case WHOLE -> Math.min(day, PartialDate.lastDay(resolvedYear, month));
            case BEGINNING, FIRST_TEN, FIRST_TWENTY -> 1;
            case MIDDLE_TEN, LAST_TWENTY -> 11;
            case LAST_TEN -> 21;
            case END -> PartialDate.lastDay(resolvedYear, month);
        };
        return new PartialDate(resolvedYear, month, firstDay);
    }

    /** The latest date this can mean, as precise as printed. */
    PartialDate last(int resolvedYear) {
        if (yearOnly() || fromMonth != toMonth) {
            return new PartialDate(resolvedYear, yearOnly() ? 12 : toMonth, 0);
        }
        int end = PartialDate.lastDay(resolvedYear, fromMonth);
        int lastDay = switch (part) {
            case WHOLE -> Math.min(day, end);
            case BEGINNING, FIRST_TEN -> 10;
            case MIDDLE_TEN, FIRST_TWENTY -> 20;
            case LAST_TEN, LAST_TWENTY, END -> end;
        };
        return new PartialDate(resolvedYear, fromMonth, lastDay);
    }

    /** The day by which something due "by" this date is due. */
    PartialDate due(int resolvedYear) {
        PartialDate last = last(resolvedYear);
        return last.day() == 0 ? PartialDate.endOfMonth(last.year(), last.month()) : last;
    }
}
