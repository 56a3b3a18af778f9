package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.DateExpression.Relation;
import org.anshe.campaign.internal.reading.OutlineLabel.Style;
import org.anshe.campaign.internal.reading.OutlineReader.Item;
import org.anshe.campaign.internal.reading.PlanReading.Stage;

/** Finds named phases with a span: 动员部署(2020年4月), 第一阶段:…, 3月至5月为排查阶段. */
final class StageReader {

    /** 排查期, 集中看护期: a term that is a phase by what is done in it. */
    private static final String PHASE_TERM =
            "(?:动员|宣传|部署|准备|筹备|启动|自查|排查|摸底|整治|整改|治理|攻坚|实施|推进|看护|值守|巩固|提升|完善|总结|验收|评估|收尾)期";

    private static final Pattern PHASE_NAME = Pattern.compile("阶段|步骤|第[一二三四五六七八九十]步|时期|" + PHASE_TERM);
    /** A heading of one phase, as against 实施步骤 or 阶段安排 above all of them. */
    private static final Pattern PHASE_HEAD = Pattern.compile("阶段(?!性|[安划步工进])|第[一二三四五六七八九十]步|步骤[一二三四五六]|时期(?!安排)");

    /** A heading of words for phases only, such as 动员部署 or 总结提升. */
    private static final Pattern PHASE_TITLE =
            Pattern.compile("(?:动员|部署|启动|准备|宣传|发动|摸底|自查|自纠|排查|整治|整改|攻坚|巩固|提升|提高|总结|验收"
                    + "|督查|督导|检查|评估|考核|考评|实施|推进|集中|组织|全面|深化|落实|复查|深入|专项|回头看|和|与|、){2,6}");

    private static final Pattern TIMETABLE = Pattern.compile("阶段|步骤|进度|时间安排|时间节点|工作安排|实施安排|步走");
    private static final Pattern AROUND_DATE = Pattern.compile(
            "[从自由于在前止起至到为:,、—~-]|(?:长期|常态|持续)[^,)]{2,6}|左右|时间|开始|完成|结束|之前|以前|完毕|计划|即日|(?:印发|发文)?之日|印发|发文|现在");
    private static final Pattern LEADS_IN = Pattern.compile("(?:阶段|步骤|步|" + PHASE_TERM
            + ")[:,]?(?:工作|的)?(?:时间|时限)?(?:安排)?[:,为从自是在于(]*(?:即日|现在|(?:印发|发文)?之日)?起?(?:开始)?[至到—-]{0,2}$");
    private static final Pattern NAMED_AFTER =
            Pattern.compile("^[)前]?[,:为是]{0,2}(?:第[一二三四五六]阶段[,:为是]?)?((?!进入|步入|处于|是)[^,。;:()]{0,16}阶段)(?![^,。;:()])");
    private static final Pattern WORK_AFTER =
            Pattern.compile("^[:,为][^,。;]{0,12}(?:动员|部署|宣传|发动|自查|排查|整治|整改|攻坚|巩固|提升|总结|验收|督查|考核|实施)");
    private static final Pattern TIME_LINE = Pattern.compile("^\\(?(?:时间|时限|起止时间)?(?:安排|节点)?[:为从自]{0,2}$");

    /** How far away, in paragraphs, items still count as beside one another. */
    private static final int SIBLINGS = 59;

    private final PlanContext plan;
    private final List<Stage> stages = new ArrayList<>();
    private final Map<Integer, Set<DateExpression>> taken = new HashMap<>();

    StageReader(PlanContext plan) {
        this.plan = plan;
    }

    List<Stage> read() {
        for (int i = 0; i < plan.texts().size(); i++) {
            for (DateExpression date : plan.dates(i)) {
                if (!date.equals(plan.overall()) && date.any().yearKind() != DatePoint.YearKind.LAST) {
                    int paragraph = i;
                    nameOf(i, date).ifPresent(name -> add(paragraph, paragraph, date, name));
                }
            }
        }
        return completed();
    }

    /** Dates that give a stage its span, and so are no deadlines. */
    boolean isStageDate(int paragraph, DateExpression date) {
        return taken.getOrDefault(paragraph, Set.of()).contains(date);
    }

