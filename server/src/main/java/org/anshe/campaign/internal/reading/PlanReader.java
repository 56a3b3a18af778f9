package org.anshe.campaign.internal.reading;

import java.util.List;
import org.anshe.campaign.internal.reading.PlanReading.Outline;

/** Reads a plan: the grammar from paragraphs to findings. */
public final class PlanReader {

    public PlanReading read(PlanDocument document) {
        List<PlanText> texts = document.paragraphs().stream().map(PlanText::of).toList();
        PlanContext plan = new PlanContext(texts);
        List<Outline> outline = plan.items().stream()
                .map(item -> OutlineReader.outline(plan.text(item.paragraph()), item))
                .toList();
        StageReader stages = new StageReader(plan);
        List<PlanReading.Stage> found = stages.read();
        return new PlanReading(
                title(plan),
                outline,
                found,
                new ResponsibilityReader(plan).read(),
                new DeadlineReader(plan, stages).read(),
                new RecurrenceReader(plan).read(),
                new TargetReader(plan).read(),
                List.of());
    }

    private static @org.jspecify.annotations.Nullable String title(PlanContext plan) {
        int index = plan.titleIndex();
        return index < 0 ? null : plan.text(index).printed(0, plan.text(index).length());
    }
}
