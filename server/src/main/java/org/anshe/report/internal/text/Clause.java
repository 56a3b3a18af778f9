package org.anshe.report.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Part of a sentence. A clause that names an unknown number is not known and drops out with all that hangs on it. */
public final class Clause {

    private static final String SLOT = "{}";

    private final boolean known;
    private final List<TextRun> runs;

    private Clause(boolean known, List<TextRun> runs) {
        this.known = known;
        this.runs = List.copyOf(runs);
    }

    /** Words with a slot {@code {}} for each value; values are figures or strings. */
    public static Clause of(String template, Object... values) {
        List<TextRun> runs = new ArrayList<>();
        boolean known = true;
        int at = 0;
        for (Object value : values) {
            int slot = template.indexOf(SLOT, at);
            if (slot < 0) {
                throw new IllegalArgumentException("More values than slots: " + template);
            }
            add(runs, template.substring(at, slot));
            if (value instanceof Figure figure) {
                known &= figure.known();
                if (figure.known()) {
                    runs.add(figure.run());
                }
            } else {
                add(runs, value.toString());
            }
            at = slot + SLOT.length();
        }
        if (template.indexOf(SLOT, at) >= 0) {
            throw new IllegalArgumentException("More slots than values: " + template);
        }
        add(runs, template.substring(at));
        return new Clause(known, runs);
    }

    /** A count that has words of its own when there is nothing: 未发现重大隐患. */
    public static Clause orNone(Figure figure, String none, String template) {
        return figure.zero() ? of(none) : of(template, figure);
    }

    /** Nothing that can be said. */
    public static Clause unknown() {
        return new Clause(false, List.of());
    }

    /** Puts something directly behind this clause, when it is known: a parenthesis, for example. */
    public Clause with(Clause optional) {
        if (!known || !optional.known) {
            return this;
        }
        List<TextRun> both = new ArrayList<>(runs);
        both.addAll(optional.runs);
        return new Clause(true, both);
    }

    public boolean known() {
        return known;
    }

    List<TextRun> runs() {
        return runs;
    }

    /** A clause of ready pieces. */
    static Clause ofRuns(List<TextRun> runs) {
        return new Clause(true, runs);
    }

    private static void add(List<TextRun> runs, String words) {
        if (!words.isEmpty()) {
            runs.add(TextRun.words(words));
        }
    }
}
