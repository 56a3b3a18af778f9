package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.deadline.DeadlinesAnnounced;
import org.anshe.deadline.DeadlinesAnnounced.Announced;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.internal.HazardTelling.Telling;
import org.anshe.hazard.internal.NoticeQueries.Spoken;
import org.anshe.hazard.internal.policy.ClockPolicies;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.Rung;
import org.anshe.notification.Notifications;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Tells those on whom a deadline waits that it is near or has passed. Hundreds fall due at once at the end of a day, so
 * all that were announced together are treated together: a handful of statements, however many they are.
 */
@Component
class NotifyOfDeadlines {

    private final Notifications notifications;
    private final HazardTelling telling;
    private final NoticeQueries hazards;
    private final ClockRules rules;
    private final ClockPolicies policies;
    private final Clock clock;

    NotifyOfDeadlines(
            Notifications notifications,
            HazardTelling telling,
            NoticeQueries hazards,
            ClockRules rules,
            ClockPolicies policies,
            Clock clock) {
        this.notifications = notifications;
        this.telling = telling;
        this.hazards = hazards;
        this.rules = rules;
        this.policies = policies;
        this.clock = clock;
    }

    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(DeadlinesAnnounced event) {
        if (!event.subject().equals(Hazard.KIND)) {
            return;
        }
        Set<UUID> ids = event.all().stream().map(one -> one.key().id()).collect(Collectors.toSet());
        Map<UUID, Spoken> known = hazards.findAll(ids);
        Map<UUID, AreaLevel> deciders = extensions(event.all());
        Instant now = clock.instant();
        List<Telling> all = new ArrayList<>();
        for (Announced one : event.all()) {
            Spoken spoken = known.get(one.key().id());
            Audience audience = spoken == null ? null : audience(one, spoken.hazard(), deciders, now);
            if (spoken != null && audience != null) {
                String kind = one.breached() ? "hazard.overdue" : "hazard.near";
                String which = one.key().kind() + "|" + one.dueAt();
                all.add(new Telling(kind, spoken, which, now, Map.of("dueAt", one.dueAt()), false, audience));
            }
        }
        if (!all.isEmpty()) {
            notifications.sendAll(telling.notices(all));
        }
    }

    private Map<UUID, AreaLevel> extensions(List<Announced> all) {
        List<UUID> asked = all.stream()
                .filter(one -> one.key().kind().equals(Beside.EXTENSION.code()))
                .map(one -> one.key().id())
                .toList();
        return asked.isEmpty() ? Map.of() : hazards.deciders(asked);
    }

    /** Null when nobody is to be told: the clock was moved meanwhile, or something else tells them. */
    private @Nullable Audience audience(Announced one, Hazard hazard, Map<UUID, AreaLevel> deciders, Instant now) {
        Optional<HazardClock> kind = Arrays.stream(HazardClock.values())
                .filter(known -> known.code().equals(one.key().kind()))
                .findFirst();
        return kind.isPresent() ? ofClock(one, hazard, kind.get(), now) : beside(one, hazard, deciders);
    }

    private @Nullable Audience ofClock(Announced one, Hazard hazard, HazardClock kind, Instant now) {
        RunningClock running = hazard.clock();
        boolean runs = running != null
                && running.kind() == kind
                && running.pausedAt() == null
                && running.dueAt().equals(one.dueAt());
        if (!runs || (one.breached() && ladderTells(one, hazard, kind))) {
            return null;
        }
        Audience audience = Audience.of(hazard, null);
        return hazard.handling().has(Pending.DISPUTE)
                ? audience.whoMay(
                        HazardAction.DECIDE_OWNER,
                        rules.policy(hazard.area(), now).transfers().decides())
                : audience.waitedFor(Work.of(kind));
    }

    /** The first rung of most ladders is a reminder at the moment of the breach to the same people. */
    private boolean ladderTells(Announced one, Hazard hazard, HazardClock kind) {
        return policies
                .at(hazard.area(), WorkingCalendar.dayOf(one.dueAt()))
                .content()
                .ladder(kind, hazard.grade())
                .stream()
                .limit(1)
                .anyMatch(rung -> !rung.confirm()
                        && rung.after().count() == 0
                        && rung.recipients().stream().anyMatch(to -> to.to() == Rung.To.WAITED_FOR));
    }

    private static @Nullable Audience beside(Announced one, Hazard hazard, Map<UUID, AreaLevel> deciders) {
        String kind = one.key().kind();
        Audience audience = Audience.of(hazard, null);
        if (kind.equals(Beside.EXTENSION.code())) {
            AreaLevel level = deciders.get(hazard.id());
            return level == null ? null : audience.notInvolved().whoMay(HazardAction.GRANT_EXTENSION, level);
        }
        if (kind.equals(Beside.TRANSFER.code())) {
            // A hand-over that is not answered becomes a dispute, and that is told of itself.
            return hazard.handling().has(Pending.REPORT_UP) ? audience.whoMay(HazardAction.ACCEPT_REPORT) : null;
        }
        if (kind.equals(Beside.MAJOR_REPORT.code())) {
            return hazard.handling().has(Pending.MAJOR_REPORT) ? audience.whoMay(HazardAction.REPORT_MAJOR) : null;
        }
        if (!hazard.handling().has(Pending.LISTING)) {
            return null;
        }
        if (kind.equals(Beside.LISTING.code())) {
            return audience.whoMay(HazardAction.PUBLISH_LISTING);
        }
        return kind.equals(Beside.LISTING_TERM.code()) ? audience.answering(hazard.unitId()) : null;
    }
}
