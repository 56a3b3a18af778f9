package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PlanText.Span;

/** Recognises the names of units, lists of them, and people who stand for a unit. */
final class UnitNames {

    /** What names of units end in. */
    private static final String SUFFIX =
            "部门|单位|机构|机关|政府|企业|学校|公司|集团|街道办事处|办事处|街道|社区|居委会|村委会|村委|居委|委员会|委|党委|党组|党支部|支部|办公室|办公厅"
                    + "|指挥部|领导小组|工作组|专班|小组|大队|支队|中队|总队|队伍|队|分局|总局|局|厅|部|院|办|所|站|中心|科室|科|处室|处|股|室|园区|开发区|管委会|乡镇|镇|乡|县|区|市|村|园|场|馆|协会|学会|联合会|商会|工会|妇联|团委|共青团|残联|总社|社|银行|医院|法院|检察院|派出所|分所|监督所|卫生院|服务中心|物业|业委会|组织|幼儿园|公园|厂|矿|店|各地区|各地|地区|网格员|负责人|主任|书记|局长|镇长|所长|站长|院长|校长|园长|科长|处长|县长|市长|区长|主席|专员|民警|交警|辅警|志愿者|街办|镇办|镇街|班子|组|军分区";

    private static final Pattern ENDS_AS_UNIT = Pattern.compile("(?:" + SUFFIX + ")(?:\\([^()]{1,20}\\))?$");
    private static final Pattern UNIT_END = Pattern.compile(SUFFIX);
    private static final Pattern GENERIC = Pattern.compile(
            "[^、]{0,20}(?:的|有关(?:成员)?|相关(?:成员)?)(?:单位|部门|机构|企业|人员)|(?:[全市县区省镇乡州各多个级本该直]|有关|相关|其他|其它|兄弟|上级|市直|县直|区直|直属|牵头|配合|责任|成员|职能|主管|监管|业务|行业|涉及|所属|上述|下属|参与)*+"
                    + "(?:部门|单位|方面|力量|人员|机构|方|(?<=[关他它级]))"
                    + "|(?:[各级党政]|部门|单位|企业|学校|科室|社区|村){0,4}(?:主要|分管|直接|具体|第一|相关|有关)(?:[领导]{2}|负责人|负责同志|责任人|领导干部)");
    private static final Pattern LIST_TAIL = Pattern.compile("(?<![高中初平同])等[^、,和及]{0,14}$");
    private static final Pattern JOINED = Pattern.compile("(?:和|及|与|以及|会同)");

    /** 各级党委和政府 is one name. */
    private static final Pattern PARTY_AND_GOVERNMENT = Pattern.compile(
            "(?:[^、,和及与()]|\\([^()]{1,20}\\)){0,14}(?:党委|党工委|党组织)[和及与](?:政府|管委会|办事处|行政班子)(?![^、,。;)等])");

    private UnitNames() {}

    static boolean isUnit(String name) {
        return ENDS_AS_UNIT
                .matcher(name.substring(Math.max(0, name.length() - SUFFIX_LENGTH)))
                .find();
    }

    /** 公安、交通等: a list closed with 等 needs no suffix. */
    static boolean isList(String names) {
        return names.length() <= 80 && CLOSED_LIST.matcher(names).matches();
    }

    private static final Pattern CLOSED_LIST =
            Pattern.compile("[^、]{1,20}(?:、[^、]{1,20}){0,20}等(?:有关|相关|各|多)?(?:部门|单位)?");

    static boolean isGeneric(String name) {
        return name.isEmpty() || GENERIC.matcher(name).matches();
    }

    /** A stretch that names units: where it stands, and whether it closes with 等. */
    record Name(int start, int end) {}

    /** A list, cut where a blank or a line break within it follows a whole name. */
    static List<Span> words(PlanText text, Span list) {
        List<Span> words = new ArrayList<>();
        int start = list.start();
        for (int i = list.start() + 1; i < list.end(); i++) {
            boolean blank =
                    text.passage(i, i + 1).start() > text.passage(i - 1, i).end();
            if (blank && isUnit(text.plain().substring(start, i))) {
                words.add(new Span(start, i));
                start = i;
            }
        }
        words.add(new Span(start, list.end()));
        return words;
    }

