package org.anshe.campaign.internal;

import java.util.List;
import java.util.Map;
import org.anshe.attachment.Attachments;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.internal.reading.PlanDocument;
import org.anshe.campaign.internal.reading.PlanReading;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores a document that was read: text, findings, warnings and the original file, all or nothing. */
@Service
class SavePlan {

    private final PlanRepository plans;
    private final FindingRepository findings;
    private final Attachments attachments;
    private final AuditTrail audit;

    SavePlan(PlanRepository plans, FindingRepository findings, Attachments attachments, AuditTrail audit) {
        this.plans = plans;
        this.findings = findings;
        this.attachments = attachments;
        this.audit = audit;
    }

    @Transactional
    public void save(Caller caller, PlanRow plan, List<PlanDocument.Paragraph> paragraphs, PlanReading reading) {
        if (!plans.add(plan, paragraphs)) {
            return;
        }
        List<Finding> found = ReadFindings.of(reading);
        findings.add(plan.id(), found, caller.personId(), plan.readAt());
        plans.replaceWarnings(plan.id(), reading.warnings());
        attachments.link(
                caller,
                new Attachments.Owner("plan-document", plan.id(), plan.area(), null, "plan.view"),
                "original",
                List.of(plan.attachmentId()));
        audit.record(
                caller,
                "plan.upload",
                Subject.of("plan-document", plan.id()),
                plan.area(),
                Map.of("file", plan.fileName(), "paragraphs", paragraphs.size(), "findings", found.size()));
    }
}
