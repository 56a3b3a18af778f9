package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.ClockState;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists hazards with the names of what they name. */
@Service
public class ListHazards {

    private final HazardQueries hazards;
    private final HazardSteps steps;
    private final Areas areas;
    private final Units units;
    private final RegisterObjects objects;

    ListHazards(HazardQueries hazards, HazardSteps steps, Areas areas, Units units, RegisterObjects objects) {
        this.hazards = hazards;
        this.steps = steps;
        this.areas = areas;
        this.units = units;
        this.objects = objects;
    }

    /** How a list is ordered. */
    public enum Order {
        NEWEST,
        DUE
    }

    /** The clock that runs, with its state at the moment of asking. */
    public record Running(
            HazardClock kind,
            Instant since,
            Instant nearAt,
            Instant dueAt,
            @Nullable Instant pausedAt,
            ClockState state) {}

    /**
     * A hazard in a list.
     *
     * @param clock null when nobody is waited for
     * @param pending what is under way beside the loop
     * @param handledBy the level that confirms, assigns and re-inspects
     * @param dueAt the deadline of the rectification, null when none was set
     */
    public record Row(
            UUID id,
            String number,
            String description,
            String domain,
            HazardGrade grade,
            HazardSource source,
            HazardStatus state,
            AreaKey areaKey,
            @Nullable String areaName,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable UUID objectId,
            @Nullable String objectName,
            @Nullable String place,
            String reporterName,
            Instant reportedAt,
            @Nullable Running clock,
            Set<Pending> pending,
            AreaLevel handledBy,
            @Nullable Instant dueAt,
            boolean fixedOnSpot,
            int version) {}

    @Transactional(readOnly = true)
    public Page<Row> list(Caller caller, HazardFilter filter, Order order, PageRequest page) {
        Page<ListedHazard> found = switch (order) {
            case NEWEST -> hazards.newestFirst(caller, filter, page);
            case DUE -> hazards.dueFirst(caller, filter, page);
        };
        return new Page<>(named(found.items()), found.next(), null);
    }

    List<Row> named(List<ListedHazard> rows) {
        Map<AreaKey, String> areaNames =
                areas.names(rows.stream().map(ListedHazard::area).distinct().toList());
        Map<UUID, Units.Unit> holders = units.byIds(rows.stream()
                .map(ListedHazard::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<UUID, RegisterObjects.RegisterObject> places = objects.byIds(rows.stream()
                .map(ListedHazard::objectId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> row(
                        row,
                        areaNames.get(row.area()),
                        row.unitId() == null ? null : holders.get(row.unitId()),
                        row.objectId() == null ? null : places.get(row.objectId())))
                .toList();
    }

    private Row row(
            ListedHazard row,
            @Nullable String area,
            Units.@Nullable Unit unit,
            RegisterObjects.@Nullable RegisterObject object) {
        return new Row(
                row.id(),
                row.number(),
                row.description(),
                row.domain(),
                row.grade(),
                row.source(),
                row.state(),
                row.area(),
                area,
                row.unitId(),
                unit == null ? null : unit.name(),
                row.objectId(),
                object == null ? null : object.name(),
                row.place(),
                row.reporterName(),
                row.reportedAt(),
                running(row.clock()),
                row.pending(),
                row.handledBy(),
                row.dueAt(),
                row.fixedOnSpot(),
                row.version());
    }

    private @Nullable Running running(@Nullable RunningClock clock) {
        return clock == null
                ? null
                : new Running(
                        clock.kind(),
                        clock.since(),
                        clock.nearAt(),
                        clock.dueAt(),
                        clock.pausedAt(),
                        clock.at(steps.now()));
    }
}
