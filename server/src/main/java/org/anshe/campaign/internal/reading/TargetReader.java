package org.anshe.campaign.internal.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PlanReading.Bound;
import org.anshe.campaign.internal.reading.PlanReading.Target;
import org.anshe.campaign.internal.reading.PlanText.Span;
import org.jspecify.annotations.Nullable;

/** Finds quantified goals: percentages, counts to reach, and things that must not happen at all. */
final class TargetReader {

    private static final Pattern PERCENT = Pattern.compile(
            "(\\d{1,4}(?:\\.\\d{1,3})?)(%|‰|个百分点)|百分之([〇零一二三四五六七八九十百]{1,5}|\\d{1,3})|率(?:均|都|保持|控制)?为(零|0)(?![.\\d])"
                    + "|(?<![一二三四五六七八九十完建创达组构促合养收年变])([五六七八九])成(五)?(?=以上|左右|,|。|;|$)");
    private static final String MEASURE =
            "(?:家次|户次|处次|车次|家|个|次|起|支|人次|人|名|场次|场|处|户|座|台套|台|套|所|条|部|批次|批|件|份|篇|期|块|辆|盏|亩|公顷|公里|千米|元|平方米|平方公里|立方米|吨|公斤|千克|微克|毫克|分贝"
                    + "|分(?![钟之别局管类工成公厂店支队享级批期阶层步数包片区散布开设析解])|学时|课时|项|间|具|只|根|幅|张|块|面|棵|株|米|册|本|则|对|组|栋|幢|艘|趟|班|轮|遍|篇次|字)";
    /** A quantity; a measure over another, as in 4份/千人, is one unit. */
    private static final Pattern COUNT = Pattern.compile(
            "(" + Numerals.NUMBER + ")余?([多几]?" + MEASURE + "(?:/(?:[百千万]?" + MEASURE + "|[百千万]?[户人]|年|月|日|天|小时))?)");

    private static final String SCALE = "万亿";
    /** 死亡率控制在0.015以内: a rate without a unit. */
    private static final Pattern RATE = Pattern.compile(
            "(?:率|比例?|指数|系数)[^,。;\\d]{0,10}?(?:控制在|降至|降到|下降到|不超过|不高于|低于|不低于|不大于|高于|达到|以内)(\\d{1,4}(?:\\.\\d{1,4})?)(?=以[内下上]|之内|,|。|;|\\)|$)");

    private static final Pattern AT_LEAST_BEFORE = Pattern.compile(
            "(?:不低于|不少于|不得少于|不得低于|不得少|至少|最少|力争达|达到|均达|达|不小于|提高到|提高至|提升到|提升至|超过|大于|突破|保持在|维持在|稳定在|≥|>|高于|增加到|扩大到)(?:到|了|100%以上和)?$"
                    + "|(?:至少|最少|不少于|不得少于)[^,。;、\\d]{1,6}$");
    private static final Pattern AT_MOST_BEFORE = Pattern.compile(
            "(?:不超过|不得超过|不高于|不多于|不大于|控制在|(?<![不得])低于|(?<!不)小于|(?<![不得])少于|下降到|下降至|降至|降到|降低到|≤|<|压降至|压缩至)$");
    private static final Pattern AT_LEAST_AFTER = Pattern.compile("^(?:\\(含\\))?(?:以上|及以上|或以上)");
    private static final Pattern AT_MOST_AFTER = Pattern.compile("^(?:\\(含\\))?(?:以内|以下|之内|之下|及以下|内(?![部容设外]))");
    private static final Pattern PAST = Pattern.compile(
            "目前[^。;]{0,24}$|(?:同比|环比)[^,。;]*$|(?<![比较])(?:去年|上年)|已经?(?:建成|完成|达|实现|有|开展|培训|检查|排查)|占(?!比[^,。;]{0,3}[降升增提控不])[^,。;]{0,6}$|截至|累计|共计|共(?=[举组开发培检排])|(?<!为)了(?!解)[^,。;]{0,12}$|[由从](?:[^,。;到至由从]{0,10}的)?(?:[\\d.]{1,8}%[、和])*$|(?:上升[到至为]|下降为)(?:[\\d.]{1,8}%[、和])*$");
    /** Words that look back, and words of intent that end such a review. */
    private static final Pattern REVIEW =
            Pattern.compile("近年来?|近[两三几]年|以来|(?<![比较])(?:去年|上年)|上一?[轮届]|此前|往年|截[至止]|目前|现有|范围(?:为|是|包括|涵盖|涉及)");

