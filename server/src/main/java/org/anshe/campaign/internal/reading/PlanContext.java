package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.OutlineReader.Item;
import org.jspecify.annotations.Nullable;

/** What the readers share: paragraphs, items, dates, and the years that undated months belong to. */
final class PlanContext {

    private static final Pattern PHASED = Pattern.compile("(?:分|共)[^。]{0,12}(?:阶段|步)");
    private static final Pattern TIME_LABEL = Pattern.compile("[^,。;:(]{0,8}(?:时间|期限|时限)(?:安排)?[:为从自]{1,2}");
    private static final Pattern TIME_HEADING = Pattern.compile("(?:时间|期限|步骤|进度|安排)$");
    private static final Pattern PHASE_HEADING = Pattern.compile("第[一二三四五六七八九十]步");
    private static final Pattern TITLE =
            Pattern.compile("(?:方案|计划|规划|要点|安排|意见|通知|措施|清单|办法|规定|细则|总结|汇报|报告|预案|责任书|部署)(?:\\([^()]{1,20}\\))?$");
    private static final int TITLE_LINES = 6;
    private static final int TITLE_LENGTH = 80;

    private final List<PlanText> texts;
    private final List<List<DateExpression>> dates;
    private final List<Item> items;
    private final int[] firstItem;
    private final int[] owner;
    private final int[] parent;
    private final int[] body;
    private final int titleIndex;
    private final @Nullable DateExpression overall;
    private final PlanTables tables;
    private final PlanYears years;

    PlanContext(List<PlanText> texts) {
        this.texts = List.copyOf(texts);
        this.dates = texts.stream().map(DateExpressions::in).toList();
        this.items = OutlineReader.read(this.texts, dates);
        this.firstItem = new int[texts.size() + 1];
        this.owner = new int[texts.size()];
        this.parent = new int[texts.size()];
        this.body = new int[texts.size()];
        linkItems();
        this.tables = PlanTables.in(this.texts);
        this.titleIndex = findTitle();
        this.overall = findOverall();
        this.years = new PlanYears(this);
    }

