package org.anshe.hazard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.ClockState;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.HazardFilter;
import org.anshe.hazard.internal.Pending;
import org.anshe.hazard.internal.Work;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.AreaKey;
import org.anshe.shared.OfficeTime;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list as parameters of the address.
 *
 * @param clockKind what the running clock waits for; {@code waiting} asks only for what waits for the caller
 * @param reportedTo last day, which counts whole
 */
record HazardSearch(
        @Nullable Set<HazardStatus> state,
        @Nullable Boolean open,
        @Nullable Set<String> domain,
        @Nullable HazardGrade grade,
        @Nullable HazardSource source,
        @Nullable AreaKey area,
        @Nullable UUID unit,
        @Nullable UUID objectId,
        @Nullable UUID sourceId,
        @Nullable ClockState clock,
        @Nullable HazardClock clockKind,
        @Nullable Set<Pending> pending,
        @Nullable Work waiting,
        @Nullable Boolean mine,
        @Nullable String q,
        @Nullable LocalDate reportedFrom,
        @Nullable LocalDate reportedTo) {

    HazardFilter filter() {
        return new HazardFilter(
                state == null ? Set.of() : state,
                open,
                domain == null ? Set.of() : domain,
                grade,
                source,
                area,
                unit,
                objectId,
                sourceId,
                clock,
                clockKind,
                pending == null ? Set.of() : pending,
                waiting,
                Boolean.TRUE.equals(mine),
                q,
                beginning(reportedFrom),
                reportedTo == null ? null : beginning(reportedTo.plusDays(1)));
    }

    private static @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(OfficeTime.ZONE).toInstant();
    }
}
