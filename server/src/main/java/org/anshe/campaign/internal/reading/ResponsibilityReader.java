package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.PlanReading.Responsibility;
import org.anshe.campaign.internal.reading.PlanTables.Role;
import org.anshe.campaign.internal.reading.PlanText.Span;

/** Finds who leads and who cooperates, from printed cues only. Every bracket with cues is an entry of its own. */
final class ResponsibilityReader {

    private static final Pattern BRACKET =
            Pattern.compile("\\((?=[^()]{0,300}(?:牵头|负责|负总责|各司其职|配合|协助|参加|参与|单位:|部门:|科室:))");

    /** A cue in a cell that is no mark behind a name. */
    private static final Pattern CUE = Pattern.compile("(?<!\\()(?:牵头|负责|配合|协助|参与|参加|协办)");

    /** A name, as against 无, / or — in an empty cell. */
    private static final Pattern NAMED = Pattern.compile("^[\\p{L}“(](?!$)");

    private final PlanContext plan;

    ResponsibilityReader(PlanContext plan) {
        this.plan = plan;
    }

    List<Responsibility> read() {
        List<Responsibility> found = new ArrayList<>();
        for (int i = 0; i < plan.texts().size(); i++) {
            PlanText text = plan.text(i);
            columns(i, text).ifPresent(found::add);
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

    /** The units in the columns of a table, except cells that say themselves who leads. */
    private Optional<Responsibility> columns(int paragraph, PlanText text) {
        List<PlanTables.Cell> cells = plan.tables().cells(paragraph).stream()
                .filter(cell -> cell.role() == Role.LEAD || cell.role() == Role.COOPERATE)
                .filter(cell -> !CUE.matcher(cell.span().of(text.plain())).find())
                .toList();
        List<String> lead = names(text, cells, false);
        List<String> cooperate = names(text, cells, true);
        return lead.isEmpty() && cooperate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Responsibility(
                        text.passage(
                                cells.getFirst().span().start(),
                                cells.getLast().span().end()),
                        lead,
                        cooperate));
    }

    private static List<String> names(PlanText text, List<PlanTables.Cell> cells, boolean cooperating) {
        List<String> names = new ArrayList<>();
        for (PlanTables.Cell cell : cells) {
            for (Span words : UnitNames.words(text, cell.span())) {
                for (UnitNames.Name name : UnitNames.split(text.plain(), words.start(), words.end())) {
                    boolean helps = cell.role() == Role.COOPERATE || UnitNames.markedToCooperate(text.plain(), name);
                    String printed = text.printed(name.start(), name.end());
                    if (helps == cooperating && NAMED.matcher(printed).find() && !names.contains(printed)) {
                        names.add(printed);
                    }
                }
            }
        }
        return names;
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
