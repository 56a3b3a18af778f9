package org.anshe.enforcement.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anshe.deadline.DeadlinesAnnounced;
import org.anshe.deadline.DeadlinesAnnounced.Announced;
import org.anshe.enforcement.internal.JointActionRepository.Owing;
import org.anshe.identity.Recipients;
import org.anshe.identity.Recipients.Ask;
import org.anshe.identity.Recipients.Which;
import org.anshe.notification.Notice;
import org.anshe.notification.Notice.Subject;
import org.anshe.notification.Notifications;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Tells units that owe feedback on a joint action, before their time is over and once more afterwards, when the leading
 * unit learns of it too. One notice for all units of an action that owe theirs by the same moment.
 */
@Component
class NotifyOfDueFeedback {

    private final Notifications notifications;
    private final Recipients recipients;
    private final JointActionRepository actions;

    NotifyOfDueFeedback(Notifications notifications, Recipients recipients, JointActionRepository actions) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.actions = actions;
    }

    private record Due(Owing action, Instant at, boolean breached) {}

    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(DeadlinesAnnounced event) {
        if (!event.subject().equals(DueFeedbacks.SUBJECT)) {
            return;
        }
        Map<UUID, Owing> owing =
                actions.owing(event.all().stream().map(one -> one.key().id()).toList());
        Map<Ask, Set<UUID>> found = recipients.find(owing.values().stream()
                .flatMap(one -> Stream.of(partner(one), leader(one), nearestLeader(one)))
                .collect(Collectors.toSet()));
        Map<Due, Set<UUID>> people = new LinkedHashMap<>();
        for (Announced due : event.all()) {
            Owing one = owing.get(due.key().id());
            if (one != null) {
                Set<UUID> told = people.computeIfAbsent(
                        new Due(one.withoutUnit(), due.dueAt(), due.breached()), any -> new HashSet<>());
                told.addAll(found.getOrDefault(partner(one), Set.of()));
                if (due.breached()) {
                    Set<UUID> nearest = found.getOrDefault(nearestLeader(one), Set.of());
                    told.addAll(found.getOrDefault(leader(one), nearest));
                }
            }
        }
        List<Notice> notices = new ArrayList<>();
        people.forEach((due, told) -> notices.add(notice(due, told)));
        notifications.sendAll(notices);
    }

    private static Notice notice(Due due, Set<UUID> people) {
        Owing about = due.action();
        return new Notice(
                due.breached() ? "joint-action.feedback-overdue" : "joint-action.feedback-near",
                new Subject(JointAction.KIND, about.actionId(), about.area(), null),
                due.at(),
                Map.of("title", about.title(), "dueAt", due.at()),
                people);
    }

    private static Ask partner(Owing one) {
        return new Ask(JointAction.TAKE_PART, one.area(), one.unitId(), Which.OF_UNIT, Set.of());
    }

    private static Ask leader(Owing one) {
        return new Ask(JointAction.ARRANGE, one.area(), one.leader(), Which.OF_UNIT, Set.of());
    }

    private static Ask nearestLeader(Owing one) {
        return new Ask(JointAction.ARRANGE, one.area(), one.leader(), Which.NEAREST, Set.of());
    }
}
