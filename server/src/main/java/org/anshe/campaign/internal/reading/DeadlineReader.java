package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.DateExpression.Relation;
import org.anshe.campaign.internal.reading.DatePoint.Part;
import org.anshe.campaign.internal.reading.PlanReading.Deadline;
import org.jspecify.annotations.Nullable;

/** Finds one-off dates by which something must be done. */
final class DeadlineReader {

    /** Verbs of things that are finished once, as against things that only get better. */
    private static final Pattern COMPLETION = Pattern.compile(
            "建成|建立|建好|制定|制订|编制|完成|完毕|出台|印发|纳入|组建|成立|打造|创建(?![^,。;]{0,4}(?:试点|活动|工作))|创成"
                    + "|(?:全部|基本|全面)(?:落实|建|实现|整改|消除|达标|关闭|淘汰|更换|安装|配备|覆盖|推行|取缔)|整改(?:到位|率)|得到[^,。;]{0,4}整改"
                    + "|全覆盖|覆盖率|100%|清零|销号|取缔|拆除|关停|淘汰|投入使用|启用|上线|报送|上报|提交|召开|建设一|新建|建设?[^,。;]{0,8}\\d+"
                    + "|达到?\\d|达标|达到[^,。;]{0,14}标准|通过[^,。;]{0,14}(?:验收|评审|认定)|开展[^,。;]{0,30}(?:排查|摸底|普查|大检查)|集中开展|实现[^,。;]{0,20}(?:\\d|目标|全部)|摸清");

    private static final Pattern MONTHLY_COMPLETION =
            Pattern.compile("建成|建立|制定|制订|编制|完成|完毕|出台|印发|成立|全部|基本|到位|全覆盖|100%|清零|投入使用|报送|上报|提交");
    private static final Pattern ONGOING = Pattern.compile("^(?:至今|以来|考核|总结|评|工作|的|止|考评|检查验收)");
    private static final Pattern LIMIT_LABEL = Pattern.compile("(?:时限|时间|期限|日期)(?:要求)?[:为是]?$");
    /**
     * 2024年每两周…, 2024年汛期前…, 2023年及以前…, the imprint 2023年8月28日印发, and a law (2021年修正): the date is no limit of
     * the work.
     */
    private static final Pattern NOT_BY_THEN =
            Pattern.compile("^(?:每|按[日周月季]|逐[日周月季])|^[“]?[^,。;、]{1,8}(?<![之以])前(?![期往来列沿景])|^(?:及|和)?[以之][前来]|^印发$"
                    + "|^(?:第[一二三四五]次)?(?:修正|修订|修改|公布|颁布|发布|施行|生效|通过)?(?:版|本)?[)〕]");
    /** 2000年以前建成的小区: the date belongs to the thing, not to the work. */
    private static final Pattern SCOPE = Pattern.compile(
            "^(?:已经?[^,。;]{0,10}|所?(?:[建落竣]成|建设|建造|竣工|开工|投用|投入使用|投产|出厂|生产|购[买置]|取得|办理|审批|批准|核发|登记|注册|发生|形成|出生|入[职学住]|排查|发现|遗留|签订|出台|颁布|发布){1,2})的");
    /** 特制定本方案 completes nothing. */
    private static final Pattern THIS_PLAN =
            Pattern.compile("(?:特|现)?(?:制[定订]|印发)(?:了|如下|本)[^,。;]{0,6}(?:方案|计划|措施|办法|通知)?");

