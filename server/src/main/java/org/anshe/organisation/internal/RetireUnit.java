package org.anshe.organisation.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.organisation.UnitRetired;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a unit out of use: it keeps its history and gets no new work. */
@Service
public class RetireUnit {

    private final UnitRepository units;
    private final ManagedUnits managed;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RetireUnit(
            UnitRepository units,
            ManagedUnits managed,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.units = units;
        this.managed = managed;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void retire(Caller caller, UUID id, String reason) {
        Unit unit = managed.take(caller, id);
        if (units.hasActiveBelow(id)) {
            throw new ProblemException(OrganisationProblem.HAS_UNITS_BELOW);
        }
        units.retire(id, reason);
        audit.record(
                caller,
                "unit.retire",
                Subject.of("unit", id),
                unit.area(),
                Map.of("name", unit.name(), "reason", reason));
        events.publishEvent(new UnitRetired(id, clock.instant()));
    }
}
