package org.anshe.hazard.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.UnitWarned;
import org.anshe.hazard.WarningProposed;
import org.anshe.identity.Recipients;
import org.anshe.notification.Notice;
import org.anshe.notification.Notice.Subject;
import org.anshe.notification.Notifications;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the office that a unit meets a rule of early warning, and the unit that it is warned. */
@Component
class NotifyOfWarnings {

    private final Notifications notifications;
    private final Recipients recipients;
    private final WarningRepository warnings;
    private final Units units;

    NotifyOfWarnings(Notifications notifications, Recipients recipients, WarningRepository warnings, Units units) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.warnings = warnings;
        this.units = units;
    }

    @EventListener
    void on(WarningProposed event) {
        Collection<UUID> deciders =
                recipients.nearestHolding(ActOnWarning.permissionToWarn(), event.area(), event.unitId(), Set.of());
        Map<String, Object> facts = Map.of("unit", unit(event.unitId()), "count", event.hazards());
        Subject subject = subject(event.id(), event.area(), event.unitId());
        notifications.send(new Notice("hazard.warning-proposed", subject, event.at(), facts, deciders));
    }

    @EventListener
    void on(UnitWarned event) {
        Map<String, Object> facts = new HashMap<>(Map.of("unit", unit(event.unitId())));
        warnings.find(event.id())
                .map(WarningRepository.Warning::told)
                .ifPresent(told -> facts.put("demand", told.demand()));
        Subject subject = subject(event.id(), event.area(), event.unitId());
        Collection<UUID> people =
                recipients.ofUnitHolding(ActOnWarning.permissionToAnswer(), event.area(), event.unitId());
        if (event.answerBy() == null) {
            notifications.send(new Notice("hazard.unit-warned", subject, event.at(), facts, people).asUrgent());
        } else {
            facts.put("until", event.answerBy().toString());
            notifications.send(new Notice("hazard.unit-warned-answer", subject, event.at(), facts, people).asUrgent());
        }
    }

    private String unit(UUID id) {
        return units.find(id).map(Units.Unit::name).orElse("");
    }

    private static Subject subject(UUID id, AreaKey area, UUID unit) {
        return new Subject(EarlyWarning.SUBJECT, id, area, unit);
    }
}