    private static final Pattern INTENT = Pattern.compile(
            "力争|确保|争取|努力|实现(?!了)|要|必须|应当?|须|底前|年内|今年|下一步|将(?!近)|计划|达标|[目任]标|不[得少低高超]|(?:提高|提升|增加|下降|降低|降|控制)[到至在]|以[上内下]");
    private static final int SENTENCE_LENGTH = 160;
    private static final Pattern COMPARED = Pattern.compile("(?:同比|环比)[^,。;]*$");
    private static final Pattern GOAL_VERB = Pattern.compile(
            "(?:建成|新建|创建|打造|培育|创成|新增|组建|建立|建设|配备|配置|安装|完成|培训|改造|选树|评选|树立|发展|种植|开展|组织|举办|检查|抽查|抽检|抽样|检测|监测|走访|排查|维修|更换|招募|推广|改建|扩建|发放|整治|取缔|关闭|设置|设立|配齐|推出|申报|争创|拆除|关停|淘汰|退出|联系|结对|帮扶|张贴|悬挂|印制|印发|播放|刊发|推送|发布|曝光|查处|查办|办理|储备|购置|划拨|列支|投入|争取|筹措|吸纳|压减|缩减|整合)(?:[^,。;、“”]{0,10}|[^,。;、“”]{0,4}“[^,。;、“”]{1,12}”[^,。;、“”]{0,6})$");
    private static final Pattern COUNT_ABSTRACT = Pattern.compile(
            "^(?:百分点|方面|阶段|环节|步骤|清单|重点|专题|行动|制度|机制|体系|小组|意识|维护|原则|到位|必须|一律|目标|工作日|月|季度|行业|领域|层面|关键|专项|问题|小时|部门|单位)");
    private static final Pattern REACHES = Pattern.compile("^(?:建成|创成|创建成|达到|完成(?!的))");
    /** Verbs that make what they count: 打造3个以上示范社区 is a goal, 检查50头以上养殖场 a scope. */
    private static final Pattern MAKES =
            Pattern.compile("(?:打造|培育|建成|新建|创建|创成|新增|组建|建立|建设|配备|配置|配齐|树立|推出|评选|选树|发展|招募|申报|争创|设立|设置)(?:不少于|不低于|至少)?$");

    private static final Pattern MAKES_BEFORE = Pattern.compile("组建|配备|配置|配齐|建立|成立|新建|建成|打造|培育|设立|储备|完成|开展|组织");
    /** Sums that are paid as a penalty or a reward. */
    private static final Pattern PAYMENT =
            Pattern.compile("罚款|处罚|处以|奖励|奖金|补助|补贴|罚[^,。;]{0,4}$|扣[^,。;]{0,4}$|加[^,。;]{0,2}$");

    private static final Pattern EACH = Pattern.compile("每(?:一)?(?:个|栋|家|所|户|村|社区|街道|镇|乡|单位|学校|企业|支|名)");
    /** 对50人以上,… names what the plan is about. */
    private static final Pattern OBJECTS = Pattern.compile("(?:对|凡|在|将|为|超过|面积|存栏|规模)[^,。;]*$");

    private static final Pattern THIS_YEAR = Pattern.compile("今年|本年|当年|全年|20\\d\\d年");
    private static final Pattern ACCIDENT = Pattern.compile("事故|事件|案件|发案|火灾|伤亡|死亡|亡人|中毒|溺水|灾情");
    private static final Pattern NONE_OF = Pattern.compile("不发生|不出现|零发生|不得发生|不再发生|杜绝|消灭|避免发生|(?:实现|确保)零(?!增长)|为零|归零"
            + "|(?:确保|实现|力争|努力|保证|达到|做到|保持|全年)[^,。;]{0,8}无(?![人论法需证照关物牌])|无[^,。;、]{0,16}发生"
            + "|零(?!增长)(?=[^,。;]{0,6}(?:事故|死亡|伤亡|火灾|事件|发案|案件))");

