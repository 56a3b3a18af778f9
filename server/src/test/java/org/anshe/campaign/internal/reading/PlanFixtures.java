package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.List;
import org.anshe.campaign.internal.reading.PlanDocument.Format;
import org.anshe.campaign.internal.reading.PlanDocument.Paragraph;

/** Plans written down in a test, a paragraph a line. */
final class PlanFixtures {

    private PlanFixtures() {}

    static PlanReading read(String... lines) {
        return new PlanReader().read(document(lines));
    }

    static PlanDocument document(String... lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : lines) {
            paragraphs.add(new Paragraph(paragraphs.size() + 1, line, null, null));
        }
        return new PlanDocument("plan.txt", Format.TEXT, paragraphs);
    }

    static PlanText text(String line) {
        return PlanText.of(new Paragraph(1, line, null, null));
    }

    /** Stages as "name start..end". */
    static List<String> stages(String... lines) {
        return read(lines).stages().stream()
                .map(stage -> stage.source().line() + " " + stage.start() + ".." + stage.end())
                .toList();
    }

    static List<String> deadlines(String... lines) {
        return read(lines).deadlines().stream()
                .map(deadline -> deadline.source().line() + " " + deadline.date())
                .toList();
    }

    static List<String> recurrences(String line) {
        return read(line).recurrences().stream()
                .map(recurrence -> recurrence.every() + "x" + recurrence.times())
                .toList();
    }

    static List<String> targets(String line) {
        return read(line).targets().stream()
                .map(target -> target.op().symbol() + target.value().toPlainString() + target.unit())
                .toList();
    }

    /** Responsibilities as "lead,lead|cooperate,cooperate". */
    static List<String> duties(String line) {
        return read(line).responsibilities().stream()
                .map(duty -> String.join(",", duty.lead()) + "|" + String.join(",", duty.cooperate()))
                .toList();
    }

    static List<String> outline(String... lines) {
        return read(lines).outline().stream()
                .map(item -> item.source().line() + " " + item.label() + " " + item.level())
                .toList();
    }

    static List<PlanReading.WarningKind> warnings(String... lines) {
        return read(lines).warnings().stream().map(PlanReading.Warning::kind).toList();
    }
}
