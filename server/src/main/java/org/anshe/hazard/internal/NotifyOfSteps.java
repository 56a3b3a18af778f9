package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.hazard.HazardAssigned;
import org.anshe.hazard.HazardClosed;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardHandedBack;
import org.anshe.hazard.HazardMarkedDuplicate;
import org.anshe.hazard.HazardRejected;
import org.anshe.hazard.HazardReopened;
import org.anshe.hazard.HazardReported;
import org.anshe.hazard.RectificationReturned;
import org.anshe.hazard.RectificationSubmitted;
import org.anshe.hazard.internal.HazardTelling.Telling;
import org.anshe.hazard.internal.NoticeQueries.Spoken;
import org.anshe.notification.Notifications;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people that a step of the loop waits for them, or what became of what they reported. Who is told follows the
 * rules of the steps: those who may take the next one, the closest to the place first, never who took the last one.
 * Notices are written in the transaction of the step: a step that is taken is told, and costs no second commit.
 */
@Component
class NotifyOfSteps {

    private final Notifications notifications;
    private final HazardTelling telling;
    private final NoticeQueries hazards;

    NotifyOfSteps(Notifications notifications, HazardTelling telling, NoticeQueries hazards) {
        this.notifications = notifications;
        this.telling = telling;
        this.hazards = hazards;
    }

    @EventListener
    void on(HazardReported event) {
        hazards.find(event.id(), event.at()).ifPresent(spoken -> {
            Audience others = Audience.of(spoken.hazard(), event.reporterId());
            if (event.fixedOnSpot()) {
                tell("hazard.submitted", spoken, event.at(), Map.of(), others.whoMay(HazardAction.CLOSE));
                return;
            }
            others.whoMay(HazardAction.CONFIRM);
            if (event.grade() == HazardGrade.MAJOR) {
                Telling urgent = new Telling("hazard.major-reported", spoken, event.at(), Map.of(), others);
                notifications.sendAll(telling.notices(urgent.asUrgent()));
            } else {
                tell("hazard.reported", spoken, event.at(), Map.of(), others);
            }
        });
    }

    @EventListener
    void on(HazardAssigned event) {
        hazards.find(event.id(), event.at(), HazardAction.ASSIGN).ifPresent(spoken -> {
            Audience unit = Audience.of(spoken.hazard(), spoken.actor()).unit(event.unitId());
            if (event.responsibleId() != null) {
                unit.people(List.of(event.responsibleId()));
            }
            tell("hazard.assigned", spoken, event.at(), Map.of("dueAt", event.dueAt()), unit);
        });
    }

    @EventListener
    void on(RectificationSubmitted event) {
        hazards.find(event.id(), event.at())
                .ifPresent(spoken -> tell(
                        "hazard.submitted",
                        spoken,
                        event.at(),
                        Map.of(),
                        Audience.of(spoken.hazard(), event.submitterId())
                                .notInvolved()
                                .whoMay(HazardAction.CLOSE)));
    }

    @EventListener
    void on(RectificationReturned event) {
        hazards.find(event.id(), event.at(), HazardAction.RETURN)
                .ifPresent(spoken -> tell(
                        "hazard.returned",
                        spoken,
                        event.at(),
                        Map.of("reason", event.reason()),
                        Audience.of(spoken.hazard(), spoken.actor()).answering(event.unitId())));
    }

    @EventListener
    void on(HazardHandedBack event) {
        hazards.find(event.id(), event.at(), HazardAction.HAND_BACK)
                .ifPresent(spoken -> tell(
                        "hazard.handed-back",
                        spoken,
                        event.at(),
                        Map.of("reason", event.reason()),
                        Audience.of(spoken.hazard(), spoken.actor()).whoMay(HazardAction.ASSIGN)));
    }

    @EventListener
    void on(HazardReopened event) {
        hazards.find(event.id(), event.at(), HazardAction.REOPEN)
                .ifPresent(spoken -> tell(
                        "hazard.reopened",
                        spoken,
                        event.at(),
                        Map.of("reason", event.reason()),
                        Audience.of(spoken.hazard(), spoken.actor()).whoMay(HazardAction.ASSIGN)));
    }

    @EventListener
    void on(HazardRejected event) {
        hazards.find(event.id(), event.at(), HazardAction.REJECT)
                .ifPresent(spoken -> tell(
                        "hazard.rejected", spoken, event.at(), Map.of("reason", event.reason()), toReporter(spoken)));
    }

    @EventListener
    void on(HazardMarkedDuplicate event) {
        hazards.find(event.id(), event.at(), HazardAction.MARK_DUPLICATE)
                .ifPresent(spoken -> tell("hazard.duplicate", spoken, event.at(), Map.of(), toReporter(spoken)));
    }

    @EventListener
    void on(HazardClosed event) {
        hazards.find(event.id(), event.at(), HazardAction.CLOSE)
                .ifPresent(spoken -> tell("hazard.closed", spoken, event.at(), Map.of(), toReporter(spoken)));
    }

    private static Audience toReporter(Spoken spoken) {
        UUID reporter = spoken.hazard().identity().reporterId();
        return Audience.of(spoken.hazard(), spoken.actor()).people(reporter == null ? List.of() : List.of(reporter));
    }

    private void tell(String kind, Spoken spoken, Instant at, Map<String, Object> facts, Audience audience) {
        notifications.sendAll(telling.notices(new Telling(kind, spoken, at, facts, audience)));
    }
}