    private static final Pattern PERIODIC =
            Pattern.compile("(?:每|一)[一二两三\\d]?个?(?:年|月|日|天|周|季度|季|半年|学期|星期|小时|班)[^,]*$");
    private static final Pattern SHORTLY = Pattern.compile("(?:每|一)[一二两三\\d]?个?(?:月|日|天|周|星期)[^,]*$");
    private static final int METRIC_LENGTH = 80;

    private final PlanContext plan;
    private final List<Target> found = new ArrayList<>();

    TargetReader(PlanContext plan) {
        this.plan = plan;
    }

    List<Target> read() {
        for (int i = 0; i < plan.texts().size(); i++) {
            PlanText text = plan.text(i);
            for (Span sentence : text.sentences(true)) {
                percentages(i, text, sentence);
                rates(i, text, sentence);
                counts(i, text, sentence);
                zeros(i, text, sentence);
            }
        }
        return found;
    }

    private void percentages(int paragraph, PlanText text, Span sentence) {
        Matcher matcher = PERCENT.matcher(text.plain()).region(sentence.start(), sentence.end());
        while (matcher.find()) {
            if (text.inTitle(matcher.start())
                    || past(text, sentence, matcher.start(), matcher.end())
                    || reached(paragraph, text, matcher.start())) {
                continue;
            }
            Optional<BigDecimal> value = percentage(matcher);
            String unit = "个百分点".equals(matcher.group(2)) ? "个百分点" : "‰".equals(matcher.group(2)) ? "‰" : "%";
            boolean zero = matcher.group(4) != null;
            value.ifPresent(number -> add(
                    paragraph,
                    text,
                    matcher.start(),
                    matcher.end(),
                    zero ? Bound.EQUAL : bound(text, sentence, matcher.start(), matcher.end()),
                    number,
                    unit));
        }
    }

    private void rates(int paragraph, PlanText text, Span sentence) {
        Matcher matcher = RATE.matcher(text.plain()).region(sentence.start(), sentence.end());
        while (matcher.find()) {
            int start = matcher.start(1);
            int end = matcher.end(1);
            if (!text.inTitle(start) && !past(text, sentence, start, end) && !reached(paragraph, text, start)) {
                Numerals.parse(matcher.group(1))
                        .ifPresent(value ->
                                add(paragraph, text, start, end, bound(text, sentence, start, end), value, ""));
            }
        }
    }

    private static Optional<BigDecimal> percentage(Matcher matcher) {
        if (matcher.group(5) != null) {
            int tenths = Numerals.small(matcher.group(5)) * 10;
            return Optional.of(BigDecimal.valueOf(matcher.group(6) == null ? tenths : tenths + 5));
        }
        if (matcher.group(4) != null) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Numerals.parse(matcher.group(1) != null ? matcher.group(1) : matcher.group(3));
    }

    /** 2023年合格率98%, 近年来…, and what stands before a word of intent: figures already reached. */
    private boolean reached(int paragraph, PlanText text, int at) {
        String plain = text.plain();
        int from = Math.max(plain.lastIndexOf('。', at) + 1, at - SENTENCE_LENGTH);
        for (DateExpression date : plan.dates(paragraph)) {
            if (date.start() >= from
                    && date.end() <= at
                    && !date.span()
                    && date.any().yearKind() == DatePoint.YearKind.PRINTED
                    && date.relation() == DateExpression.Relation.AT
                    && plan.isBeforePlan(paragraph, date)
                    && (date.start() == 0 || "比较".indexOf(plain.charAt(date.start() - 1)) < 0)
                    && !INTENT.matcher(plain.substring(date.end(), at)).find()) {
                return true;
            }
        }
        Matcher review = REVIEW.matcher(plain).region(from, at);
        return review.find() && !INTENT.matcher(plain).region(review.end(), at).find();
    }