    private static final Pattern REPORTING = Pattern.compile("报送|上报|报至|报到|报[^,。;]{0,6}(?:办|局|委|处|科|中心)|提交|召开|完成|印发");
    private static final Pattern PAST = Pattern.compile(
            "截[至止](?!时间|日期|到?20\\d\\d年底?前)[^。;]{0,24}[共有达]|顺利|已经?(?!有|知|达)|以来|同比|完成了|先后|荣获|被评|授予|取得了|取得[^,。;]{0,8}成效|建成了|开展了|曾"
                    + "|(?:尚|仍|还)[有未][^,。;]{0,16}(?:未|没有|没能|尚未)|(?:尚|仍|还)未(?:整改|完成|落实|建成)|共(?=[举组开发培检排])[^,。;]{0,12}\\d|累计|[提扩增制出完实签召成][^,。;]{0,2}了(?!解)");
    private static final Pattern YEARS_LEFT = Pattern.compile("(?:在|用|利用|力争|通过)?([一二两三四五1-5])年(?:时间)?(?:之)?内");
    private static final Pattern YEARLY = Pattern.compile("每[一个]?(?:年|月|季度|周|季|半年|学期)[^,。;]{0,16}$");
    private static final Pattern EVERY_YEAR = Pattern.compile("每年[^。;]{0,40}$");
    private static final Pattern RECIPIENT =
            Pattern.compile("(?:报送|上报|报至|报|送|交)(?:给|至|到)?((?:市|区|县|局|街道|办事处|镇|乡|省|州|委|领导小组|指挥部|安委)[^,。;()]{0,24})");

    private static final int SENTENCE_LENGTH = 240;

    private final PlanContext plan;
    private final StageReader stages;
    private final List<Deadline> found = new ArrayList<>();

    DeadlineReader(PlanContext plan, StageReader stages) {
        this.plan = plan;
        this.stages = stages;
    }

    List<Deadline> read() {
        for (int i = 0; i < plan.texts().size(); i++) {
            for (DateExpression date : plan.dates(i)) {
                if (!stages.isStageDate(i, date) && isDeadline(i, date)) {
                    add(i, date);
                }
            }
            withinYears(i);
        }
        return found;
    }

    private boolean isDeadline(int paragraph, DateExpression date) {
        DatePoint point = date.any();
        String plain = plan.text(paragraph).plain();
        String before = plain.substring(Math.max(0, date.start() - 24), date.start());
        if (plan.tables().isDeadline(paragraph, date.start())) {
            return date.relation() != Relation.SINCE;
        }
        if (date.equals(plan.overall())
                || date.relation() == Relation.SINCE
                || point.yearKind() == DatePoint.YearKind.LAST
                || point.yearKind() != DatePoint.YearKind.PRINTED
                        && YEARLY.matcher(before).find()
                || point.yearKind() == DatePoint.YearKind.NONE
                        && EVERY_YEAR.matcher(sentenceBefore(plain, date)).find()
                || isPast(paragraph, date)) {
            return false;
        }
        if (date.relation() == Relation.BEFORE) {
            return (!date.span() || date.from() == null)
                    && !SCOPE.matcher(consequence(paragraph, date)).find();
        }
        if (date.span()) {
            return date.from() == null
                    && COMPLETION
                            .matcher(THIS_PLAN
                                    .matcher(consequence(paragraph, date))
                                    .replaceAll(""))
                            .find();
        }
        if (LIMIT_LABEL.matcher(before).find()) {
            return true;
        }
        if (paragraph == plan.titleIndex() || nominal(plain, date)) {
            return false;
        }
        String consequence = consequence(paragraph, date);
        if (NOT_BY_THEN.matcher(consequence).find()) {
            return false;
        }
        if (point.part() == Part.END) {
            return !ONGOING.matcher(consequenceText(paragraph, date)).find();
        }
        boolean days = point.day() > 0 || point.part() != Part.WHOLE;
        Pattern needed = days ? REPORTING : point.yearOnly() ? COMPLETION : MONTHLY_COMPLETION;
        return needed.matcher(consequence).find();
    }

    /** 2021年集中攻坚, 2021年度工作: the year only names the thing. */
    private static boolean nominal(String plain, DateExpression date) {
        char after = date.end() < plain.length() ? plain.charAt(date.end()) : '。';
        if ("度的工\"”".indexOf(after) >= 0 || after == ')' && date.any().part() != Part.END) {
            return true;
        }
        boolean clauseStart = date.start() == 0 || "。;,:!?、(.)到在于争至由按是\t".indexOf(plain.charAt(date.start() - 1)) >= 0;
        return !clauseStart && date.any().day() == 0;
    }

    private boolean isPast(int paragraph, DateExpression date) {
        return PAST.matcher(sentence(paragraph, date.start())).find() && date.relation() != Relation.BEFORE;
    }

    private static String sentenceBefore(String plain, DateExpression date) {
        return plain.substring(Math.max(0, date.start() - 50), date.start());
    }

