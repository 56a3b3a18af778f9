package org.anshe.campaign.internal.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anshe.campaign.internal.reading.OutlineLabel.Style;
import org.anshe.campaign.internal.reading.PlanReading.Outline;

/** Finds the numbered items and their levels. The outermost label printed is level 1. */
final class OutlineReader {

    private static final int TITLE_LENGTH = 40;

    /** An annex starts an outline of its own; 附件:1.… only lists annexes. */
    private static final Pattern ANNEX =
            Pattern.compile("附(?:件|表|录)(?:[一二三四五六七八九十]{1,2}|\\d{1,2})?(?:[:、.-]?|[:、.-](?!\\d)[^,。;]{1,40})");

    private final List<PlanText> texts;
    private final List<List<DateExpression>> dates;
    private final List<Optional<OutlineLabel>> labels;
    private final List<Map<Style, Integer>> nextValue;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Style, Integer> besidePhases = new EnumMap<>(Style.class);
    private final List<Item> items = new ArrayList<>();

    private OutlineReader(List<PlanText> texts, List<List<DateExpression>> dates) {
        this.texts = texts;
        this.dates = dates;
        this.labels = texts.stream().map(OutlineLabel::at).toList();
        this.nextValue = nextValues(labels);
    }

    /**
     * A series that is still running.
     *
     * @param phases whether every item so far is a phase with its time, and holds none
     */
    private record Open(Style style, int value, int level, boolean phases) {}

    /**
     * An item in its place.
     *
     * @param paragraph index into the texts
     * @param start where the label stands in the plain text
     * @param body where the item's own text begins
     * @param inline whether it runs on within a paragraph
     */
    record Item(int paragraph, int start, int body, Style style, int value, int level, boolean inline) {}

    static List<Item> read(List<PlanText> texts, List<List<DateExpression>> dates) {
        return new OutlineReader(texts, dates).items();
    }

    private List<Item> items() {
        for (int i = 0; i < texts.size(); i++) {
            int paragraph = i;
            if (endsDocument(i)) {
                open.clear();
                besidePhases.clear();
            }
            int body = labels.get(i).map(label -> place(paragraph, label)).orElse(0);
            int level = open.isEmpty() ? 1 : open.peek().level() + 1;
            for (InlineItems.Inline inline : InlineItems.in(texts.get(i), body)) {
                items.add(new Item(i, inline.start(), inline.end(), Style.MARK, inline.value(), level, true));
            }
        }
        return items;
    }

    /** A signature and the heading of an annex close what stands above them. */
    private boolean endsDocument(int paragraph) {
        PlanText text = texts.get(paragraph);
        return ANNEX.matcher(text.plain()).matches() || PlanContext.isDay(text, dates.get(paragraph));
    }

    private int place(int paragraph, OutlineLabel label) {
        boolean phasesSoFar = close(label, paragraph);
        int level = open.isEmpty() ? 1 : open.peek().level() + 1;
        boolean phases = (label.value() == 1 || phasesSoFar) && isTimedPhase(paragraph, label);
        open.push(new Open(label.style(), label.value(), level, phases));
        items.add(new Item(paragraph, 0, label.end(), label.style(), label.value(), level, false));
        return label.end();
    }

    /** (一)动员部署(2024年6月)。…: a heading with a time in brackets, and its text behind it. */
    private boolean isTimedPhase(int paragraph, OutlineLabel label) {
        String plain = texts.get(paragraph).plain();
        return dates.get(paragraph).stream()
                .limit(1)
                .anyMatch(date -> date.start() > label.end()
                        && plain.charAt(date.start() - 1) == '('
                        && plain.lastIndexOf('。', date.start()) < 0
                        && plain.indexOf(')', date.end()) < plain.length() - 2);
    }

    /**
     * Ends the series that this label does not continue or stand in.
     *
     * @return whether it continues a series of phases that hold no items
     */
    private boolean close(OutlineLabel label, int paragraph) {
        if (open.stream().anyMatch(series -> series.style() == label.style())) {
            boolean holdsNone = open.element().style() == label.style();
            while (open.element().style() != label.style()) {
                open.pop();
            }
            return open.pop().phases() && holdsNone;
        }
        if (label.style() == Style.PHASE) {
            besidePhases.clear();
        }
        while (!open.isEmpty() && !holds(open.element(), label, paragraph)) {
            Open closed = open.pop();
            if (label.style() == Style.PHASE) {
                besidePhases.put(closed.style(), closed.level());
            }
        }
        if (resumesBesidePhases(label, paragraph) || followsOutermostPhases(label)) {
            open.pop();
        }
        return false;
    }

    /** Where the headings above are lost, what follows the last of the phases stands beside them. */
    private boolean followsOutermostPhases(OutlineLabel label) {
        return open.size() == 1
                && open.element().phases()
                && open.element().value() > 1
                && label.style() != Style.PHASE
                && label.style() != Style.MARK;
    }

    /** A series that stood beside the phases starts anew after the last of them, unless phases hold such a series. */
    private boolean resumesBesidePhases(OutlineLabel label, int paragraph) {
        if (open.isEmpty() || open.element().style() != Style.PHASE) {
            return false;
        }
        Open phase = open.element();
        Integer level = besidePhases.get(label.style());
        Integer next = nextValue.get(paragraph).get(Style.PHASE);
        boolean phasesGoOn = next != null && next == phase.value() + 1;
        if (phasesGoOn) {
            besidePhases.clear();
        }
        return level != null && level == phase.level() && !phasesGoOn;
    }

    /** An outer style holds an inner one; an inner style holds an outer one when its own series goes on after it. */
    private boolean holds(Open series, OutlineLabel label, int paragraph) {
        if (series.style().compareTo(label.style()) < 0) {
            return true;
        }
        if (label.value() != 1 || series.style() == Style.MARK) {
            return false;
        }
        Integer next = nextValue.get(paragraph).get(series.style());
        return next != null && next == series.value() + 1;
    }

    private static List<Map<Style, Integer>> nextValues(List<Optional<OutlineLabel>> labels) {
        List<Map<Style, Integer>> values = new ArrayList<>(labels.size());
        Map<Style, Integer> next = new EnumMap<>(Style.class);
        for (Optional<OutlineLabel> label : labels.reversed()) {
            values.add(label.isPresent() ? new EnumMap<>(next) : Map.of());
            label.ifPresent(found -> next.put(found.style(), found.value()));
        }
        return values.reversed();
    }

    static Outline outline(PlanText text, Item item) {
        int end = titleEnd(text.plain(), item);
        String label = text.printed(item.start(), item.body());
        return new Outline(
                text.passage(item.start(), end),
                label,
                item.level(),
                text.printed(titleStart(text.plain(), item, end), end));
    }

    /** The title begins after a mark behind the label: 首先,…; 一是:…. */
    private static int titleStart(String plain, Item item, int end) {
        int start = item.body();
        while (start < end && ",:、".indexOf(plain.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static int titleEnd(String plain, Item item) {
        String marks = item.inline() ? ",。;:\t" : "。:\t";
        int limit = Math.min(plain.length(), item.body() + TITLE_LENGTH);
        int start = item.body();
        if (start < limit && ",:、".indexOf(plain.charAt(start)) >= 0) {
            start++;
        }
        for (int i = start; i < limit; i++) {
            if (marks.indexOf(plain.charAt(i)) >= 0) {
                return i;
            }
        }
        return limit;
    }
}