    private static boolean past(PlanText text, Span sentence, int at) {
        int from = Math.max(sentence.start(), at - 30);
        return PAST.matcher(text.plain().substring(from, at)).find();
    }

    /** 同比下降10%以上 is a goal; 同比下降17.5% is a result. */
    private static boolean past(PlanText text, Span sentence, int at, int end) {
        String before = text.plain().substring(Math.max(sentence.start(), at - 30), at);
        String after = text.plain().substring(end, Math.min(text.length(), end + 4));
        Matcher compared = COMPARED.matcher(before);
        boolean bounded = AT_LEAST_AFTER.matcher(after).find()
                || AT_MOST_AFTER.matcher(after).find();
        return bounded && compared.find()
                ? PAST.matcher(before.substring(0, compared.start())).find()
                : PAST.matcher(before).find();
    }

    private static Bound bound(PlanText text, Span sentence, int start, int end) {
        String before = text.plain().substring(Math.max(sentence.start(), start - 10), start);
        String after = text.plain().substring(end, Math.min(text.length(), end + 4));
        if (AT_LEAST_AFTER.matcher(after).find()) {
            return Bound.AT_LEAST;
        }
        if (AT_MOST_AFTER.matcher(after).find()
                || AT_MOST_BEFORE.matcher(before).find()) {
            return Bound.AT_MOST;
        }
        return AT_LEAST_BEFORE.matcher(before).find() ? Bound.AT_LEAST : Bound.EQUAL;
    }

    private void counts(int paragraph, PlanText text, Span sentence) {
        Matcher matcher = COUNT.matcher(text.plain()).region(sentence.start(), sentence.end());
        while (matcher.find()) {
            int start = matcher.start();
            if (text.inTitle(start)
                    || past(text, sentence, start, matcher.end())
                    || reached(paragraph, text, start)
                    || periodic(text, start, sentence, frequency(matcher.group(2)))
                    || dated(paragraph, start)) {
                continue;
            }
            String before = text.plain().substring(Math.max(sentence.start(), start - 24), start);
            String after = text.plain().substring(matcher.end(), Math.min(text.length(), matcher.end() + 12));
            Optional<BigDecimal> value = Numerals.parse(unscaled(matcher.group(1)));
            if (value.isPresent() && countGoal(text, sentence, before, after, matcher, value.get())) {
                add(
                        paragraph,
                        text,
                        start,
                        matcher.end(),
                        bound(text, sentence, start, matcher.end()),
                        value.get(),
                        text.printed(
                                matcher.start(1) + unscaled(matcher.group(1)).length(), matcher.end(2)));
            }
        }
    }

    /** Large figures keep their scale in the unit, as printed: 600万元 is 600 of 万元. */
    private static String unscaled(String number) {
        int last = number.length() - 1;
        boolean scaled =
                last > 0 && SCALE.indexOf(number.charAt(last)) >= 0 && PlanText.isDigit(number.charAt(last - 1));
        return scaled ? number.substring(0, last) : number;
    }

