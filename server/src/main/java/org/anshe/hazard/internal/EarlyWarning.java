package org.anshe.hazard.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.hazard.WarningProposed;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.PolicyContent.WarningRule;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Proposes an early warning as soon as a unit meets a rule of the policy in force. Looked at only by the few steps that
 * can make a rule true, within their transaction.
 */
@Component
class EarlyWarning {

    static final String SUBJECT = "hazard-warning";

    private final WarningRepository warnings;
    private final ClockRules rules;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    EarlyWarning(WarningRepository warnings, ClockRules rules, AuditTrail audit, ApplicationEventPublisher events) {
        this.warnings = warnings;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
    }

    void consider(Hazard hazard, WarningRule.Kind kind, Instant now) {
        UUID unit = hazard.unitId();
        if (unit == null) {
            return;
        }
        ClockPolicy policy = rules.policyAt(hazard.area(), now);
        policy.content().warnings().stream()
                .filter(rule -> rule.kind() == kind)
                .forEach(rule -> consider(hazard, unit, rule, policy, now));
    }

    private void consider(Hazard hazard, UUID unit, WarningRule rule, ClockPolicy policy, Instant now) {
        if (warnings.open(unit, rule.kind())) {
            return;
        }
        List<UUID> counted = warnings.counted(unit, rule, now.minus(Duration.ofDays(rule.days())), now);
        UUID id = Ids.next();
        if (counted.size() < rule.least()
                || !warnings.propose(id, unit, hazard.area(), rule, policy.id(), counted, now)) {
            return;
        }
        audit.record(
                Caller.system("anshe"),
                "hazard.propose-warning",
                Subject.of(SUBJECT, id),
                hazard.area(),
                Map.of("kind", rule.kind().name(), "count", counted.size(), "days", rule.days()));
        events.publishEvent(
                new WarningProposed(id, unit, hazard.area(), rule.kind().name(), counted.size(), now));
    }
}
