package org.anshe.hazard.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.hazard.internal.EscalationRepository.Escalation;
import org.anshe.hazard.internal.ExtensionRepository.Extension;
import org.anshe.hazard.internal.JudgementRepository.MajorReport;
import org.anshe.hazard.internal.JudgementRepository.Recorded;
import org.anshe.hazard.internal.ListingRepository.Listing;
import org.anshe.hazard.internal.ListingRepository.TermRequest;
import org.anshe.hazard.internal.TransferRepository.Transfer;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.LimitSource;
import org.anshe.hazard.internal.policy.PolicyRepository;
import org.anshe.organisation.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that ran or runs beside the loop of one hazard, for its page. */
@Component
class ShowBeside {

    private final ExtensionRepository extensions;
    private final TransferRepository transfers;
    private final EscalationRepository escalations;
    private final JudgementRepository judgements;
    private final ClockRules rules;
    private final Units units;
    private final PolicyRepository policies;
    private final ListingRepository listings;
    private final ListingRules listingRules;

    ShowBeside(
            ExtensionRepository extensions,
            TransferRepository transfers,
            EscalationRepository escalations,
            JudgementRepository judgements,
            ClockRules rules,
            Units units,
            PolicyRepository policies,
            ListingRepository listings,
            ListingRules listingRules) {
        this.extensions = extensions;
        this.transfers = transfers;
        this.escalations = escalations;
        this.judgements = judgements;
        this.rules = rules;
        this.units = units;
        this.policies = policies;
        this.listings = listings;
        this.listingRules = listingRules;
    }

    /**
     * What the running clock goes by.
     *
     * @param source which of the three sources its limit comes from; null when the policy is not known
     * @param policy name of the policy it goes by
     */
    public record Basis(
            @Nullable LimitSource source,
            @Nullable UUID policyId,
            @Nullable String policy) {}

    /** A hand-over or a report up with the names of the units. */
    public record Handed(
            Transfer transfer,
            @Nullable String fromUnit,
            @Nullable String toUnit) {}

    /** All of it; each list in the order of time. */
    public record Shown(
            @Nullable Basis basis,
            List<Extension> extensions,
            List<Handed> transfers,
            List<Escalation> escalations,
            List<Recorded> judgements,
            List<MajorReport> majorReports,
            List<Listed> listings) {}

    /** A listing with the longer terms that were asked for. */
    public record Listed(Listing listing, @Nullable String clockSet, List<TermRequest> terms) {}

    Shown of(Hazard hazard) {
        UUID id = hazard.id();
        return new Shown(
                basis(hazard),
                extensions.of(id),
                named(transfers.of(id)),
                escalations.of(id),
                judgements.of(id),
                judgements.reports(id),
                listings.of(id).stream()
                        .map(one -> new Listed(
                                one, listingRules.name(one.filing().clockSet()), listings.requests(one.id())))
                        .toList());
    }

    private @Nullable Basis basis(Hazard hazard) {
        RunningClock clock = hazard.clock();
        if (clock == null) {
            return null;
        }
        UUID id = clock.policyId();
        ClockPolicy policy = id == null ? null : policies.find(id).orElse(null);
        return policy == null
                ? new Basis(null, null, null)
                : new Basis(rules.limit(policy.content(), clock.kind(), hazard).source(), policy.id(), policy.name());
    }

    private List<Handed> named(List<Transfer> all) {
        Collection<UUID> ids = all.stream()
                .flatMap(one -> Stream.of(one.ends().fromUnit(), one.ends().toUnit()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Units.Unit> names = ids.isEmpty() ? Map.of() : units.byIds(ids);
        return all.stream()
                .map(one -> new Handed(
                        one,
                        name(names, one.ends().fromUnit()),
                        name(names, one.ends().toUnit())))
                .toList();
    }

    private static @Nullable String name(Map<UUID, Units.Unit> names, @Nullable UUID id) {
        Units.Unit unit = id == null ? null : names.get(id);
        return unit == null ? null : unit.name();
    }
}
