package org.anshe.enforcement.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anshe.deadline.DeadlinesAnnounced;
import org.anshe.deadline.DeadlinesAnnounced.Announced;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.enforcement.CaseAnswered;
import org.anshe.enforcement.CaseConcluded;
import org.anshe.enforcement.CaseTransferred;
import org.anshe.enforcement.FeedbackAsked;
import org.anshe.enforcement.JointActionConcluded;
import org.anshe.enforcement.UnitsInvited;
import org.anshe.identity.Recipients;
import org.anshe.identity.Recipients.Ask;
import org.anshe.identity.Recipients.Which;
import org.anshe.notification.Notice;
import org.anshe.notification.Notice.Subject;
import org.anshe.notification.Notifications;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Tells the people of a unit that something waits for them, and those who sent a case what became of it, in the
 * transaction of the step. What a clock brings about is told after its commit.
 */
@Component
class NotifyOfEnforcement {

    private final Notifications notifications;
    private final Recipients recipients;
    private final CaseRepository cases;

    NotifyOfEnforcement(Notifications notifications, Recipients recipients, CaseRepository cases) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.cases = cases;
    }

    @EventListener
    void on(UnitsInvited event) {
        Subject subject = new Subject(JointAction.KIND, event.id(), event.area(), null);
        Map<String, Object> facts =
                Map.of("title", event.title(), "day", event.plannedFrom().toString());
        notifications.send(new Notice(
                "joint-action.invited", subject, event.at(), facts, partners(event.area(), event.unitIds())));
    }

    @EventListener
    void on(FeedbackAsked event) {
        Subject subject = new Subject(JointAction.KIND, event.id(), event.area(), null);
        Map<String, Object> facts = Map.of("title", event.title(), "dueAt", WorkingCalendar.endOf(event.dueOn()));
        notifications.send(new Notice(
                "joint-action.feedback-due", subject, event.at(), facts, partners(event.area(), event.unitIds())));
    }

    @EventListener
    void on(JointActionConcluded event) {
        Subject subject = new Subject(JointAction.KIND, event.id(), event.area(), null);
        notifications.send(new Notice(
                "joint-action.concluded",
                subject,
                event.at(),
                Map.of("title", event.title()),
                partners(event.area(), event.unitIds())));
    }

    @EventListener
    void on(CaseTransferred event) {
        Subject subject = new Subject(IllegalCase.KIND, event.id(), event.area(), event.toUnitId());
        notifications.send(new Notice(
                "illegal-case.transferred",
                subject,
                event.at(),
                Map.of("number", event.number(), "dueAt", event.answerBy()),
                recipients.ofUnitHolding(IllegalCase.HANDLE, event.area(), event.toUnitId())));
    }

    @EventListener
    void on(CaseAnswered event) {
        Subject subject = new Subject(IllegalCase.KIND, event.id(), event.area(), event.fromUnitId());
        notifications.send(new Notice(
                event.accepted() ? "illegal-case.accepted" : "illegal-case.refused",
                subject,
                event.at(),
                Map.of("number", event.number()),
                senders(event.area(), event.fromUnitId())));
    }

    @EventListener
    void on(CaseConcluded event) {
        Subject subject = new Subject(IllegalCase.KIND, event.id(), event.area(), event.unitId());
        notifications.send(new Notice(
                "illegal-case.concluded",
                subject,
                event.at(),
                Map.of("number", event.number()),
                senders(event.area(), event.unitId())));
    }

    /**
     * The department before its time to answer is over, and once more afterwards, when the sender learns of it too. All
     * that fell due together are told together; a case that was answered meanwhile is passed over.
     */
    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(DeadlinesAnnounced event) {
        if (!event.subject().equals(IllegalCase.KIND)) {
            return;
        }
        Map<UUID, IllegalCase> waiting =
                cases.waiting(event.all().stream().map(one -> one.key().id()).toList());
        Map<Ask, Set<UUID>> found = recipients.find(waiting.values().stream()
                .flatMap(one -> Stream.of(department(one), sender(one), nearestSender(one)))
                .collect(Collectors.toSet()));
        List<Notice> notices = new ArrayList<>();
        for (Announced due : event.all()) {
            IllegalCase about = waiting.get(due.key().id());
            if (about != null) {
                notices.add(answerDue(due, about, found));
            }
        }
        notifications.sendAll(notices);
    }

    private static Notice answerDue(Announced due, IllegalCase about, Map<Ask, Set<UUID>> found) {
        Set<UUID> people = new HashSet<>(found.getOrDefault(department(about), Set.of()));
        if (due.breached()) {
            Set<UUID> nearest = found.getOrDefault(nearestSender(about), Set.of());
            people.addAll(found.getOrDefault(sender(about), nearest));
        }
        return new Notice(
                due.breached() ? "illegal-case.answer-overdue" : "illegal-case.answer-near",
                new Subject(IllegalCase.KIND, about.id(), about.area(), about.toUnitId()),
                due.dueAt(),
                Map.of("number", about.number(), "dueAt", due.dueAt()),
                people);
    }

    private static Ask department(IllegalCase one) {
        return new Ask(IllegalCase.HANDLE, one.area(), one.toUnitId(), Which.OF_UNIT, Set.of());
    }

    private static Ask sender(IllegalCase one) {
        return new Ask(IllegalCase.TRANSFER, one.area(), one.unitId(), Which.OF_UNIT, Set.of());
    }

    private static Ask nearestSender(IllegalCase one) {
        return new Ask(IllegalCase.TRANSFER, one.area(), one.unitId(), Which.NEAREST, Set.of());
    }

    private Set<UUID> partners(AreaKey area, Set<UUID> units) {
        Set<Ask> asks = units.stream()
                .map(unit -> new Ask(JointAction.TAKE_PART, area, unit, Which.OF_UNIT, Set.of()))
                .collect(Collectors.toSet());
        return recipients.find(asks).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private List<UUID> senders(AreaKey area, @Nullable UUID unit) {
        List<UUID> own = unit == null ? List.of() : recipients.ofUnitHolding(IllegalCase.TRANSFER, area, unit);
        return own.isEmpty() ? recipients.nearestHolding(IllegalCase.TRANSFER, area, unit, Set.of()) : own;
    }
}
