package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PlanReading.Responsibility;
import org.anshe.campaign.internal.reading.PlanText.Span;

/** One sentence or bracket: its cues, and the units before or after each of them. */
final class DutySentence {

    private static final int CLAUSE_LENGTH = 120;
    private static final String STOPS = ",。;:!?“”\t【】[]";
    private static final Pattern INLINE_MARK = Pattern.compile("(?:[一二三四五六七八九十]{1,2}(?:是|要)|首先|其次|其中|具体)");
    private static final Pattern MODAL = Pattern.compile("(?:要|应当?|须|需|必须|主动|积极|注重|加强){1,3}$");
    private static final Pattern BROUGHT_IN = Pattern.compile("会同|联合|配合|商");

    private final PlanText text;
    private final String plain;
    private final Span sentence;
    private final List<Span> apart;
    private final List<UnitNames.Name> lead = new ArrayList<>();
    private final List<UnitNames.Name> cooperate = new ArrayList<>();

    /**
     * @param apart stretches of the sentence that are read on their own
     */
    DutySentence(PlanText text, Span sentence, List<Span> apart) {
        this.text = text;
        this.plain = text.plain();
        this.sentence = sentence;
        this.apart = apart;
    }

    Optional<Responsibility> read() {
        if (!DutyCues.ANY
                .matcher(plain)
                .region(sentence.start(), sentence.end())
                .find()) {
            return Optional.empty();
        }
        labelled();
        before(DutyCues.LEADS, lead);
        before(DutyCues.MEETS_WITH, lead);
        boolean leads = !lead.isEmpty();
        before(DutyCues.COOPERATES, cooperate);
        boolean cooperates = !cooperate.isEmpty();
        List<UnitNames.Name> helped = with();
        if (cooperates && !leads && !helped.isEmpty()) {
            lead.addAll(helped);
        } else {
            cooperate.addAll(helped);
        }
        if (cooperates && lead.isEmpty()
                || leads && DutyCues.EACH_ITS_OWN.matcher(sentence.of(plain)).find()) {
            subjectLeads();
        }
        before(DutyCues.SHARES, lead.isEmpty() ? lead : cooperate);
        return lead.isEmpty() && cooperate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Responsibility(
                        text.passage(sentence.start(), sentence.end()), printed(lead), printed(cooperate)));
    }

    private List<String> printed(List<UnitNames.Name> names) {
        return names.stream()
                .map(name -> text.printed(name.start(), name.end()))
                .distinct()
                .toList();
    }

    private boolean set(int index) {
        return apart.stream().anyMatch(span -> span.contains(index)) || text.inTitle(index) || quoted(index);
    }

    /** What stands in quotation marks, such as “街道统筹、社区负责”, is a slogan. */
    private boolean quoted(int index) {
        int open = plain.lastIndexOf('“', index);
        return open >= sentence.start() && plain.lastIndexOf('”', index) < open && plain.indexOf('”', index) >= 0;
    }

    private void labelled() {
        Matcher matcher = DutyCues.LABEL.matcher(plain).region(sentence.start(), sentence.end());
        while (matcher.find()) {
            if (!set(matcher.start())) {
                List<UnitNames.Name> role = matcher.group(1) != null ? lead : cooperate;
                int end = labelEnd(matcher.end());
                listed(matcher.end(), end, role);
            }
        }
    }

    /** The units of a label, without 按职责分工负责 after them; a unit marked (配合) cooperates. */
    private void listed(int from, int end, List<UnitNames.Name> role) {
        Matcher cue = DutyCues.LEADS.matcher(plain).region(from, end);
        int stop = end;
        while (stop == end && cue.find()) {
            stop = plain.charAt(cue.start() - 1) == '(' ? end : cue.start();
        }
        for (Span words : UnitNames.words(text, new Span(from, stop))) {
            for (UnitNames.Name name : UnitNames.split(plain, words.start(), words.end())) {
                (UnitNames.markedToCooperate(plain, name) ? cooperate : role).add(name);
            }
        }
    }

    /** A label's units go on over commas as long as units follow. */
    private int labelEnd(int from) {
        Matcher next = DutyCues.NEXT_LABEL.matcher(plain).region(from, sentence.end());
        int limit = next.find() ? next.start() : sentence.end();
        int end = stop(from, limit);
        while (end < limit && plain.charAt(end) == ',') {
            int further = stop(end + 1, limit);
            if (!UnitNames.isUnit(plain.substring(end + 1, further))) {
                return end;
            }
            end = further;
        }
        return end;
    }

    private int stop(int from, int limit) {
        int end = from;
        while (end < limit && end - from < CLAUSE_LENGTH && STOPS.indexOf(plain.charAt(end)) < 0) {
            end++;
        }
        return end > from && plain.charAt(end - 1) == ')' && plain.lastIndexOf('(', end) < from ? end - 1 : end;
    }

    /** The units named right before a cue. */
    private void before(Pattern cue, List<UnitNames.Name> role) {
        Matcher matcher = cue.matcher(plain).region(sentence.start(), sentence.end());
        while (matcher.find()) {
            int cueAt = matcher.start();
            boolean slogan = DutyCues.SLOGAN_AFTER
                    .matcher(plain)
                    .region(matcher.end(), sentence.end())
                    .lookingAt();
            if (!set(cueAt) && !slogan) {
                int clause = clauseStart(cueAt);
                names(clause, cueAt)
                        .map(span -> span.start() == clause ? new Span(backOverUnits(clause), span.end()) : span)
                        .or(() -> clause == cueAt ? described(clause) : Optional.empty())
                        .ifPresent(span -> role.addAll(UnitNames.split(plain, span.start(), span.end())));
            }
        }
    }

    /** Within a bracket, the units before a comma belong to the same list: (各街道,区民政局分别负责). */
    private int backOverUnits(int clause) {
        int from = clause;
        boolean bracket = sentence.start() > 0 && plain.charAt(sentence.start() - 1) == '(';
        while (bracket && from > sentence.start() && plain.charAt(from - 1) == ',') {
            int before = clauseStart(from - 1);
            String names = plain.substring(before, from - 1);
            if (!UnitNames.isUnit(names) || DutyCues.ANY.matcher(names).find()) {
                return from;
            }
            from = before;
        }
        return from;
    }

    /** The unit that a clause of its own described, before 负责 begins the next clause. */
    private Optional<Span> described(int clause) {
        Matcher matcher =
                DutyCues.DESCRIBED.matcher(plain).region(Math.max(sentence.start(), clause - CLAUSE_LENGTH), clause);
        return matcher.find() && UnitNames.isUnit(matcher.group(1))
                ? Optional.of(new Span(matcher.start(1), matcher.end(1)))
                : headed(clause);
    }

    /** 区住建局:负责…: the unit is the heading of its duties. */
    private Optional<Span> headed(int clause) {
        if (clause <= sentence.start() || plain.charAt(clause - 1) != ':') {
            return Optional.empty();
        }
        int from = clauseStart(clause - 1);
        return UnitNames.isUnit(plain.substring(from, clause - 1))
                ? Optional.of(new Span(from, clause - 1))
                : Optional.empty();
    }

    private int clauseStart(int index) {
        int from = index;
        int depth = 0;
        while (from > sentence.start() && index - from < CLAUSE_LENGTH) {
            char before = plain.charAt(from - 1);
            depth += before == ')' ? 1 : before == '(' ? -1 : 0;
            if (depth < 0 || STOPS.indexOf(before) >= 0) {
                break;
            }
            from--;
        }
        return from;
    }

    private Optional<Span> names(int clause, int end) {
        int from = clause;
        Matcher mark = INLINE_MARK.matcher(plain).region(from, end);
        if (mark.lookingAt()) {
            from = mark.end();
        }
        Matcher earlier = DutyCues.DUTY_BEFORE.matcher(plain).region(from, end);
        while (earlier.find()) {
            from = earlier.end();
        }
        boolean slogan = from > clause
                && DutyCues.SLOGAN_SUBJECT.matcher(plain.substring(from, end)).matches();
        int by = plain.lastIndexOf('由', end - 1);
        from = by >= from ? by + 1 : from;
        int stop = end;
        Matcher broughtIn = BROUGHT_IN.matcher(plain).region(from, end);
        if (broughtIn.find()
                && broughtIn.start() > from
                && !"务".equals(plain.substring(broughtIn.end(), broughtIn.end() + 1))) {
            stop = broughtIn.start();
        }
        String names = plain.substring(from, stop);
        boolean unit = UnitNames.isUnit(names) || UnitNames.isList(names);
        return unit
                        && !slogan
                        && !DutyCues.WITH_OTHERS.matcher(names).find()
                        && !DutyCues.NO_SUBJECT.matcher(names).find()
                ? Optional.of(new Span(from, stop))
                : Optional.empty();
    }

    /** The units after 配合, 联合 and their like. */
    private List<UnitNames.Name> with() {
        List<UnitNames.Name> found = new ArrayList<>();
        Matcher matcher = DutyCues.WITH.matcher(plain).region(sentence.start(), sentence.end());
        while (matcher.find()) {
            if (!set(matcher.start())) {
                UnitNames.endOfList(plain, matcher.end(), sentence.end())
                        .ifPresent(end -> found.addAll(UnitNames.split(plain, matcher.end(), end)));
            }
        }
        Matcher together = DutyCues.TOGETHER_WITH.matcher(plain).region(sentence.start(), sentence.end());
        together.useTransparentBounds(true);
        while (together.find()) {
            String partners = together.group(1);
            if (!set(together.start()) && (UnitNames.isUnit(partners) || UnitNames.isList(partners))) {
                boolean helps = together.group().endsWith("配合");
                initiator(together.start() - 1).ifPresent(names -> (helps ? lead : found).addAll(names));
                found.addAll(UnitNames.split(plain, together.start(1), together.end(1)));
            }
        }
        return found.stream().filter(name -> !lead.contains(name)).toList();
    }

    /** Who stands before 与 in A与B联合开展 and A要主动与B加强配合; with the former neither leads. */
    private Optional<List<UnitNames.Name>> initiator(int with) {
        int clause = clauseStart(with);
        Matcher modal = MODAL.matcher(plain).region(clause, with);
        int end = modal.find() ? modal.start() : with;
        return end > clause && lead.isEmpty()
                ? names(clause, end).map(span -> UnitNames.split(plain, span.start(), span.end()))
                : Optional.empty();
    }

    /** A做某事,B予以配合: the subject of the sentence has the lead. */
    private void subjectLeads() {
        int start = UnitNames.subjectStart(plain, sentence.start());
        UnitNames.subject(plain, sentence.start(), sentence.end())
                .filter(end -> !DutyCues.NO_SUBJECT
                        .matcher(plain.substring(start, end))
                        .find())
                .filter(end -> lead.stream().noneMatch(name -> name.start() < end)
                        && cooperate.stream().noneMatch(name -> name.start() < end))
                .ifPresent(end -> lead.addAll(0, UnitNames.split(plain, start, end)));
    }
}
