package org.anshe.hazard.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.deadline.ClockState;
import org.anshe.deadline.DueRecords;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Hazards whose clocks, extensions, hand-overs and reports stand in the calendar. */
@Component
class DueHazards implements DueRecords {

    private final HazardQueries hazards;
    private final ListHazards lists;

    DueHazards(HazardQueries hazards, ListHazards lists) {
        this.hazards = hazards;
        this.lists = lists;
    }

    @Override
    public String subject() {
        return Hazard.KIND;
    }

    @Override
    public String permission() {
        return HazardSteps.VIEW;
    }

    @Override
    public Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids) {
        return lists.named(hazards.byIds(scope, ids)).stream()
                .collect(Collectors.toMap(
                        ListHazards.Row::id,
                        row -> new DueRecord(
                                row.description(),
                                row.number(),
                                row.areaName(),
                                row.unitName(),
                                null,
                                row.clock() != null && row.clock().state() == ClockState.PAUSED)));
    }
}
