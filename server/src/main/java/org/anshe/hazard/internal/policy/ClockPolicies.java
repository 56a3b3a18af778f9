package org.anshe.hazard.internal.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.anshe.shared.AreaKey;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policies in force, held in memory because every step of every hazard asks for one. Those shipped in {@code
 * data/clocks/hazard.json} are entered at the start where they are missing.
 */
@Component
@Order(6)
public class ClockPolicies implements PoliciesInForce, ApplicationRunner {

    private final PolicyRepository policies;
    private final JsonMapper json;
    private final Clock clock;
    private volatile List<ClockPolicy> inForce = List.of();

    ClockPolicies(PolicyRepository policies, JsonMapper json, Clock clock) {
        this.policies = policies;
        this.json = json;
        this.clock = clock;
    }

    record Shipped(List<ShippedPolicy> policies) {}

    record ShippedPolicy(UUID id, String name, LocalDate effectiveFrom, String source, PolicyContent content) {}

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        shipped(json, clock.instant()).forEach(policies::add);
        reload();
    }

    /** Other processes of this installation learn of a change within half a minute. */
    @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
    public void reload() {
        inForce = ordered(policies.published());
    }

    /** This process learns of a change as soon as it is committed. */
    public void reloadAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reload();
            }
        });
    }

    @Override
    public ClockPolicy at(AreaKey area, LocalDate day) {
        List<ClockPolicy> known = inForce;
        if (known.isEmpty()) {
            reload();
            known = inForce;
        }
        return find(known, area, day)
                .orElseThrow(() -> new IllegalStateException("No clock policy is in force on " + day));
    }

    public static Optional<ClockPolicy> find(List<ClockPolicy> ordered, AreaKey area, LocalDate day) {
        return ordered.stream()
                .filter(policy -> policy.area() == null || policy.area().contains(area))
                .filter(policy -> !policy.effectiveFrom().isAfter(day))
                .findFirst();
    }

    /** Smallest area first, then the latest beginning. */
    public static List<ClockPolicy> ordered(List<ClockPolicy> policies) {
        return policies.stream()
                .sorted(Comparator.<ClockPolicy>comparingInt(ClockPolicies::depth)
                        .reversed()
                        .thenComparing(ClockPolicy::effectiveFrom, Comparator.reverseOrder()))
                .toList();
    }

    private static int depth(ClockPolicy policy) {
        AreaKey area = policy.area();
        return area == null ? -1 : area.level().ordinal();
    }

    /** As they are delivered, published at the given moment. */
    public static List<ClockPolicy> shipped(JsonMapper json, Instant at) {
        try (InputStream in = new ClassPathResource("data/clocks/hazard.json").getInputStream()) {
            return json.readValue(in, Shipped.class).policies().stream()
                    .map(one -> new ClockPolicy(
                            one.id(),
                            null,
                            one.name(),
                            one.effectiveFrom(),
                            one.source(),
                            one.content(),
                            ClockPolicy.State.PUBLISHED,
                            0,
                            at,
                            "anshe",
                            at,
                            null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
