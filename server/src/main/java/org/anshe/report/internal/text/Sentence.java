package org.anshe.report.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence: clauses joined by commas, groups of clauses joined by semicolons. What is unknown drops out; a sentence of
 * which nothing is left says nothing.
 */
public final class Sentence {

    private final String opening;
    private final List<List<Clause>> groups;

    private Sentence(String opening, List<List<Clause>> groups) {
        this.opening = opening;
        this.groups = groups;
    }

    public static Sentence of(Clause... clauses) {
        return new Sentence("", List.of(List.of(clauses)));
    }

    /** Begins with words that are printed only when something follows: 上半年，. */
    public static Sentence opening(String words, Clause... clauses) {
        return new Sentence(words, List.of(List.of(clauses)));
    }

    /** A further group behind a semicolon. */
    public Sentence then(Clause... clauses) {
        List<List<Clause>> more = new ArrayList<>(groups);
        more.add(List.of(clauses));
        return new Sentence(opening, more);
    }

    public boolean known() {
        return groups.stream().flatMap(List::stream).anyMatch(Clause::known);
    }

    public List<TextRun> runs() {
        List<TextRun> runs = new ArrayList<>();
        for (List<Clause> group : groups) {
            boolean first = true;
            for (Clause clause : group) {
                if (!clause.known()) {
                    continue;
                }
                if (runs.isEmpty()) {
                    if (!opening.isEmpty()) {
                        runs.add(TextRun.words(opening));
                    }
                } else {
                    runs.add(TextRun.words(first ? "；" : "，"));
                }
                runs.addAll(clause.runs());
                first = false;
            }
        }
        if (!runs.isEmpty()) {
            runs.add(TextRun.words("。"));
        }
        return merged(runs);
    }

    public String text() {
        return text(runs());
    }

    public static String text(List<TextRun> runs) {
        return runs.stream().map(TextRun::text).collect(Collectors.joining());
    }

    /** Neighbouring words become one piece. */
    static List<TextRun> merged(List<TextRun> runs) {
        List<TextRun> merged = new ArrayList<>();
        for (TextRun run : runs) {
            TextRun last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.figure() == null && run.figure() == null) {
                merged.set(merged.size() - 1, TextRun.words(last.text() + run.text()));
            } else {
                merged.add(run);
            }
        }
        return List.copyOf(merged);
    }
}
