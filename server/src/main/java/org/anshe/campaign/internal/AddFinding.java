package org.anshe.campaign.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.internal.reading.Passage;
import org.anshe.campaign.internal.reading.PlanDocument;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Adds what a person found by selecting a passage; it counts as accepted. */
@Service
public class AddFinding {

    private final PlanAccess access;
    private final PlanRepository plans;
    private final FindingRepository findings;
    private final AuditTrail audit;
    private final Clock clock;

    AddFinding(PlanAccess access, PlanRepository plans, FindingRepository findings, AuditTrail audit, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.findings = findings;
        this.audit = audit;
        this.clock = clock;
    }

    public record NewFinding(UUID id, FindingKind kind, int line, int start, int end, JsonNode data) {}

    /** Adds it, once for an id, and returns the version of the document. */
    @Transactional
    public int add(Caller caller, UUID document, NewFinding added) {
        PlanRow plan = access.lockForReview(caller, document);
        if (findings.find(document, added.id()).isPresent()) {
            return plan.version();
        }
        FindingData data = FindingJson.read(added.kind(), added.data());
        Passage passage = passage(document, added);
        findings.add(
                document,
                List.of(new Finding(added.id(), passage, null, data, Decision.ACCEPTED, 0)),
                caller.personId(),
                clock.instant());
        audit.record(
                caller,
                "plan.review",
                Subject.of("plan-document", document),
                plan.area(),
                Map.of("added", added.kind().name(), "line", added.line()));
        return plans.touch(document);
    }

    private Passage passage(UUID document, NewFinding added) {
        int length = plans.paragraphs(document).stream()
                .filter(paragraph -> paragraph.line() == added.line())
                .map(PlanDocument.Paragraph::text)
                .mapToInt(String::length)
                .findFirst()
                .orElse(-1);
        if (added.start() < 0 || added.end() <= added.start() || added.end() > length) {
            throw new ProblemException(CampaignProblem.BAD_PASSAGE, "line", added.line());
        }
        return new Passage(added.line(), added.start(), added.end());
    }
}
