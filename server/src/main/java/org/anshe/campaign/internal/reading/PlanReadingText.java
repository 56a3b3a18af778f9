package org.anshe.campaign.internal.reading;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints a reading for people at a terminal, a section for each kind. */
final class PlanReadingText {

    private static final String NONE = "—";

    private final PrintStream out;

    PlanReadingText(PrintStream out) {
        this.out = out;
    }

    void print(PlanReading reading) {
        out.println("Title 标题: " + or(reading.title()));
        heading("Outline 提纲", reading.outline());
        for (PlanReading.Outline item : reading.outline()) {
            row(item.source(), "  ".repeat(item.level() - 1) + item.label() + " " + item.title());
        }
        heading("Stages 阶段", reading.stages());
        for (PlanReading.Stage stage : reading.stages()) {
            row(stage.source(), or(stage.start()) + " … " + or(stage.end()) + "  " + stage.name());
        }
        heading("Responsibilities 责任", reading.responsibilities());
        for (PlanReading.Responsibility duty : reading.responsibilities()) {
            row(duty.source(), "lead 牵头: " + names(duty.lead()) + "  cooperate 配合: " + names(duty.cooperate()));
        }
        heading("Deadlines 时限", reading.deadlines());
        for (PlanReading.Deadline deadline : reading.deadlines()) {
            String recipient = deadline.recipient() == null ? "" : "  → " + deadline.recipient();
            row(deadline.source(), deadline.date() + "  " + deadline.what() + recipient);
        }
        heading("Recurrences 周期", reading.recurrences());
        for (PlanReading.Recurrence recurrence : reading.recurrences()) {
            String at = recurrence.at() == null ? "" : "  at " + recurrence.at();
            row(recurrence.source(), recurrence.every() + " × " + recurrence.times() + at + "  " + recurrence.what());
        }
        heading("Targets 目标", reading.targets());
        for (PlanReading.Target target : reading.targets()) {
            String by = target.by() == null ? "" : "  by " + target.by();
            row(
                    target.source(),
                    target.metric() + " " + target.op().symbol() + " "
                            + target.value().toPlainString() + " " + target.unit() + by);
        }
        heading("Warnings 提醒", reading.warnings());
        for (PlanReading.Warning warning : reading.warnings()) {
            row(warning.source(), warning.kind() + " " + facts(warning.facts()));
        }
    }

    private void heading(String name, List<?> found) {
        out.println();
        out.println(name + " (" + found.size() + ")");
    }

    private void row(Passage source, String text) {
        out.printf("%5d  %s%n", source.line(), text);
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? NONE : String.join("、", names);
    }

    private static String facts(Map<String, String> facts) {
        return new TreeMap<>(facts).toString();
    }

    private static String or(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }
}