    /** Splits a stretch of plain text into the names in it, generic ones dropped. */
    static List<Name> split(String plain, int start, int end) {
        List<Name> names = new ArrayList<>();
        int from = start;
        int depth = 0;
        for (int i = start; i <= end; i++) {
            char mark = i == end ? '、' : plain.charAt(i);
            depth += mark == '(' ? 1 : mark == ')' && depth > 0 ? -1 : 0;
            if (i == end || depth == 0 && "、,/;\t".indexOf(mark) >= 0) {
                Matcher tail = LIST_TAIL.matcher(plain).region(from, i);
                tail.useTransparentBounds(true);
                joined(plain, from, tail.find() ? tail.start() : i, names);
                from = i + 1;
            }
        }
        return names.stream()
                .map(name -> unmarked(plain, name))
                .filter(name -> !isGeneric(plain.substring(name.start(), name.end())))
                .toList();
    }

    /** 区应急局(牵头), 办公室(设在应急局): what is said about a unit is no part of its name. */
    private static Name unmarked(String plain, Name name) {
        Matcher mark = ROLE_MARK.matcher(plain).region(name.start(), name.end());
        return mark.find() ? new Name(name.start(), mark.start()) : name;
    }

    /** Whether a name is followed by the mark of a unit that cooperates: 区商务局(配合). */
    static boolean markedToCooperate(String plain, Name name) {
        return COOPERATE_MARK.matcher(plain).region(name.end(), plain.length()).lookingAt();
    }

    private static final Pattern ROLE_MARK =
            Pattern.compile("\\((?:(?:牵头|主办|负责|主责|配合|协办|参与|协助)(?:单位|部门)?|(?:设在|设于|以下简称|下称|简称)[^()]{1,30})\\)?$");
    private static final Pattern COOPERATE_MARK = Pattern.compile("\\((?:配合|协办|参与|协助)(?:单位|部门)?\\)");

    /** Cuts at 和 and its like where a whole unit name stands before it: 公安局和教育局, but not 文化和旅游局. */
    private static void joined(String plain, int start, int end, List<Name> names) {
        Matcher matcher = JOINED.matcher(plain).region(start, end);
        int from = start;
        while (matcher.find()) {
            boolean pair = PARTY_AND_GOVERNMENT.matcher(plain).region(from, end).lookingAt();
            if (!pair && matcher.start() > from && isUnit(plain.substring(from, matcher.start()))) {
                names.add(new Name(from, matcher.start()));
                from = matcher.end();
            } else if (matcher.start() == from) {
                from = matcher.end();
            }
        }
        if (from < end) {
            names.add(new Name(from, end));
        }
    }

    /** The end of the unit names that begin at a position: 公安、交通等部门 of 公安、交通等部门对学校校车… */
    static Optional<Integer> endOfList(String plain, int start, int limit) {
        int clause = start;
        int farthest = Math.min(limit, start + CLAUSE_LENGTH);
        while (clause < farthest && ",。;:!?()“”\t".indexOf(plain.charAt(clause)) < 0) {
            clause = bracketed(plain, clause + 1, plain.length());
        }
        clause = Math.min(clause, farthest);
        if (VAGUE.matcher(plain).region(start, clause).lookingAt()) {
            return Optional.empty();
        }
        Matcher listed = LISTED.matcher(plain).region(start, clause);
        if (listed.lookingAt()) {
            return Optional.of(listed.end());
        }
        return endOfNames(plain, start, clause);
    }

    private static Optional<Integer> endOfNames(String plain, int start, int clause) {
        Optional<Integer> end = Optional.empty();
        int at = start;
        while (at < clause) {
            Optional<Integer> name = endOfName(plain, at, clause);
            if (name.isEmpty()) {
                return end;
            }
            end = name;
            Matcher joint = JOINT.matcher(plain).region(name.get(), clause);
            if (!joint.lookingAt()) {
                return end;
            }
            at = joint.end();
        }
        return end;
    }

    /** The next 、 that stands in no bracket. */
    private static int outside(String plain, int start, int limit) {
        int depth = 0;
        for (int i = start; i < limit; i++) {
            char mark = plain.charAt(i);
            depth += mark == '(' ? 1 : mark == ')' ? -1 : 0;
            if (mark == '、' && depth <= 0) {
                return i;
            }
        }
        return -1;
    }