    private void linkItems() {
        List<Item> open = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < texts.size(); i++) {
            parent[i] = -1;
            firstItem[i] = next;
            for (; next < items.size() && items.get(next).paragraph() == i; next++) {
                Item item = items.get(next);
                if (!item.inline()) {
                    open.removeIf(other -> other.level() >= item.level());
                    parent[i] = open.isEmpty() ? -1 : open.getLast().paragraph();
                    open.add(item);
                    body[i] = item.body();
                }
            }
            owner[i] = open.isEmpty() ? -1 : open.getLast().paragraph();
        }
        firstItem[texts.size()] = next;
    }

    private int findTitle() {
        for (int i = 0; i < Math.min(TITLE_LINES, texts.size()); i++) {
            String plain = texts.get(i).plain();
            if (plain.length() <= TITLE_LENGTH
                    && owner[i] < 0
                    && TITLE.matcher(plain).find()
                    && !plain.endsWith(":")) {
                return i;
            }
        }
        return -1;
    }

    /** The span of the whole plan: 从…至…,分…个阶段, or a span that is labelled as the time. */
    private @Nullable DateExpression findOverall() {
        for (int i = 0; i < texts.size(); i++) {
            for (DateExpression date : dates.get(i)) {
                String rest = texts.get(i)
                        .plain()
                        .substring(date.end(), Math.min(texts.get(i).length(), date.end() + 30));
                if (date.span() && PHASED.matcher(rest).find()) {
                    return date;
                }
            }
        }
        return findTimeLine();
    }

    /** 整治时间:2024年3月至11月, in a line of its own or below such a heading, but not below the heading of a phase. */
    private @Nullable DateExpression findTimeLine() {
        for (int i = 0; i < texts.size(); i++) {
            if (dates.get(i).isEmpty() || !dates.get(i).getFirst().span()) {
                continue;
            }
            DateExpression date = dates.get(i).getFirst();
            String plain = texts.get(i).plain();
            String before = plain.substring(body[i], Math.max(body[i], date.start()));
            boolean closes = date.end() == plain.length() || ",。;".indexOf(plain.charAt(date.end())) >= 0;
            int heading = owner[i] == i ? parent[i] : owner[i];
            String above = heading < 0 ? "" : texts.get(heading).plain();
            boolean named = TIME_LABEL.matcher(before).matches()
                    || before.length() < 2
                            && heading == i - 1
                            && TIME_HEADING.matcher(above).find();
            if (closes
                    && named
                    && above.indexOf("阶段") < 0
                    && !PHASE_HEADING.matcher(above).find()) {
                return date;
            }
        }
        return null;
    }

    List<PlanText> texts() {
        return texts;
    }

    PlanText text(int paragraph) {
        return texts.get(paragraph);
    }

    List<DateExpression> dates(int paragraph) {
        return dates.get(paragraph);
    }

    PlanTables tables() {
        return tables;
    }

    List<Item> items() {
        return items;
    }

    /** The items of the paragraphs from the first to the last, which may lie outside the document. */
    List<Item> items(int first, int last) {
        return items.subList(firstItem[Math.max(0, first)], firstItem[Math.min(texts.size(), last + 1)]);
    }

    /** The paragraph of the item that a paragraph stands in, itself included; -1 before the first item. */
    int owner(int paragraph) {
        return owner[paragraph];
    }

    /** The paragraph of the item above the item that begins here; -1 at the top. */
    int parent(int paragraph) {
        return parent[paragraph];
    }

    /** Where a paragraph's text begins after its label. */
    int bodyStart(int paragraph) {
        return body[paragraph];
    }

    int titleIndex() {
        return titleIndex;
    }

    @Nullable DateExpression overall() {
        return overall;
    }

    /** Whether a paragraph is nothing but a day, as below a signature. */
    boolean isSigned(int paragraph) {
        return isDay(texts.get(paragraph), dates.get(paragraph));
    }

    static boolean isDay(PlanText text, List<DateExpression> dates) {
        if (dates.size() != 1
                || dates.getFirst().any().day() == 0
                || dates.getFirst().span()) {
            return false;
        }
        DateExpression date = dates.getFirst();
        String plain = text.plain();
        boolean bracketed = plain.startsWith("(") && plain.endsWith(")");
        return date.start() == (bracketed ? 1 : 0) && date.end() == plain.length() - (bracketed ? 1 : 0);
    }

    int year(int paragraph, DatePoint point) {
        return years.of(paragraph, point);
    }

    /** Whether a date lies in a year before the plan's own. */
    boolean isBeforePlan(int paragraph, DateExpression date) {
        int year = year(paragraph, date.any());
        return year > 0 && year < years.planYear();
    }

    /** Both ends of a span, or twice the same date. An end without a year of its own takes the other's. */
    Ends ends(int paragraph, DateExpression date) {
        DatePoint from = date.from();
        DatePoint to = date.to();
        if (from == null || to == null) {
            PartialDate only = to == null ? null : to.last(year(paragraph, to));
            PartialDate first = from == null ? null : from.first(year(paragraph, from));
            return new Ends(first, only);
        }
        int firstYear = year(paragraph, from);
        int lastYear = to.yearKind() == DatePoint.YearKind.NONE
                ? yearAfter(firstYear, from, to)
                : to.yearKind() == DatePoint.YearKind.NEXT && firstYear > 0 ? firstYear + 1 : year(paragraph, to);
        if (from.yearKind() == DatePoint.YearKind.NONE && to.yearKind() == DatePoint.YearKind.PRINTED) {
            firstYear = from.fromMonth() > to.toMonth() && !to.yearOnly() ? lastYear - 1 : lastYear;
        }
        return new Ends(from.first(firstYear), to.last(lastYear));
    }

    private static int yearAfter(int firstYear, DatePoint from, DatePoint to) {
        boolean nextYear = firstYear > 0 && !from.yearOnly() && !to.yearOnly() && to.toMonth() < from.fromMonth();
        return nextYear ? firstYear + 1 : firstYear;
    }

    /** First and last date of a span, as precise as printed. */
    record Ends(@Nullable PartialDate first, @Nullable PartialDate last) {}
}
