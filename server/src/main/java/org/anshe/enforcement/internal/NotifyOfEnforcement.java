package org.anshe.enforcement.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.deadline.DeadlineBreached;
import org.anshe.deadline.DeadlineNear;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.enforcement.CaseAnswered;
import org.anshe.enforcement.CaseConcluded;
import org.anshe.enforcement.CaseTransferred;
import org.anshe.enforcement.FeedbackAsked;
import org.anshe.enforcement.JointActionConcluded;
import org.anshe.enforcement.UnitsInvited;
import org.anshe.identity.Recipients;
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

    /** Before the department's time to answer is over. */
    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(DeadlineNear event) {
        if (event.key().subject().equals(IllegalCase.KIND)) {
            clock("illegal-case.answer-near", event.key().id(), event.dueAt(), false);
        }
    }

    /** The sender learns that the department let the time pass; the department once more. */
    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(DeadlineBreached event) {
        if (event.key().subject().equals(IllegalCase.KIND)) {
            clock("illegal-case.answer-overdue", event.key().id(), event.dueAt(), true);
        }
    }

    private void clock(String kind, UUID id, Instant dueAt, boolean both) {
        cases.find(id).ifPresent(found -> {
            UUID unit = found.toUnitId();
            if (unit == null) {
                return;
            }
            Set<UUID> people = new HashSet<>(recipients.ofUnitHolding(IllegalCase.HANDLE, found.area(), unit));
            if (both) {
                people.addAll(senders(found.area(), found.unitId()));
            }
            notifications.send(new Notice(
                    kind,
                    new Subject(IllegalCase.KIND, id, found.area(), unit),
                    dueAt,
                    Map.of("number", found.number(), "dueAt", dueAt),
                    people));
        });
    }

    private Set<UUID> partners(AreaKey area, Set<UUID> units) {
        Set<UUID> people = new HashSet<>();
        units.forEach(unit -> people.addAll(recipients.ofUnitHolding(JointAction.TAKE_PART, area, unit)));
        return people;
    }

    private List<UUID> senders(AreaKey area, @Nullable UUID unit) {
        List<UUID> own = unit == null ? List.of() : recipients.ofUnitHolding(IllegalCase.TRANSFER, area, unit);
        return own.isEmpty() ? recipients.nearestHolding(IllegalCase.TRANSFER, area, unit, Set.of()) : own;
    }
}
