package org.anshe.campaign.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.internal.reading.Passage;
import org.anshe.campaign.internal.reading.PlanDocument;
import org.anshe.campaign.internal.reading.PlanReader;
import org.anshe.campaign.internal.reading.PlanReading;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a document with the reader of today. What a person added, edited or decided stays; proposals nobody touched
 * are replaced.
 */
@Service
public class ReadPlanAgain {

    private final PlanAccess access;
    private final PlanRepository plans;
    private final FindingRepository findings;
    private final AuditTrail audit;
    private final Clock clock;

    ReadPlanAgain(PlanAccess access, PlanRepository plans, FindingRepository findings, AuditTrail audit, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.findings = findings;
        this.audit = audit;
        this.clock = clock;
    }

    private record Place(FindingKind kind, Passage passage) {
        static Place of(Finding finding) {
            return new Place(finding.kind(), finding.passage());
        }
    }

    @Transactional
    public void read(Caller caller, UUID id) {
        PlanRow plan = access.lockForReview(caller, id);
        PlanReading reading = new PlanReader()
                .read(new PlanDocument(
                        plan.fileName(), PlanDocument.Format.valueOf(plan.format()), plans.paragraphs(id)));
        Map<Place, Finding> kept = new HashMap<>();
        List<UUID> replaced = new ArrayList<>();
        for (Finding old : findings.of(id)) {
            if (touched(old)) {
                kept.put(Place.of(old), old);
            } else {
                replaced.add(old.id());
            }
        }
        List<Finding> fresh = ReadFindings.of(reading).stream()
                .filter(finding -> !kept.containsKey(Place.of(finding)))
                .toList();
        findings.withdraw(replaced);
        findings.add(id, fresh, caller.personId(), clock.instant());
        plans.replaceWarnings(id, reading.warnings());
        plans.readAgain(id, clock.instant(), UploadPlan.READER_VERSION);
        plans.touch(id);
        audit.record(
                caller,
                "plan.read-again",
                Subject.of("plan-document", id),
                plan.area(),
                Map.of("kept", kept.size(), "findings", fresh.size()));
    }

    private static boolean touched(Finding finding) {
        return finding.decision() != Decision.PENDING
                || finding.read() == null
                || !finding.read().equals(finding.data());
    }
}
