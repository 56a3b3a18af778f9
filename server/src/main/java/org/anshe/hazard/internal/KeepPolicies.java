package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.policy.ClockPolicies;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.PolicyCheck;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.hazard.internal.policy.PolicyRepository;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of clock policies are written, changed and thrown away; published ones are only withdrawn, with a reason. */
@Service
public class KeepPolicies {

    static final String PUBLISH = "hazard.publish-policy";
    static final String SUBJECT = "clock-policy";

    private final PolicyRepository policies;
    private final ClockPolicies inForce;
    private final HazardDomains domains;
    private final AuditTrail audit;
    private final Clock clock;

    KeepPolicies(
            PolicyRepository policies, ClockPolicies inForce, HazardDomains domains, AuditTrail audit, Clock clock) {
        this.policies = policies;
        this.inForce = inForce;
        this.domains = domains;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a draft says.
     *
     * @param area null: everywhere
     */
    public record Draft(
            @Nullable AreaKey area, String name, LocalDate effectiveFrom, String source, PolicyContent content) {}

    /** All policies, drafts first. Rules are no secret to those who work by them. */
    @Transactional(readOnly = true)
    public List<ClockPolicy> list() {
        return policies.all();
    }

    @Transactional(readOnly = true)
    public ClockPolicy get(UUID id) {
        return policies.find(id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    /**
     * Writes a draft.
     *
     * @param version null for a new one; written again under the same id it changes nothing
     */
    @Transactional
    public void save(Caller caller, UUID id, @Nullable Integer version, Draft draft) {
        requireScope(caller, draft.area());
        check(draft);
        ClockPolicy policy = new ClockPolicy(
                id,
                draft.area(),
                draft.name().strip(),
                draft.effectiveFrom(),
                draft.source().strip(),
                draft.content(),
                ClockPolicy.State.DRAFT,
                0,
                clock.instant(),
                caller.name(),
                null,
                null);
        if (version == null) {
            if (policies.add(policy)) {
                record(caller, "hazard.draft-policy", policy, Map.of());
            }
            return;
        }
        ClockPolicy before = get(id);
        requireScope(caller, before.area());
        if (before.state() != ClockPolicy.State.DRAFT) {
            throw new ProblemException(HazardProblem.POLICY_FROZEN);
        }
        if (!policies.save(policy, version)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        record(caller, "hazard.draft-policy", policy, Map.of());
    }

    @Transactional
    public void discard(Caller caller, UUID id, int version) {
        ClockPolicy draft = get(id);
        requireScope(caller, draft.area());
        if (draft.state() != ClockPolicy.State.DRAFT) {
            throw new ProblemException(HazardProblem.POLICY_FROZEN);
        }
        if (!policies.discard(id, version)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        record(caller, "hazard.discard-policy", draft, Map.of());
    }

    /** Clocks that start from now on go by the policy that is next in line; running ones keep their end. */
    @Transactional
    public void withdraw(Caller caller, UUID id, int version, String reason) {
        ClockPolicy policy = get(id);
        requireScope(caller, policy.area());
        if (policy.state() != ClockPolicy.State.PUBLISHED) {
            throw new ProblemException(HazardProblem.POLICY_FROZEN);
        }
        boolean another = policies.published().stream()
                .anyMatch(other -> other.area() == null
                        && !other.id().equals(id)
                        && !other.effectiveFrom().isAfter(policy.effectiveFrom()));
        if (policy.area() == null && !another) {
            throw new ProblemException(HazardProblem.POLICY_NEEDED);
        }
        ClockPolicy withdrawn = new ClockPolicy(
                id,
                policy.area(),
                policy.name(),
                policy.effectiveFrom(),
                policy.source(),
                policy.content(),
                ClockPolicy.State.WITHDRAWN,
                version,
                clock.instant(),
                caller.name(),
                policy.publishedAt(),
                reason.strip());
        if (!policies.save(withdrawn, version)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        record(caller, "hazard.withdraw-policy", policy, Map.of("reason", reason.strip()));
        inForce.reloadAfterCommit();
    }

    void check(Draft draft) {
        List<FieldError> errors = PolicyCheck.errors(
                draft.content(),
                domains.list().stream().map(HazardDomains.Domain::code).collect(Collectors.toSet()));
        if (!errors.isEmpty()) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), errors);
        }
    }

    /** A policy for everywhere is for those who may rule everywhere. */
    static void requireScope(Caller caller, @Nullable AreaKey area) {
        boolean covered = area == null
                ? caller.scopeFor(PUBLISH).isEverything()
                : caller.scopeFor(PUBLISH).coversArea(area);
        if (!covered) {
            throw new ProblemException(HazardProblem.POLICY_OUTSIDE_SCOPE);
        }
    }

    void record(Caller caller, String action, ClockPolicy policy, Map<String, ?> facts) {
        Map<String, Object> all = new java.util.LinkedHashMap<>(facts);
        all.put("name", policy.name());
        all.put("effectiveFrom", policy.effectiveFrom().toString());
        audit.record(caller, action, Subject.of(SUBJECT, policy.id()), policy.area(), all);
    }
}
