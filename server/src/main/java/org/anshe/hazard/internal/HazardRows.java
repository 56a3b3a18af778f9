package org.anshe.hazard.internal;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.FiveElements.Funding;
import org.anshe.hazard.internal.FiveElements.Responsible;
import org.anshe.hazard.internal.HazardState.Duty;
import org.anshe.hazard.internal.db.tables.records.HazardRecord;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;

/** Reads the aggregate out of a row. */
final class HazardRows {

    private HazardRows() {}

    static Hazard hazard(HazardRecord row) {
        Hazard.Identity identity = new Hazard.Identity(
                row.getId(),
                row.getNumber(),
                new AreaKey(row.getAreaKey()),
                row.getDomain(),
                HazardSource.valueOf(row.getSource()),
                row.getSourceId(),
                row.getObjectId(),
                row.getReporterId(),
                row.getRepeatOf());
        return new Hazard(
                identity,
                row.getVersion(),
                HazardGrade.valueOf(row.getGrade()),
                row.getUnitId(),
                elements(row),
                Set.of(row.getRectifiers()),
                clock(row),
                handling(row),
                state(row));
    }

    private static FiveElements elements(HazardRecord row) {
        String responsible = row.getResponsibleName();
        return new FiveElements(
                row.getMeasure(),
                responsible == null ? null : new Responsible(row.getResponsibleId(), responsible),
                funding(row),
                row.getDueAt(),
                row.getContingency());
    }

    private static @Nullable Funding funding(HazardRecord row) {
        Boolean needed = row.getFundingNeeded();
        if (needed == null) {
            return null;
        }
        return needed ? new Funding.Needed(row.getFundingAmount(), row.getFundingSource()) : new Funding.NotNeeded();
    }

    private static @Nullable RunningClock clock(HazardRecord row) {
        String clock = row.getClock();
        return clock == null
                ? null
                : new RunningClock(
                        HazardClock.of(clock),
                        row.getClockSince(),
                        row.getClockNearAt(),
                        row.getClockDueAt(),
                        TimeLimit.Unit.valueOf(requireNonNull(row.getClockUnit())),
                        row.getClockPolicyId(),
                        row.getClockPausedAt());
    }

    private static Handling handling(HazardRecord row) {
        return new Handling(
                AreaLevel.valueOf(row.getHandledBy()),
                Arrays.stream(row.getOwnLimits())
                        .map(text -> text.split(":", -1))
                        .collect(Collectors.toMap(
                                parts -> HazardClock.of(parts[0]),
                                parts -> new TimeLimit(Integer.parseInt(parts[1]), TimeLimit.Unit.valueOf(parts[2])))),
                pending(row.getPending()),
                row.getExtendedCount());
    }

    static Set<Pending> pending(String[] names) {
        return Arrays.stream(names).map(Pending::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static HazardState state(HazardRecord row) {
        return switch (HazardStatus.valueOf(row.getState())) {
            case REPORTED -> new HazardState.Reported();
            case CONFIRMED -> new HazardState.Confirmed();
            case REJECTED -> new HazardState.Rejected();
            case DUPLICATE -> new HazardState.Duplicate(requireNonNull(row.getDuplicateOf()));
            case ASSIGNED -> new HazardState.Assigned(duty(row));
            case FIXED_ON_SPOT -> new HazardState.FixedOnSpot();
            case SUBMITTED ->
                new HazardState.Submitted(duty(row), row.getSubmittedBy(), requireNonNull(row.getSubmittedAt()));
            case HANDED_BACK -> new HazardState.HandedBack();
            case HANDED_OVER -> new HazardState.HandedOver(duty(row));
            case RETURNED -> new HazardState.Returned(duty(row));
            case CLOSED -> closed(row);
            case LOOKED_BACK -> new HazardState.LookedBack(closed(row));
            case REOPENED -> new HazardState.Reopened();
        };
    }

    private static Duty duty(HazardRecord row) {
        return new Duty(
                requireNonNull(row.getUnitId()), requireNonNull(row.getAssignedAt()), requireNonNull(row.getDueAt()));
    }

    private static HazardState.Closed closed(HazardRecord row) {
        return new HazardState.Closed(
                row.getClosedBy(), requireNonNull(row.getClosedAt()), Boolean.TRUE.equals(row.getClosedInTime()));
    }
}
