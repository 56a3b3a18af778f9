package org.anshe.campaign.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides at once about everything that is still pending, of one kind or of all. */
@Service
public class ReviewKind {

    private final PlanAccess access;
    private final PlanRepository plans;
    private final FindingRepository findings;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewKind(PlanAccess access, PlanRepository plans, FindingRepository findings, AuditTrail audit, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.findings = findings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was decided.
     *
     * @param incomplete findings that cannot be accepted yet because a field is empty
     */
    public record Decided(int count, int incomplete) {}

    @Transactional
    public Decided decide(Caller caller, UUID document, @Nullable FindingKind kind, Decision decision) {
        PlanRow plan = access.lockForReview(caller, document);
        List<Finding> pending = findings.of(document).stream()
                .filter(finding -> finding.decision() == Decision.PENDING)
                .filter(finding -> kind == null || finding.kind() == kind)
                .toList();
        List<UUID> decided = pending.stream()
                .filter(finding -> decision != Decision.ACCEPTED || FindingJson.complete(finding.data()))
                .map(Finding::id)
                .toList();
        findings.decide(decided, decision, caller.personId(), clock.instant());
        plans.touch(document);
        audit.record(
                caller,
                "plan.review",
                Subject.of("plan-document", document),
                plan.area(),
                Map.of(
                        "kind", kind == null ? "ALL" : kind.name(),
                        "decision", decision.name(),
                        "count", decided.size()));
        return new Decided(decided.size(), pending.size() - decided.size());
    }
}
