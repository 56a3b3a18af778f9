package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.hazard.HazardAssigned;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.internal.ElementChanges.Change;
import org.anshe.hazard.internal.HazardState.Duty;
import org.anshe.hazard.internal.policy.PolicyContent.WarningRule;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Charges a unit with putting a hazard right; for a major one only with all five elements settled. */
@Service
public class AssignHazard {

    private final HazardSteps steps;
    private final RectificationLimit limit;
    private final ElementChanges changes;
    private final Units units;
    private final EarlyWarning warning;

    AssignHazard(
            HazardSteps steps, RectificationLimit limit, ElementChanges changes, Units units, EarlyWarning warning) {
        this.steps = steps;
        this.limit = limit;
        this.changes = changes;
        this.units = units;
        this.warning = warning;
    }

    /** @param deadline last day for putting it right; null takes the longest the clock allows */
    @Transactional
    public void assign(
            Caller caller,
            UUID id,
            int version,
            UUID unitId,
            @Nullable LocalDate deadline,
            Change elements,
            @Nullable String note) {
        Hazard before = steps.begin(caller, id, version, HazardAction.ASSIGN);
        HazardState.Unassigned state = before.in(HazardState.Unassigned.class);
        Units.Unit unit = units.getActive(unitId);
        Instant now = steps.now();
        Duty duty = new Duty(unit.id(), now, limit.dueAt(before, deadline, now));
        FiveElements settled = changes.apply(before.elements(), elements).dueAt(duty.dueAt());
        if (before.grade() == HazardGrade.MAJOR) {
            settled.complete();
        }
        Hazard after = before.with(settled).heldBy(unit.id()).to(state.assign(duty), limit.clock(before, duty));
        FiveElements.Responsible responsible = settled.responsible();
        steps.finish(
                caller,
                before,
                after,
                HazardAction.ASSIGN,
                Facts.of(
                        "unitId",
                        unit.id(),
                        "unit",
                        unit.name(),
                        "dueAt",
                        duty.dueAt(),
                        "responsible",
                        responsible == null ? null : responsible.name(),
                        "measure",
                        settled.measure(),
                        "note",
                        note),
                new HazardAssigned(
                        id,
                        before.identity().number(),
                        before.area(),
                        unit.id(),
                        responsible == null ? null : responsible.personId(),
                        duty.dueAt(),
                        now));
        if (after.grade() == HazardGrade.MAJOR) {
            warning.consider(after, WarningRule.Kind.MAJOR, now);
        }
        if (after.identity().repeatOf() != null) {
            warning.consider(after, WarningRule.Kind.REPEATED, now);
        }
    }
}
