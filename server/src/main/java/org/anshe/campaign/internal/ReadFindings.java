package org.anshe.campaign.internal;

import java.util.ArrayList;
import java.util.List;
import org.anshe.campaign.internal.reading.Passage;
import org.anshe.campaign.internal.reading.PlanReading;
import org.anshe.shared.Ids;

/** A reading as findings that wait for a decision. */
final class ReadFindings {

    private ReadFindings() {}

    static List<Finding> of(PlanReading reading) {
        List<Finding> findings = new ArrayList<>();
        reading.outline()
                .forEach(item -> add(
                        findings, item.source(), new FindingData.Outline(item.label(), item.level(), item.title())));
        reading.stages()
                .forEach(stage ->
                        add(findings, stage.source(), new FindingData.Stage(stage.name(), stage.start(), stage.end())));
        reading.responsibilities()
                .forEach(duty ->
                        add(findings, duty.source(), new FindingData.Responsibility(duty.lead(), duty.cooperate())));
        reading.deadlines()
                .forEach(deadline -> add(
                        findings,
                        deadline.source(),
                        new FindingData.Deadline(deadline.date(), deadline.what(), deadline.recipient())));
        reading.recurrences()
                .forEach(duty -> add(
                        findings,
                        duty.source(),
                        new FindingData.Recurrence(duty.what(), duty.every(), duty.times(), duty.at())));
        reading.targets()
                .forEach(target -> add(
                        findings,
                        target.source(),
                        new FindingData.Target(
                                target.metric(), target.op().symbol(), target.value(), target.unit(), target.by())));
        return findings;
    }

    private static void add(List<Finding> findings, Passage source, FindingData data) {
        findings.add(new Finding(Ids.next(), source, data, data, Decision.PENDING, 0));
    }
}