    private static boolean countGoal(
            PlanText text, Span sentence, String before, String after, Matcher matcher, BigDecimal value) {
        boolean atLeast = AT_LEAST_BEFORE.matcher(before).find();
        boolean atMost = AT_MOST_BEFORE.matcher(before).find();
        boolean goal = GOAL_VERB.matcher(before).find();
        if (COUNT_ABSTRACT.matcher(after).find() || before.endsWith("“") || before.endsWith("第")) {
            return false;
        }
        if (value.compareTo(BigDecimal.ONE) <= 0) {
            boolean each = EACH.matcher(text.plain().substring(sentence.start(), matcher.start()))
                    .find();
            boolean digit = PlanText.isDigit(matcher.group(1).charAt(0));
            boolean yearly = THIS_YEAR
                    .matcher(text.plain().substring(sentence.start(), matcher.start()))
                    .find();
            return (goal && (each || digit || yearly) || digit && (atLeast || atMost))
                    && (digit || !"次批项套".contains(matcher.group(2)));
        }
        boolean boundedAfter = AT_LEAST_AFTER.matcher(after).find()
                || AT_MOST_AFTER.matcher(after).find();
        if (PAYMENT.matcher(before).find()) {
            return false;
        }
        boolean made = MAKES.matcher(before).find()
                || (atLeast || atMost) && MAKES_BEFORE.matcher(before).find();
        boolean closes = boundedAfter && after.matches("^(?:\\(含\\))?(?:及|或)?(?:以[上下内]|之[内下])(?:[,。;)].*|$)");
        boolean scope = !made && after.matches("^(?:及?以[上下内]|之内|内)?的.*|^(?:及?以[上下])(?!完|建|达|开|组|培|整|,|。|;|\\)).*");
        return !scope
                && (REACHES.matcher(after).find()
                        || atLeast
                        || atMost
                        || made && boundedAfter
                        || closes && !OBJECTS.matcher(before).find()
                        || goal
                                && (boundedAfter
                                        || PlanText.isDigit(matcher.group(1).charAt(0))));
    }

    /** Measures of how often, which a period makes a recurrence. */
    private static boolean frequency(String unit) {
        return unit.matches("次|场|场次|轮|遍|期|趟|班|回|个|批|篇|条|起");
    }

    private boolean dated(int paragraph, int index) {
        return plan.dates(paragraph).stream().anyMatch(date -> date.start() <= index && index < date.end());
    }

    /** What is counted within a day, week or month belongs to the recurrence; within a year, only how often. */
    private static boolean periodic(PlanText text, int at, Span sentence, boolean frequency) {
        String before = text.plain().substring(Math.max(sentence.start(), at - 16), at);
        return (frequency ? PERIODIC : SHORTLY).matcher(before).find();
    }

    private void zeros(int paragraph, PlanText text, Span sentence) {
        for (Span clause : text.clauses(sentence.start(), sentence.end())) {
            Matcher matcher = NONE_OF.matcher(text.plain()).region(clause.start(), clause.end());
            if (matcher.find()
                    && ACCIDENT.matcher(clause.of(text.plain())).find()
                    && !past(text, clause, matcher.start())
                    && !text.inTitle(matcher.start())) {
                int start = Math.min(Math.max(clause.start(), plan.bodyStart(paragraph)), clause.end());
                add(paragraph, text, start, clause.end(), Bound.EQUAL, BigDecimal.ZERO, "起");
            }
        }
    }

    private void add(int paragraph, PlanText text, int start, int end, Bound bound, BigDecimal value, String unit) {
        int from = start;
        int body = plan.bodyStart(paragraph);
        while (from > body
                && start - from < METRIC_LENGTH
                && "。;,:!?\t".indexOf(text.plain().charAt(from - 1)) < 0) {
            from--;
        }
        int stop = start <= from ? end : metricEnd(text.plain(), from, start);
        found.add(new Target(
                text.passage(from, end), text.printed(from, stop), bound, value, unit, by(paragraph, from, end)));
    }

    /** The metric without the words that bind it to the figure: 合格率保持在 becomes 合格率. */
    private static int metricEnd(String plain, int from, int start) {
        String metric = plain.substring(from, start);
        Matcher least = AT_LEAST_BEFORE.matcher(metric);
        Matcher most = AT_MOST_BEFORE.matcher(metric);
        int cut = most.find() ? most.start() : least.find() ? least.start() : metric.length();
        return cut == 0 ? start : from + cut;
    }

    /** The date in the same sentence before the figure. */
    private @Nullable PartialDate by(int paragraph, int from, int end) {
        PartialDate due = null;
        String plain = plan.text(paragraph).plain();
        int sentence = Math.max(plain.lastIndexOf('。', from), plain.lastIndexOf(';', from));
        for (DateExpression date : plan.dates(paragraph)) {
            if (date.start() > sentence
                    && date.end() <= end
                    && date.relation() != DateExpression.Relation.SINCE
                    && date.to() != null) {
                due = date.to().due(plan.year(paragraph, date.to()));
            }
        }
        return due;
    }
}
