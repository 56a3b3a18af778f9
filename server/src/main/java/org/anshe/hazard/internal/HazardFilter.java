package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.ClockState;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null and empty members do not restrict.
 *
 * @param pending any of these is under way beside the loop
 * @param clockKind what the running clock waits for, whoever is waited for
 * @param open true: somebody still has to do something; false: settled
 * @param waiting what the caller is waited for; {@code mine} is any of these
 * @param q part of the words, or the beginning of a number
 * @param reportedFrom the moment itself counts
 * @param reportedBefore the moment itself does not count
 */
public record HazardFilter(
        Set<HazardStatus> states,
        @Nullable Boolean open,
        Set<String> domains,
        @Nullable HazardGrade grade,
        @Nullable HazardSource source,
        @Nullable AreaKey area,
        @Nullable UUID unitId,
        @Nullable UUID objectId,
        @Nullable UUID sourceId,
        @Nullable ClockState clockState,
        @Nullable HazardClock clockKind,
        Set<Pending> pending,
        @Nullable Work waiting,
        boolean mine,
        @Nullable String q,
        @Nullable Instant reportedFrom,
        @Nullable Instant reportedBefore) {

    public static final HazardFilter ALL = waiting(null);

    static HazardFilter waiting(@Nullable Work kind) {
        return new HazardFilter(
                Set.of(), null, Set.of(), null, null, null, null, null, null, null, null, Set.of(), kind, false, null,
                null, null);
    }

    /** Those in one state. */
    public static HazardFilter in(HazardStatus state) {
        return new HazardFilter(
                Set.of(state),
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                false,
                null,
                null,
                null);
    }

    public HazardFilter {
        states = Set.copyOf(states);
        domains = Set.copyOf(domains);
        pending = Set.copyOf(pending);
        q = q == null || q.isBlank() ? null : q.strip();
    }

    /** The same whatever the words are. */
    HazardFilter withoutWords() {
        return new HazardFilter(
                states,
                open,
                domains,
                grade,
                source,
                area,
                unitId,
                objectId,
                sourceId,
                clockState,
                clockKind,
                pending,
                waiting,
                mine,
                null,
                reportedFrom,
                reportedBefore);
    }

    /** The same for clocks in another state. */
    HazardFilter withClock(ClockState clock) {
        return new HazardFilter(
                states,
                open,
                domains,
                grade,
                source,
                area,
                unitId,
                objectId,
                sourceId,
                clock,
                clockKind,
                pending,
                waiting,
                mine,
                q,
                reportedFrom,
                reportedBefore);
    }
}
