package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anshe.campaign.internal.reading.OutlineLabel.Style;
import org.anshe.campaign.internal.reading.OutlineReader.Item;
import org.anshe.campaign.internal.reading.PlanReading.Warning;
import org.anshe.campaign.internal.reading.PlanReading.WarningKind;

/** Finds numbers left out and numbers used twice in a series. */
final class NumberingWarnings {

    private final PlanContext plan;
    private final Map<Integer, Item> open = new HashMap<>();
    private final Map<Style, Integer> last = new HashMap<>();
    private final List<Warning> warnings = new ArrayList<>();

    NumberingWarnings(PlanContext plan) {
        this.plan = plan;
    }

    List<Warning> find() {
        int inlineParagraph = -1;
        int inlineValue = 0;
        for (Item item : plan.items()) {
            if (item.inline()) {
                boolean goesOn = inlineParagraph == item.paragraph() || inlineValue + 1 == item.value();
                judge(item, goesOn ? inlineValue : 0, false);
                inlineParagraph = item.paragraph();
                inlineValue = item.value();
            } else if (item.value() > 0) {
                printed(item);
            }
        }
        return warnings;
    }

    private void printed(Item item) {
        Item before = open.get(item.level());
        int inSeries = before != null && before.style() == item.style() ? before.value() : 0;
        int running = last.getOrDefault(item.style(), 0);
        open.keySet().removeIf(level -> level > item.level());
        open.put(item.level(), item);
        judge(item, inSeries, item.value() == running + 1);
        last.put(item.style(), item.value());
    }

    /** A series may begin anew at 1, and may run on through the items above it. */
    private void judge(Item item, int before, boolean runsOn) {
        if (item.value() == 1 || item.value() == before + 1 || runsOn) {
            return;
        }
        WarningKind kind = item.value() <= before ? WarningKind.NUMBERING_REPEATED : WarningKind.NUMBERING_SKIPPED;
        PlanText text = plan.text(item.paragraph());
        Map<String, String> facts =
                Map.of("label", text.printed(item.start(), item.body()), "expected", Integer.toString(before + 1));
        warnings.add(new Warning(kind, text.passage(item.start(), item.body()), facts));
    }
}
