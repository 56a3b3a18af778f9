package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PlanReading.Responsibility;
import org.anshe.campaign.internal.reading.PlanText.Span;

/** Finds who leads and who cooperates, from printed cues only. Every bracket with cues is an entry of its own. */
final class ResponsibilityReader {

    private static final Pattern BRACKET = Pattern.compile("\\((?=[^()]{0,300}(?:牵头|负责|配合|单位:|部门:|科室:))");

    private final PlanContext plan;

    ResponsibilityReader(PlanContext plan) {
        this.plan = plan;
    }

    List<Responsibility> read() {
        List<Responsibility> found = new ArrayList<>();
        for (int i = 0; i < plan.texts().size(); i++) {
            PlanText text = plan.text(i);
            for (Span whole : text.sentences(false)) {
                Span sentence =
                        new Span(Math.min(Math.max(whole.start(), plan.bodyStart(i)), whole.end()), whole.end());
                List<Span> brackets = brackets(text.plain(), sentence);
                new DutySentence(text, sentence, brackets).read().ifPresent(found::add);
                for (Span bracket : brackets) {
                    new DutySentence(text, bracket, List.of()).read().ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static List<Span> brackets(String plain, Span sentence) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = BRACKET.matcher(plain).region(sentence.start(), sentence.end());
        int at = sentence.start();
        while (at < sentence.end() && matcher.find(at) && matcher.start() < sentence.end()) {
            int close = closing(plain, matcher.end(), sentence.end());
            if (close > matcher.end()) {
                spans.add(new Span(matcher.end(), close));
            }
            at = close + 1;
        }
        return spans;
    }

    /** The bracket's end, past brackets within it such as 县(市、区). */
    private static int closing(String plain, int from, int limit) {
        int depth = 1;
        for (int i = from; i < limit; i++) {
            depth += plain.charAt(i) == '(' ? 1 : plain.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return limit;
    }
}
