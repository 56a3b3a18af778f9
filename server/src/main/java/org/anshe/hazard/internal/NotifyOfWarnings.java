package org.anshe.hazard.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anshe.deadline.DeadlinesAnnounced;
import org.anshe.deadline.DeadlinesAnnounced.Announced;
import org.anshe.hazard.UnitWarned;
import org.anshe.hazard.WarningProposed;
import org.anshe.hazard.internal.WarningRepository.Told;
import org.anshe.hazard.internal.WarningRepository.Warning;
import org.anshe.identity.Recipients;
import org.anshe.identity.Recipients.Ask;
import org.anshe.identity.Recipients.Which;
import org.anshe.notification.Notice;
import org.anshe.notification.Notice.Subject;
import org.anshe.notification.Notifications;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Tells the office that a unit meets a rule of early warning, the unit that it is warned, and both when the unit lets
 * its time to answer pass.
 */
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

    /** The unit the day before its answer is due, unless it was warned just then; after it those who warned it too. */
    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(DeadlinesAnnounced event) {
        if (!event.subject().equals(EarlyWarning.SUBJECT)) {
            return;
        }
        Map<UUID, Warning> waiting = warnings.unanswered(
                event.all().stream().map(one -> one.key().id()).toList());
        Map<Ask, Set<UUID>> found = recipients.find(waiting.values().stream()
                .flatMap(one -> Stream.of(answering(one), warning(one)))
                .collect(Collectors.toSet()));
        Map<UUID, Units.Unit> named = units.byIds(
                waiting.values().stream().map(Warning::unitId).distinct().toList());
        List<Notice> notices = new ArrayList<>();
        for (Announced due : event.all()) {
            Warning one = waiting.get(due.key().id());
            if (one != null && (due.breached() || warnedBeforeNear(one, due))) {
                Set<UUID> people = new HashSet<>(found.getOrDefault(answering(one), Set.of()));
                if (due.breached()) {
                    people.addAll(found.getOrDefault(warning(one), Set.of()));
                }
                Units.Unit unit = named.get(one.unitId());
                notices.add(new Notice(
                        due.breached() ? "hazard.warning-answer-overdue" : "hazard.warning-answer-near",
                        subject(one.id(), one.area(), one.unitId()),
                        due.dueAt(),
                        Map.of("unit", unit == null ? "" : unit.name(), "dueAt", due.dueAt()),
                        people));
            }
        }
        notifications.sendAll(notices);
    }

    private static boolean warnedBeforeNear(Warning one, Announced due) {
        Told told = one.told();
        return told != null && told.at().isBefore(due.dueAt().minus(ActOnWarning.NEAR));
    }

    private static Ask answering(Warning one) {
        return new Ask(ActOnWarning.permissionToAnswer(), one.area(), one.unitId(), Which.OF_UNIT, Set.of());
    }

    private static Ask warning(Warning one) {
        return new Ask(ActOnWarning.permissionToWarn(), one.area(), one.unitId(), Which.NEAREST, Set.of());
    }

    private String unit(UUID id) {
        return units.find(id).map(Units.Unit::name).orElse("");
    }

    private static Subject subject(UUID id, AreaKey area, UUID unit) {
        return new Subject(EarlyWarning.SUBJECT, id, area, unit);
    }
}
