package org.anshe.campaign.internal.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.DateExpression.Relation;
import org.anshe.campaign.internal.reading.DatePoint.YearKind;

/**
 * Supplies the year of a date that prints none: from the same paragraph, else from the headings above it, else from
 * the plan as a whole. A year nowhere printed, or masked, is 0.
 */
final class PlanYears {

    private static final int OPENING = 5;

    /** A number such as 〔2023〕19号 in a line of its own. */
    private static final Pattern DOCUMENT_NUMBER =
            Pattern.compile("^[^,。;:《]{0,12}[〔\\[【(]((?:19|20)\\d{2})[〕\\]】)]第?\\d{1,4}号$");

    private static final int AUTUMN = 10;
    private static final int SUMMER = 6;

    private final PlanContext plan;
    private final Optional<DatePoint> begins;
    private final Optional<DatePoint> issued;
    private final int planYear;

    PlanYears(PlanContext plan) {
        this.plan = plan;
        this.begins = findBeginning();
        this.issued = findIssue();
        this.planYear = findPlanYear();
    }

    int planYear() {
        return planYear;
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
            int year = printedYear(date, point, best);
            best = date.any().yearOnly() && year < planYear && sentenceEnds(paragraph, date, point) ? best : year;
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
        return spanned >= 0 ? spanned : sinceBeginning(point).orElseGet(() -> beforeOpenEnd(point));
    }

    /** What was in an earlier year, such as 2023年合格率为98%, lends it to no later sentence. */
    private boolean sentenceEnds(int paragraph, DateExpression date, DatePoint point) {
        int stop = plan.text(paragraph).plain().indexOf('。', date.end());
        return stop >= 0 && stop < point.start();
    }

    /**
     * In a plan that begins in June, 3月 is that of the year after; a plan issued late in a year speaks of the next
     * spring.
     */
    private Optional<Integer> sinceBeginning(DatePoint point) {
        if (point.yearOnly()) {
            return Optional.empty();
        }
        return begins.filter(begin -> begin.fromMonth() > 0 && begin.year() == planYear)
                .map(begin -> point.fromMonth() < begin.fromMonth() ? planYear + 1 : planYear)
                .or(() -> issued.filter(day -> day.year() == planYear && day.fromMonth() >= AUTUMN)
                        .filter(day -> point.toMonth() <= SUMMER)
                        .map(day -> planYear + 1));
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
        if (begins.isPresent() || issued.isPresent()) {
            return begins.or(() -> issued).map(DatePoint::year).orElse(0);
        }
        int opening = documentNumberYear();
        opening = opening >= 0 ? opening : openingYear();
        return opening >= 0 ? opening : mostFrequentYear();
    }

    /** 自2024年6月起 in the opening paragraphs. */
    private Optional<DatePoint> findBeginning() {
        for (int i = 0; i < Math.min(OPENING, plan.texts().size()); i++) {
            for (DateExpression date : plan.dates(i)) {
                DatePoint from = date.any();
                String plain = plan.text(i).plain();
                boolean since = date.relation() == Relation.SINCE
                        && plain.charAt(date.end() - 1) != '来'
                        && date.start() > 0
                        && "自从于由".indexOf(plain.charAt(date.start() - 1)) >= 0;
                if (since && from.yearKind() == YearKind.PRINTED) {
                    return Optional.of(from);
                }
            }
        }
        return Optional.empty();
    }

    /** The day in a line of its own that a plan is signed with. */
    private Optional<DatePoint> findIssue() {
        Optional<DatePoint> issue = Optional.empty();
        for (int i = 0; i < plan.texts().size(); i++) {
            List<DateExpression> dates = plan.dates(i);
            if (dates.size() == 1 && plan.isSigned(i) && dates.getFirst().any().yearKind() == YearKind.PRINTED) {
                issue = Optional.of(dates.getFirst().any());
            }
        }
        return issue;
    }

    private int documentNumberYear() {
        return plan.texts().stream()
                .limit(OPENING)
                .map(text -> DOCUMENT_NUMBER.matcher(text.plain()))
                .filter(Matcher::find)
                .mapToInt(number -> Numerals.small(number.group(1)))
                .findFirst()
                .orElse(-1);
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