    private Optional<String> nameOf(int paragraph, DateExpression date) {
        PlanText text = plan.text(paragraph);
        String plain = text.plain();
        Optional<PlanText.Span> cell = plan.tables().phase(paragraph, date.start());
        if (cell.isPresent()) {
            return cell.map(span -> text.printed(span.start(), span.end()));
        }
        int segment = segmentStart(paragraph, date.start());
        String before = plain.substring(segment, date.start());
        int open = before.lastIndexOf('(');
        if (open >= 0 && before.indexOf(')', open) < 0) {
            return bracketed(paragraph, date, segment, segment + open);
        }
        String after = plain.substring(date.end(), Math.min(plain.length(), date.end() + 40));
        Matcher named = NAMED_AFTER.matcher(after);
        String clause = before.substring(before.lastIndexOf(',') + 1);
        if (clause.length() <= 3 && AROUND_DATE.matcher(clause).replaceAll("").isEmpty() && named.find()) {
            return Optional.of(text.printed(date.end() + named.start(1), date.end() + named.end(1)));
        }
        boolean within = before.endsWith(",") && date.relation() == Relation.BEFORE && !date.span();
        if (LEADS_IN.matcher(before).find() && before.length() < 32 && !within) {
            return Optional.of(text.printed(
                    segment,
                    segment
                            + PHASE_NAME
                                    .matcher(before)
                                    .results()
                                    .reduce((first, second) -> second)
                                    .map(found -> found.end())
                                    .orElse(before.length())));
        }
        boolean below = plan.owner(paragraph) >= 0
                && after.startsWith(":")
                && TIMETABLE.matcher(head(plan.owner(paragraph))).find();
        if (before.isEmpty()
                && (plan.owner(paragraph) == paragraph || below)
                && WORK_AFTER.matcher(after).find()
                && timetable(paragraph)) {
            int stop = Math.max(text.plain().indexOf('。', date.end()), date.end());
            return Optional.of(text.printed(date.end(), Math.min(stop, date.end() + 20)));
        }
        if (plan.owner(paragraph) == paragraph
                && (before.length() > 1 || date.span())
                && TIME_LINE.matcher(before).find()
                && PHASE_HEAD.matcher(head(paragraph)).find()) {
            return Optional.of(
                    text.printed(plan.bodyStart(paragraph), head(paragraph).length()));
        }
        return phaseHead(paragraph, date).or(() -> timeLine(paragraph, date, before));
    }

    private Optional<String> bracketed(int paragraph, DateExpression date, int segment, int open) {
        PlanText text = plan.text(paragraph);
        int close = text.plain().indexOf(')', date.end());
        if (close < 0 || close - open > 60 || open == segment && !startsItem(paragraph, Style.PHASE)) {
            return Optional.empty();
        }
        String inside =
                text.plain().substring(open + 1, date.start()) + text.plain().substring(date.end(), close);
        if (!AROUND_DATE.matcher(inside).replaceAll("").isEmpty()) {
            return Optional.empty();
        }
        int from = nameStart(text.plain(), segment, open);
        String name = text.plain().substring(from, open);
        boolean heading = plan.owner(paragraph) == paragraph && segment == plan.bodyStart(paragraph);
        boolean fits = PHASE_NAME.matcher(name).find()
                || heading
                        && (startsItem(paragraph, Style.PHASE)
                                || PHASE_TITLE.matcher(name).matches()
                                || promised(paragraph)
                                || datedSiblings(paragraph) && (date.span() || date.relation() == Relation.AT));
        return fits ? Optional.of(text.printed(from, open)) : Optional.empty();
    }

    /** In 分两个阶段:动员阶段(3月)、整治阶段(4月至6月) the name of each begins behind the one before. */
    private static int nameStart(String plain, int segment, int open) {
        for (int i = open - 1; i > segment; i--) {
            boolean behind = plain.charAt(i) == ')' || plain.charAt(i) == ':' && i < open - 1;
            if (behind) {
                int from = "、,".indexOf(plain.charAt(i + 1)) >= 0 ? i + 2 : i + 1;
                return from < open
                                && PHASE_NAME.matcher(plain).region(from, open).find()
                        ? from
                        : segment;
            }
        }
        return segment;
    }

    /** Whether a heading or the text above promises phases, or the items beside this one carry dates too. */
    private boolean timetable(int paragraph) {
        return promised(paragraph) || datedSiblings(paragraph);
    }

