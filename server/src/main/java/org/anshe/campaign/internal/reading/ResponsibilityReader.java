package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PlanReading.Responsibility;
import org.anshe.campaign.internal.reading.PlanText.Span;

/** Finds who leads and who cooperates, from printed cues only. */
final class ResponsibilityReader {

    private static final String ADVERB = "(?:要|应当?|须|需|必须|应该|将|分别|具体|主要|统一|全面|共同|分工|直接|全权|同志|按(?:照)?(?:各自)?职(?:责|能)(?:分工)?|按分工|归口|依职责|根据职责|各自|协同|积极|密切|主动|予以|予|大力|做好|全力|认真)*";
    private static final Pattern LEAD_AFTER =
            Pattern.compile(ADVERB + "(?:牵头|负责(?![人同制任])|主办|承办|为(?:牵头|责任|主办|主责|第一责任)(?:单位|部门)|各司其职|各负其责)");
    private static final Pattern COOPERATE_AFTER =
            Pattern.compile(ADVERB + "(?:配合|参与|参加|协办|协同|协助配合|为(?:配合|协办|参与)(?:单位|部门))(?!的|式|度|率|权|感|意识)");
    private static final Pattern LABELLED = Pattern.compile(
            "(牵头(?:责任)?(?:单位|部门|科室|领导)?|责任(?:单位|部门|科室|主体|处室)|主(?:办|责|要责任)(?:单位|部门)|承办(?:单位|部门)|负责(?:单位|部门|科室)|实施(?:单位|主体))[:](?!人)"
                    + "|((?:配合|协办|参与|参加|协同|协助|联办)(?:单位|部门|科室))[:]");
    private static final Pattern COOPERATE_WITH = Pattern.compile("(?:配合|联合|会同|协同)(?!单位|部门:|开展|执法|发|下|国|体|惩|监管|整治|检查|行动|印发|作战|会|组|推进|做|督|治|机制|管理)");
    private static final Pattern SECTOR_DUTY = Pattern.compile(ADVERB + "落实(?:行业(?:监管|主管|管理)?|属地(?:管理|监管)?|监管|主体)责任");

    private static final Pattern EACH_DUTY = Pattern.compile("各司其职|各负其责");
    private static final Pattern MANNER = Pattern.compile(
            "^(?:要|请|督促|组织|推动|指导|要求|协调|引导|鼓励|支持|动员|协助|配合|联合|会同|邀请|建立|形成|完善|健全|加强|强化|落实|实行|坚持|依托|发动|促进|号召|压实|明确|通过|成立|构建)");

    private final PlanContext plan;
    private final List<Responsibility> found = new ArrayList<>();

    ResponsibilityReader(PlanContext plan) {
        this.plan = plan;
    }

    List<Responsibility> read() {
        for (PlanText text : plan.texts()) {
            for (Span sentence : text.sentences(false)) {
                new DutySentence(text, sentence).read().ifPresent(found::add);
            }
        }
        return found;
    }

    /** One sentence: every cue in it, and the units before or after the cue. */
    private static final class DutySentence {

        private final PlanText text;
        private final String plain;
        private final Span sentence;
        private final List<UnitNames.Name> lead = new ArrayList<>();
        private final List<UnitNames.Name> cooperate = new ArrayList<>();
        private final List<UnitNames.Name> helped = new ArrayList<>();

        DutySentence(PlanText text, Span sentence) {
            this.text = text;
            this.plain = text.plain();
            this.sentence = sentence;
        }

        Optional<Responsibility> read() {
            labelled();
            before(LEAD_AFTER, lead);
            boolean named = !lead.isEmpty();
            before(COOPERATE_AFTER, cooperate);
            boolean cooperating = !cooperate.isEmpty();
            boolean helped = with();
            if (helped && cooperating) {
                helpedLeads();
            } else if (cooperating && !named || EACH_DUTY.matcher(sentence.of(plain)).find() && named) {
                subjectLeads();
            }
            before(SECTOR_DUTY, lead.isEmpty() ? lead : cooperate);
            if (lead.isEmpty() && cooperate.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Responsibility(
                    text.passage(sentence.start(), sentence.end()), printed(lead), printed(cooperate)));
        }

        private List<String> printed(List<UnitNames.Name> names) {
            return names.stream().map(name -> text.printed(name.start(), name.end())).distinct().toList();
        }

        private void labelled() {
            Matcher matcher = LABELLED.matcher(plain).region(sentence.start(), sentence.end());
            while (matcher.find()) {
                int end = matcher.end();
                while (end < sentence.end() && ",;()".indexOf(plain.charAt(end)) < 0 && !plain.startsWith("配合", end)) {
                    end++;
                }
                (matcher.group(1) != null ? lead : cooperate).addAll(UnitNames.split(plain, matcher.end(), end));
            }
        }

        /** The units named right before a cue. */
        private void before(Pattern cue, List<UnitNames.Name> role) {
            Matcher matcher = cue.matcher(plain).region(sentence.start(), sentence.end());
            while (matcher.find()) {
                int start = matcher.start();
                int from = start;
                while (from > sentence.start() && ",。;:!?()“”\t".indexOf(plain.charAt(from - 1)) < 0) {
                    from--;
                }
                int by = plain.lastIndexOf('由', start - 1);
                if (by >= from) {
                    from = by + 1;
                }
                if (from < start && !MANNER.matcher(plain.substring(from, start)).find() && !text.inTitle(start) && UnitNames.isUnit(plain.substring(from, start).replaceFirst("等$", "等部门"))) {
                    role.addAll(UnitNames.split(plain, from, start));
                }
            }
        }

        private boolean with() {
            helped.clear();
            Matcher matcher = COOPERATE_WITH.matcher(plain).region(sentence.start(), sentence.end());
            while (matcher.find()) {
                if (!text.inTitle(matcher.start())) {
                    UnitNames.endOfList(plain, matcher.end(), sentence.end())
                            .ifPresent(end -> helped.addAll(UnitNames.split(plain, matcher.end(), end)));
                }
            }
            cooperate.addAll(helped);
            return !helped.isEmpty();
        }

        /** A要配合B做某事: B has the lead. */
        private void helpedLeads() {
            cooperate.removeAll(helped);
            helped.stream().filter(name -> !lead.contains(name)).forEach(lead::add);
        }

        /** A做某事,B予以配合: the subject of the sentence has the lead. */
        private void subjectLeads() {
            UnitNames.subject(plain, sentence.start(), sentence.end())
                    .filter(end -> !MANNER.matcher(plain.substring(subjectStart(), end)).find())
                    .filter(end -> lead.stream().noneMatch(name -> name.start() < end)
                            && cooperate.stream().noneMatch(name -> name.start() < end))
                    .ifPresent(end -> lead.addAll(0, UnitNames.split(plain, subjectStart(), end)));
        }

        private int subjectStart() {
            return UnitNames.subjectStart(plain, sentence.start());
        }
    }
}
