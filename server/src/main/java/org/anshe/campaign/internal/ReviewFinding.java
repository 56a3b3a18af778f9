package org.anshe.campaign.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Edits a finding, accepts it, rejects it or takes the decision back. */
@Service
public class ReviewFinding {

    private final PlanAccess access;
    private final PlanRepository plans;
    private final FindingRepository findings;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewFinding(PlanAccess access, PlanRepository plans, FindingRepository findings, AuditTrail audit, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.findings = findings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A change; null members stay as they are.
     *
     * @param version of the finding as the person saw it
     */
    public record Change(
            int version, @Nullable JsonNode data, @Nullable Decision decision) {}

    /** Makes the change and returns the new version of the document. */
    @Transactional
    public int review(Caller caller, UUID document, UUID id, Change change) {
        PlanRow plan = access.lockForReview(caller, document);
        Finding finding = findings.find(document, id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        FindingData data = change.data() == null ? finding.data() : FindingJson.read(finding.kind(), change.data());
        Decision decision = change.decision() == null ? finding.decision() : change.decision();
        if (decision == Decision.ACCEPTED) {
            FindingJson.read(finding.kind(), FindingJson.write(data));
        }
        Finding changed =
                new Finding(finding.id(), finding.passage(), finding.read(), data, decision, change.version());
        if (!findings.change(changed, caller.personId(), clock.instant())) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(
                caller,
                "plan.review",
                Subject.of("plan-document", document),
                plan.area(),
                Map.of(
                        "finding", id.toString(),
                        "kind", finding.kind().name(),
                        "decision", decision.name(),
                        "edited", change.data() != null));
        return plans.touch(document);
    }
}
