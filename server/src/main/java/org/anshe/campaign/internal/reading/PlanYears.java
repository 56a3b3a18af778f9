package org.anshe.campaign.internal.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anshe.campaign.internal.reading.DatePoint.YearKind;

/**
 * Supplies the year of a date that prints none: from the same paragraph, else from the headings above it, else from
 * the plan as a whole. A year nowhere printed, or masked, is 0.
 */
final class PlanYears {

    private static final int OPENING = 5;

    private final PlanContext plan;
    private final int planYear;

    PlanYears(PlanContext plan) {
        this.plan = plan;
        this.planYear = findPlanYear();
    }

    int of(int paragraph, DatePoint point) {
        return switch (point.yearKind()) {
            case PRINTED -> point.year();
            case MASKED -> 0;
            case THIS -> planYear;
            case NEXT -> planYear == 0 ? 0 : planYear + 1;
            case LAST -> planYear == 0 ? 0 : planYear - 1;
            case NONE -> fromContext(paragraph, point);
        };
    }

    private int fromContext(int paragraph, DatePoint point) {
        int best = -1;
        for (DateExpression date : plan.dates(paragraph)) {
            if (date.start() >= point.start()) {
                break;
            }
            best = printedYear(date, point, best);
        }
        for (int above = plan.owner(paragraph); best < 0 && above >= 0; above = plan.parent(above)) {
            if (above != paragraph) {
                best = headingYear(above, point);
            }
        }
        if (best >= 0) {
            return best;
        }
        DateExpression overall = plan.overall();
        int spanned = overall == null ? -1 : firstAfterStart(overall, point);
        return spanned >= 0 ? spanned : beforeOpenEnd(point);
    }

    /** 即日起至2022年3月 leaves a later month such as 11月 to the year before. */
    private int beforeOpenEnd(DatePoint point) {
        for (int i = 0; i < Math.min(OPENING, plan.texts().size()); i++) {
            for (DateExpression date : plan.dates(i)) {
                DatePoint to = date.to();
                if (date.span() && date.from() == null && to != null && lent(to) == planYear && planYear > 0) {
                    return point.fromMonth() > to.toMonth() && to.toMonth() > 0 ? planYear - 1 : planYear;
                }
            }
        }
        return planYear;
    }

    /** A month without a year in a plan over several years is the first of its name once the plan has begun. */
    private static int firstAfterStart(DateExpression overall, DatePoint point) {
        DatePoint from = overall.from();
        int first = from == null ? -1 : lent(from);
        if (first <= 0 || from == null || overall.to() == null || lent(overall.to()) <= first) {
            return printedYear(overall, point, -1);
        }
        return point.yearOnly() || point.fromMonth() >= from.fromMonth() ? first : first + 1;
    }

    private int headingYear(int paragraph, DatePoint point) {
        int best = -1;
        for (DateExpression date : plan.dates(paragraph)) {
            best = printedYear(date, point, best);
        }
        return best;
    }

    /** The year that a printed date lends to a later month: in a span over the new year, the one the month falls in. */
    private static int printedYear(DateExpression date, DatePoint point, int otherwise) {
        DatePoint from = date.from();
        DatePoint to = date.to();
        int first = from == null ? -1 : lent(from);
        int last = to == null ? -1 : lent(to);
        if (first > 0 && last == first + 1 && from != null && point.fromMonth() >= Math.max(from.fromMonth(), 1)) {
            return first;
        }
        if (last >= 0) {
            return last;
        }
        return first >= 0 ? first : otherwise;
    }

    private static int lent(DatePoint point) {
        return switch (point.yearKind()) {
            case PRINTED -> point.year();
            case MASKED -> 0;
            case NONE, THIS, NEXT, LAST -> -1;
        };
    }

    private int findPlanYear() {
        if (plan.titleIndex() >= 0) {
            int titled = firstYear(plan.dates(plan.titleIndex()));
            if (titled >= 0) {
                return titled;
            }
        }
        DateExpression overall = plan.overall();
        if (overall != null && overall.from() != null && lent(overall.from()) >= 0) {
            return lent(overall.from());
        }
        int opening = openingYear();
        return opening >= 0 ? opening : mostFrequentYear();
    }

    private int openingYear() {
        int last = -1;
        for (int i = 0; i < Math.min(OPENING, plan.texts().size()); i++) {
            for (DateExpression date : plan.dates(i)) {
                last = Math.max(last, lent(date.any()));
            }
        }
        return last;
    }

    private static int firstYear(List<DateExpression> dates) {
        return dates.stream()
                .mapToInt(date -> lent(date.any()))
                .filter(year -> year >= 0)
                .findFirst()
                .orElse(-1);
    }

    private int mostFrequentYear() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < plan.texts().size(); i++) {
            for (DateExpression date : plan.dates(i)) {
                if (date.any().yearKind() == YearKind.PRINTED) {
                    counts.merge(date.any().year(), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
