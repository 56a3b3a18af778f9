package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anshe.campaign.internal.reading.PlanReading.Outline;
import org.jspecify.annotations.Nullable;

/** Reads a plan: the grammar from paragraphs to findings. */
public final class PlanReader {

    public PlanReading read(PlanDocument document) {
        List<PlanText> texts = document.paragraphs().stream()
                .flatMap(paragraph -> PlanText.pieces(paragraph).stream())
                .toList();
        PlanContext plan = new PlanContext(texts);
        List<Outline> outline = plan.items().stream()
                .map(item -> OutlineReader.outline(plan.text(item.paragraph()), item))
                .toList();
        StageReader stages = new StageReader(plan);
        List<PlanReading.Stage> found = stages.read();
        List<PlanReading.Deadline> deadlines = new DeadlineReader(plan, stages).read();
        List<PlanReading.Warning> warnings = new ArrayList<>(new NumberingWarnings(plan).find());
        warnings.addAll(new ScheduleWarnings(plan, found, deadlines).find());
        warnings.sort(Comparator.comparingInt(
                        (PlanReading.Warning warning) -> warning.source().line())
                .thenComparingInt(warning -> warning.source().start()));
        return new PlanReading(
                title(plan),
                outline,
                found,
                new ResponsibilityReader(plan).read(),
                deadlines,
                new RecurrenceReader(plan).read(),
                new TargetReader(plan).read(),
                warnings);
    }

    private static @Nullable String title(PlanContext plan) {
        int index = plan.titleIndex();
        return index < 0 ? null : plan.text(index).printed(0, plan.text(index).length());
    }
}