    private boolean promised(int paragraph) {
        int parent = plan.parent(paragraph);
        if (parent >= 0 && TIMETABLE.matcher(head(parent)).find()) {
            return true;
        }
        for (int i = paragraph - 1; i >= 0 && i > paragraph - 40; i--) {
            if (plan.owner(i) != i) {
                if (plan.overall() != null && plan.dates(i).contains(plan.overall())
                        || TIMETABLE.matcher(head(i)).find() && plan.text(i).length() < 100) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean datedSiblings(int paragraph) {
        return plan.items(paragraph - SIBLINGS, paragraph + SIBLINGS).stream()
                        .filter(item -> !item.inline() && plan.parent(item.paragraph()) == plan.parent(paragraph))
                        .filter(item -> plan.dates(item.paragraph()).stream()
                                .anyMatch(date -> date.start() > 0
                                        && plan.text(item.paragraph()).plain().charAt(date.start() - 1) == '('
                                        && date.start() < 50))
                        .count()
                > 1;
    }

    private String head(int paragraph) {
        String plain = plan.text(paragraph).plain();
        int stop = plain.indexOf('。');
        return plain.substring(0, Math.min(stop < 0 ? plain.length() : stop, 100));
    }

    /** 第一阶段:3月1日至3月31日,… */
    private Optional<String> phaseHead(int paragraph, DateExpression date) {
        if (!startsItem(paragraph, Style.PHASE)) {
            return Optional.empty();
        }
        String head = head(paragraph);
        boolean first = plan.dates(paragraph).getFirst().equals(date);
        return first && date.start() < head.length() && date.relation() == Relation.AT
                ? Optional.of(plan.text(paragraph).printed(plan.bodyStart(paragraph), Math.min(head.length(), 40)))
                : Optional.empty();
    }

    /** A line 时间:3月1日至31日 below a heading that names a phase. */
    private Optional<String> timeLine(int paragraph, DateExpression date, String before) {
        int heading = plan.owner(paragraph);
        boolean below =
                heading >= 0 && heading == paragraph - 1 && plan.dates(heading).isEmpty();
        String plain = plan.text(paragraph).plain();
        if (!below
                || date.end() < plain.length() && ",。;)".indexOf(plain.charAt(date.end())) < 0
                || !TIME_LINE.matcher(before).find()
                || !PHASE_HEAD.matcher(head(heading)).find()) {
            return Optional.empty();
        }
        add(
                paragraph,
                heading,
                date,
                plan.text(heading)
                        .printed(plan.bodyStart(heading), plan.text(heading).length()));
        return Optional.empty();
    }

    private boolean startsItem(int paragraph, Style style) {
        return plan.items(paragraph, paragraph).stream().anyMatch(item -> !item.inline() && item.style() == style);
    }

    private int segmentStart(int paragraph, int index) {
        String plain = plan.text(paragraph).plain();
        int start = 0;
        for (Item item : plan.items(paragraph, paragraph)) {
            if (item.body() <= index) {
                start = Math.max(start, item.body());
            }
        }
        for (int i = index - 1; i >= start; i--) {
            if ("。;!?\t".indexOf(plain.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return start;
    }

    private void add(int datedIn, int paragraph, DateExpression date, String name) {
        taken.computeIfAbsent(datedIn, key -> new HashSet<>()).add(date);
        PlanContext.Ends ends = plan.ends(datedIn, date);
        PartialDate first = date.relation() == Relation.BEFORE && !date.span() ? null : ends.first();
        PartialDate last = date.relation() == Relation.SINCE && !date.span() ? null : ends.last();
        Passage place = datedIn == paragraph
                ? plan.text(paragraph).passage(segmentStart(paragraph, date.start()), date.end())
                : plan.text(paragraph).passage(0, plan.text(paragraph).length());
        stages.add(new Stage(place, name.replaceFirst("^[:：,，、]+", ""), first, last));
    }

    /** The first stage starts and the last ends with the plan, when the plan prints its whole span. */
    private List<Stage> completed() {
        DateExpression overall = plan.overall();
        if (overall == null || stages.isEmpty()) {
            return stages;
        }
        int paragraph = paragraphOf(overall);
        PlanContext.Ends ends = plan.ends(paragraph, overall);
        Stage first = stages.getFirst();
        if (first.start() == null) {
            stages.set(0, new Stage(first.source(), first.name(), ends.first(), first.end()));
        }
        Stage last = stages.getLast();
        if (last.end() == null) {
            stages.set(stages.size() - 1, new Stage(last.source(), last.name(), last.start(), ends.last()));
        }
        return stages;
    }

    private int paragraphOf(DateExpression date) {
        for (int i = 0; i < plan.texts().size(); i++) {
            if (plan.dates(i).contains(date)) {
                return i;
            }
        }
        return 0;
    }
}