    private String sentence(int paragraph, int index) {
        String plain = plan.text(paragraph).plain();
        int from = index;
        while (from > 0 && index - from < SENTENCE_LENGTH && "。!?\t".indexOf(plain.charAt(from - 1)) < 0) {
            from--;
        }
        int to = index;
        while (to < plain.length() && to - index < SENTENCE_LENGTH && "。!?\t".indexOf(plain.charAt(to)) < 0) {
            to++;
        }
        return plain.substring(from, to);
    }

    private String consequenceText(int paragraph, DateExpression date) {
        PlanText text = plan.text(paragraph);
        return text.plain().substring(date.end(), Math.min(text.length(), date.end() + 8));
    }

    /** What is to be done: from the date to the next date or the end of the sentence. */
    private PlanText.Span consequenceSpan(int paragraph, DateExpression date) {
        PlanText text = plan.text(paragraph);
        int end = Math.min(text.length(), date.end() + SENTENCE_LENGTH);
        for (int i = date.end(); i < end; i++) {
            if ("。;!?\t".indexOf(text.plain().charAt(i)) >= 0) {
                end = i;
            }
        }
        for (DateExpression other : plan.dates(paragraph)) {
            if (other.start() >= date.end() && other.start() < end) {
                end = other.start();
            }
        }
        while (end > date.end() && ",、;到至于在".indexOf(text.plain().charAt(end - 1)) >= 0) {
            end--;
        }
        int start = date.end();
        while (start < end && ",:、)”".indexOf(text.plain().charAt(start)) >= 0) {
            start++;
        }
        return new PlanText.Span(Math.min(start, end), end);
    }

    private String consequence(int paragraph, DateExpression date) {
        return consequenceSpan(paragraph, date).of(plan.text(paragraph).plain());
    }

    private void add(int paragraph, DateExpression date) {
        DatePoint point = date.any();
        PartialDate due = point.due(plan.year(paragraph, point));
        PlanText.Span what = consequenceSpan(paragraph, date);
        PlanText text = plan.text(paragraph);
        if (plan.tables().isDeadline(paragraph, date.start())) {
            what = plan.tables().task(paragraph).orElse(what);
        } else if (what.start() >= what.end()) {
            int start = Math.max(
                    text.plain().lastIndexOf('。', date.start() - 1),
                    text.plain().lastIndexOf('(', date.start() - 1));
            what = new PlanText.Span(start + 1, date.start());
        }
        found.add(new Deadline(
                text.passage(Math.min(what.start(), date.start()), Math.max(date.end(), what.end())),
                due,
                text.printed(what.start(), what.end()),
                recipient(text, what)));
    }

    private static @Nullable String recipient(PlanText text, PlanText.Span what) {
        Matcher matcher = RECIPIENT.matcher(what.of(text.plain()));
        return matcher.find() ? text.printed(what.start() + matcher.start(1), what.start() + matcher.end(1)) : null;
    }

    /** 力争在三年内完成: due when the plan's own years are over. */
    private void withinYears(int paragraph) {
        DateExpression overall = plan.overall();
        if (overall == null || overall.from() == null || overall.to() == null) {
            return;
        }
        PlanContext.Ends ends = plan.ends(paragraph, overall);
        PlanText text = plan.text(paragraph);
        Matcher matcher = YEARS_LEFT.matcher(text.plain());
        while (matcher.find()) {
            int years = Numerals.small(matcher.group(1));
            int clauseEnd =
                    text.clauses(matcher.end(), Math.min(text.length(), matcher.end() + SENTENCE_LENGTH)).stream()
                            .findFirst()
                            .map(PlanText.Span::end)
                            .orElse(text.length());
            boolean completes = COMPLETION
                    .matcher(text.plain().substring(matcher.end(), clauseEnd))
                    .find();
            if (completes
                    && ends.first() != null
                    && ends.last() != null
                    && ends.last().year() - ends.first().year() + 1 == years) {
                PartialDate due =
                        PartialDate.endOfMonth(ends.last().year(), ends.last().month());
                found.add(new Deadline(
                        text.passage(matcher.start(), clauseEnd), due, text.printed(matcher.end(), clauseEnd), null));
            }
        }
    }
}