    /** A name ends at the first suffix before a verb; before a word that names may contain too, only if none follows. */
    private static Optional<Integer> endOfName(String plain, int start, int clause) {
        int segment = outside(plain, start, clause);
        int limit = Math.min(segment < 0 ? clause : Math.min(segment, clause), start + NAME_LENGTH);
        Optional<Integer> doubtful = Optional.empty();
        Matcher unit = UNIT_END.matcher(plain).region(start, limit);
        while (unit.find()) {
            int end = bracketed(plain, unit.end(), limit);
            if (end == limit
                    || end > unit.end()
                    || AFTER_NAME.matcher(plain).region(end, clause).lookingAt()) {
                return Optional.of(end);
            }
            if (DOUBTFUL.matcher(plain).region(end, clause).lookingAt()) {
                doubtful = Optional.of(end);
            }
        }
        return doubtful.isPresent() ? doubtful : wholeName(plain, start, limit);
    }

    /** A name goes on over the units in brackets behind it: 各村(社区), 各县(市、区). */
    private static int bracketed(String plain, int end, int limit) {
        Matcher matcher = KINDS.matcher(plain).region(end, plain.length());
        return matcher.lookingAt() && end <= limit ? matcher.end() : end;
    }

    private static final Pattern KINDS =
            Pattern.compile("\\((?:[^()、]{0,6}(?:市|区|县|乡|镇|村|街道|社区|居|场|园区|办事处|单位|企业)[、和]?){1,4}\\)");

    /** Before any other verb, a name ends where its suffix hardly stands within a name: 公安厅 of 公安厅挂牌…. */
    private static Optional<Integer> wholeName(String plain, int start, int limit) {
        Matcher whole = WHOLE.matcher(plain).region(start, limit);
        return whole.lookingAt() ? Optional.of(whole.end()) : Optional.empty();
    }

    private static final Pattern WHOLE = Pattern.compile(
            "[^、,和与及对在将把]{2,18}?(?:局(?![属内机])|厅(?![局])|委员会|办公室|[大支总]队|派出所|司法所|监管所|卫生院|服务中心)(?![局分所站队长员人])");
    private static final int NAME_LENGTH = 40;
    private static final int CLAUSE_LENGTH = 120;
    private static final int SUFFIX_LENGTH = 28;
    private static final Pattern JOINT = Pattern.compile("、|和|及|与|以及");
    private static final Pattern LISTED =
            Pattern.compile("(?:[^、和及与等,。;:!?()“”]{1,16}+[、和及与]){0,30}+[^、和及与等,。;:!?()“”]{1,16}+等"
                    + "(?:有关|相关|职能|各|多个?|成员|社会)*(?:部门|单位|机构|企业|力量|组织|方面|方|(?=[对,在开进做共组]))");
    private static final Pattern AFTER_NAME = Pattern.compile(
            "[、和及与等(]|以及|每|逐|分别|联动|同步|认真|严厉|入户|进行|进入|前往|深入|到|从|向|就|也|均|都|确保|保障|做到|搞好|发现|检查|排查|巡查|清理|核查|摸排|走访|调查|打击|严查|开通|履行|承担|配备|参加|利用|通过|开展|做好|对|进行|加强|落实|依法|组织|抓好|完成|实施|共同|查处|建立|联合"
                    + "|积极|及时|要|应(?!急)|负责|予以|参与|配合|按照|根据|按|在|将|把|为|定期|集中|全面|提供|督促|制定|采取|深入|严格|统一|牵头|切实|主要|具体|的");
    private static final Pattern DOUBTFUL = Pattern.compile("监督|检查|执法|指导|工作|推进|强化|整治|管理|宣传|排查");

    private static final Pattern VAGUE =
            Pattern.compile("(?:各|有关|相关|其他|其它|兄弟|多个?|职能|成员|主管|上级)+(?:部门|单位|方面|力量|人员|方)(?!、)");

    /** Where the subject of a sentence begins, after a heading's connectives such as 按照…,. */
    static int subjectStart(String plain, int start) {
        Matcher preamble = PREAMBLE.matcher(plain).region(start, plain.length());
        return preamble.lookingAt() ? preamble.end() : start;
    }

    /** The end of the units that a sentence begins with, when it begins with units. */
    static Optional<Integer> subject(String plain, int start, int end) {
        int from = subjectStart(plain, start);
        return endOfList(plain, from, end).filter(stop -> stop - from <= 60);
    }

    private static final Pattern PREAMBLE = Pattern.compile("(?:根据|按照|依据|结合|针对|为了?|在)[^,。;:]{1,40},");
}
