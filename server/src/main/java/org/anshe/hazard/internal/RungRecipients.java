package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.internal.EscalationRepository.Escalation;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.hazard.internal.policy.PolicyRepository;
import org.anshe.hazard.internal.policy.Rung;
import org.anshe.hazard.internal.policy.Rung.Recipient;
import org.anshe.identity.Recipients;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.Holders;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the people whom a rung of the ladder names by what they do or hold. */
@Component
class RungRecipients {

    private final PolicyRepository policies;
    private final ClockRules rules;
    private final Holders holders;
    private final Recipients recipients;

    RungRecipients(PolicyRepository policies, ClockRules rules, Holders holders, Recipients recipients) {
        this.policies = policies;
        this.rules = rules;
        this.holders = holders;
        this.recipients = recipients;
    }

    /** @param actor who confirmed the rung, and is not told of it; null where it was reached by itself */
    Audience of(Hazard hazard, Escalation escalation, @Nullable UUID actor, Instant now) {
        Audience audience = Audience.of(hazard, actor);
        for (Recipient recipient : named(hazard, escalation)) {
            add(recipient, hazard, escalation.clock(), now, audience);
        }
        return audience;
    }

    /** As the policy said that the rung was reached by; a judgement since may have changed which rungs follow. */
    private List<Recipient> named(Hazard hazard, Escalation escalation) {
        PolicyContent content =
                policies.find(escalation.policyId()).orElseThrow().content();
        List<Rung> ladder = content.ladder(escalation.clock(), hazard.grade());
        int index = escalation.rung() - 1;
        return index < ladder.size() && ladder.get(index).kind() == escalation.kind()
                ? ladder.get(index).recipients()
                : content.ladder().stream()
                        .filter(rung -> rung.kind() == escalation.kind())
                        .findFirst()
                        .map(Rung::recipients)
                        .orElse(List.of());
    }

    private void add(Recipient to, Hazard hazard, HazardClock clock, Instant now, Audience audience) {
        switch (to.to()) {
            case RESPONSIBLE -> responsible(hazard, audience);
            case WAITED_FOR -> {
                if (hazard.handling().has(Pending.DISPUTE)) {
                    audience.whoMay(
                            HazardAction.DECIDE_OWNER,
                            rules.policy(hazard.area(), now).transfers().decides());
                } else {
                    audience.waitedFor(Work.of(clock));
                }
            }
            case LEVEL_ABOVE -> above(hazard, clock, audience);
            case POST -> {
                String post = to.post();
                if (post != null) {
                    audience.people(post(post, to.level(), hazard));
                }
            }
            case HOLDER -> {
                AreaHolderRole role = to.holder();
                if (role != null) {
                    audience.people(holding(role, hazard));
                }
            }
        }
    }

    /** Where none is named, or who was named has left, those who act for the unit. */
    private void responsible(Hazard hazard, Audience audience) {
        UUID person = audience.responsible();
        boolean here = person != null && !recipients.contacts(List.of(person)).isEmpty();
        if (person != null && here) {
            audience.people(List.of(person));
        } else {
            audience.unit(hazard.unitId());
        }
    }

    /** Those who supervise the step the clock waits for; putting right is supervised by whoever charges units with it. */
    private static void above(Hazard hazard, HazardClock clock, Audience audience) {
        AreaLevel handled = hazard.handling().level();
        AreaLevel lower = handled.compareTo(AreaLevel.COMMUNITY) > 0 ? AreaLevel.COMMUNITY : handled;
        if (lower == AreaLevel.PROVINCE) {
            return;
        }
        AreaLevel level = AreaLevel.values()[lower.ordinal() - 1];
        HazardAction step = clock == HazardClock.RECTIFY
                ? HazardAction.ASSIGN
                : Work.of(clock).step();
        audience.whoMay(step, level);
    }

    private Set<UUID> post(String post, @Nullable AreaLevel level, Hazard hazard) {
        if (level != null) {
            return holders.ofPost(post, List.of(hazard.area().at(level)));
        }
        return hazard.unitId() == null ? Set.of() : holders.ofPost(post, hazard.unitId());
    }

    /** Those of the smallest area that somebody holds who is still here. */
    private Set<UUID> holding(AreaHolderRole role, Hazard hazard) {
        List<Holders.Held> all = holders.ofArea(role, hazard.area());
        Set<UUID> here = recipients
                .contacts(all.stream().map(Holders.Held::person).distinct().toList())
                .keySet();
        Set<UUID> nearest = new LinkedHashSet<>();
        Holders.Held first = null;
        for (Holders.Held held : all) {
            boolean near = first == null || first.area().equals(held.area());
            if (near && here.contains(held.person())) {
                first = held;
                nearest.add(held.person());
            }
        }
        return nearest;
    }
}
