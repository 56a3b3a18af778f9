package org.anshe.report.internal.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The sentence part that sets figures beside those of the year before: 比上年同期分别下降17.5%、16.7%. */
public final class Comparison {

    private Comparison() {}

    /** A figure with the same of the year before; the name is used when not all go the same way. */
    public record Pair(String name, Figure now, Figure before) {}

    private record Change(Pair pair, BigDecimal by) {}

    /**
     * Compares what can be compared. All going one way: one list without names. Otherwise each way has its list with
     * names; a base of zero says 无可比数; a pair with an unknown figure drops out.
     *
     * @param base what is compared with, for example 上年同期
     */
    public static Clause with(String base, List<Pair> pairs) {
        List<Pair> known = pairs.stream()
                .filter(pair -> pair.now().known() && pair.before().known())
                .toList();
        List<Change> fell = new ArrayList<>();
        List<Change> rose = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<String> incomparable = new ArrayList<>();
        for (Pair pair : known) {
            BigDecimal by = pair.now().changeFrom(pair.before());
            if (by == null) {
                (pair.now().zero() ? same : incomparable).add(pair.name());
            } else if (by.signum() == 0) {
                same.add(pair.name());
            } else {
                (by.signum() < 0 ? fell : rose).add(new Change(pair, by.abs()));
            }
        }
        if (known.isEmpty() || (fell.isEmpty() && rose.isEmpty() && same.isEmpty())) {
            return Clause.unknown();
        }
        boolean one = fell.size() == pairs.size() || rose.size() == pairs.size();
        List<TextRun> runs = new ArrayList<>(List.of(TextRun.words((base.startsWith("与") ? "" : "比") + base)));
        if (one) {
            runs.addAll(list("", fell.isEmpty() ? "上升" : "下降", fell.isEmpty() ? rose : fell));
            return Clause.ofRuns(runs);
        }
        List<List<TextRun>> parts = new ArrayList<>();
        addList(parts, "下降", fell);
        addList(parts, "上升", rose);
        addWords(parts, same, "持平");
        addWords(parts, incomparable, "无可比数");
        parts.forEach(part -> {
            runs.add(TextRun.words("，"));
            runs.addAll(part);
        });
        return Clause.ofRuns(runs);
    }

    private static void addList(List<List<TextRun>> parts, String verb, List<Change> changes) {
        if (!changes.isEmpty()) {
            String names = String.join(
                    "、", changes.stream().map(change -> change.pair().name()).toList());
            parts.add(list(names, verb, changes));
        }
    }

    private static void addWords(List<List<TextRun>> parts, List<String> names, String verb) {
        if (!names.isEmpty()) {
            parts.add(List.of(TextRun.words(String.join("、", names) + verb)));
        }
    }

    private static List<TextRun> list(String names, String verb, List<Change> changes) {
        List<TextRun> runs = new ArrayList<>();
        runs.add(TextRun.words(names + (changes.size() > 1 ? "分别" : "") + verb));
        for (Change change : changes) {
            if (runs.size() > 1) {
                runs.add(TextRun.words("、"));
            }
            // The percentage opens what it compares with; the figure itself stands in the sentence already.
            runs.add(new TextRun(
                    Figure.percent(change.by()), change.pair().before().key()));
        }
        return runs;
    }
}
