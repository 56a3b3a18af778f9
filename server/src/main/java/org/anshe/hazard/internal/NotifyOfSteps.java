package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardAssigned;
import org.anshe.hazard.HazardClosed;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardReported;
import org.anshe.hazard.RectificationReturned;
import org.anshe.hazard.RectificationSubmitted;
import org.anshe.identity.Recipients;
import org.anshe.notification.Notice;
import org.anshe.notification.Notice.Subject;
import org.anshe.notification.Notifications;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Tells people that a hazard waits for them, or that what they reported is settled. Who is told follows the rules of
 * the steps: those who may take the next one, the closest to the place first.
 */
@Component
class NotifyOfSteps {

    private static final String CONFIRM = HazardAction.CONFIRM.permission();
    private static final String CLOSE = HazardAction.CLOSE.permission();
    private static final String RECTIFY = HazardAction.SUBMIT.permission();

    private final Notifications notifications;
    private final Recipients recipients;
    private final HazardRepository hazards;

    NotifyOfSteps(Notifications notifications, Recipients recipients, HazardRepository hazards) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.hazards = hazards;
    }

    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(HazardReported event) {
        Set<UUID> involved = event.reporterId() == null ? Set.of() : Set.of(event.reporterId());
        UUID unit = hazards.find(event.id()).map(Hazard::unitId).orElse(null);
        Subject subject = new Subject(Hazard.KIND, event.id(), event.area(), unit);
        Map<String, Object> facts = Map.of("number", event.number());
        if (event.fixedOnSpot()) {
            send("hazard.submitted", subject, event.at(), facts, nearest(CLOSE, subject, involved));
        } else if (event.grade() == HazardGrade.MAJOR) {
            Collection<UUID> people = nearest(CONFIRM, subject, involved);
            notifications.send(new Notice("hazard.major-reported", subject, event.at(), facts, people).asUrgent());
        } else {
            send("hazard.reported", subject, event.at(), facts, nearest(CONFIRM, subject, involved));
        }
    }

    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(HazardAssigned event) {
        Subject subject = new Subject(Hazard.KIND, event.id(), event.area(), event.unitId());
        send(
                "hazard.assigned",
                subject,
                event.at(),
                Map.of("number", event.number(), "dueAt", event.dueAt()),
                answering(subject, event.responsibleId()));
    }

    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(RectificationSubmitted event) {
        Subject subject = new Subject(Hazard.KIND, event.id(), event.area(), event.unitId());
        Set<UUID> involved = new HashSet<>();
        hazards.find(event.id()).ifPresent(hazard -> {
            involved.addAll(hazard.rectifiers());
            addTo(involved, responsible(hazard));
        });
        addTo(involved, event.submitterId());
        send(
                "hazard.submitted",
                subject,
                event.at(),
                Map.of("number", event.number()),
                nearest(CLOSE, subject, involved));
    }

    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(RectificationReturned event) {
        Subject subject = new Subject(Hazard.KIND, event.id(), event.area(), event.unitId());
        UUID responsible =
                hazards.find(event.id()).map(NotifyOfSteps::responsible).orElse(null);
        send(
                "hazard.returned",
                subject,
                event.at(),
                Map.of("number", event.number(), "reason", event.reason()),
                answering(subject, responsible));
    }

    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(HazardClosed event) {
        Subject subject = new Subject(Hazard.KIND, event.id(), event.area(), event.unitId());
        List<UUID> reporter = hazards.find(event.id())
                .map(hazard -> hazard.identity().reporterId())
                .map(List::of)
                .orElse(List.of());
        send("hazard.closed", subject, event.at(), Map.of("number", event.number()), reporter);
    }

    private void send(String kind, Subject subject, Instant at, Map<String, Object> facts, Collection<UUID> people) {
        notifications.send(new Notice(kind, subject, at, facts, people));
    }

    private List<UUID> nearest(String permission, Subject subject, Set<UUID> except) {
        return recipients.nearestHolding(permission, subject.area(), subject.unitId(), except);
    }

    /** Those who answer for putting it right: the person named, and the people of the unit. */
    private Set<UUID> answering(Subject subject, @Nullable UUID responsible) {
        Set<UUID> people = new HashSet<>();
        AreaKey area = subject.area();
        if (subject.unitId() != null) {
            people.addAll(recipients.ofUnitHolding(RECTIFY, area, subject.unitId()));
        }
        addTo(people, responsible);
        return people;
    }

    private static @Nullable UUID responsible(Hazard hazard) {
        FiveElements.Responsible responsible = hazard.elements().responsible();
        return responsible == null ? null : responsible.personId();
    }

    private static void addTo(Set<UUID> people, @Nullable UUID person) {
        if (person != null) {
            people.add(person);
        }
    }
}
