package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Map;
import org.anshe.hazard.ExtensionAsked;
import org.anshe.hazard.ExtensionDecided;
import org.anshe.hazard.HandOverAnswered;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardGraded;
import org.anshe.hazard.HazardHandedOver;
import org.anshe.hazard.HazardReportAccepted;
import org.anshe.hazard.HazardReportedUp;
import org.anshe.hazard.HazardSentDown;
import org.anshe.hazard.internal.HazardTelling.Telling;
import org.anshe.hazard.internal.NoticeQueries.Spoken;
import org.anshe.notification.Notifications;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people of what happens beside the loop, in the transaction of the step: requests to those who answer them,
 * answers to those who asked.
 */
@Component
class NotifyOfHandling {

    private final Notifications notifications;
    private final HazardTelling telling;
    private final NoticeQueries hazards;
    private final ClockRules rules;

    NotifyOfHandling(Notifications notifications, HazardTelling telling, NoticeQueries hazards, ClockRules rules) {
        this.notifications = notifications;
        this.telling = telling;
        this.hazards = hazards;
        this.rules = rules;
    }

    @EventListener
    void on(ExtensionAsked event) {
        hazards.find(event.id(), event.at(), HazardAction.ASK_EXTENSION)
                .ifPresent(spoken -> tell(
                        "hazard.extension-asked",
                        spoken,
                        event.at(),
                        Map.of("until", event.until().toString()),
                        Audience.of(spoken.hazard(), spoken.actor())
                                .notInvolved()
                                .whoMay(HazardAction.GRANT_EXTENSION, event.level())));
    }

    @EventListener
    void on(ExtensionDecided event) {
        hazards.find(event.id(), event.at(), HazardAction.GRANT_EXTENSION, HazardAction.REFUSE_EXTENSION)
                .ifPresent(spoken -> {
                    Audience asked = Audience.of(spoken.hazard(), spoken.actor())
                            .answering(event.unitId())
                            .people(hazards.lastTaker(event.id(), HazardAction.ASK_EXTENSION, event.at()));
                    if (event.until() == null) {
                        tell("hazard.extension-refused", spoken, event.at(), Map.of(), asked);
                    } else {
                        Map<String, Object> facts =
                                Map.of("until", event.until().toString());
                        tell("hazard.extension-granted", spoken, event.at(), facts, asked);
                    }
                });
    }

    @EventListener
    void on(HazardHandedOver event) {
        hazards.find(event.id(), event.at(), HazardAction.HAND_OVER)
                .ifPresent(spoken -> tell(
                        "hazard.handed-over",
                        spoken,
                        event.at(),
                        Map.of("dueAt", event.dueAt()),
                        Audience.of(spoken.hazard(), spoken.actor()).unit(event.unitId())));
    }

    @EventListener
    void on(HandOverAnswered event) {
        HazardAction[] steps = event.accepted()
                ? new HazardAction[] {HazardAction.ACCEPT_HAND_OVER, HazardAction.DECIDE_OWNER}
                : new HazardAction[] {HazardAction.REFUSE_HAND_OVER};
        hazards.find(event.id(), event.at(), steps).ifPresent(spoken -> answered(event, spoken));
    }

    private void answered(HandOverAnswered event, Spoken spoken) {
        Hazard hazard = spoken.hazard();
        Audience sender = Audience.of(hazard, spoken.actor())
                .people(hazards.lastTaker(event.id(), HazardAction.HAND_OVER, event.at()));
        if (event.accepted()) {
            // Who has it now learns of it, unless it was that unit itself that took it.
            tell("hazard.hand-over-accepted", spoken, event.at(), Map.of(), sender.unit(event.unitId()));
        } else if (event.disputed()) {
            tell("hazard.hand-over-refused", spoken, event.at(), Map.of(), sender);
            Audience deciders = Audience.of(hazard, spoken.actor())
                    .whoMay(
                            HazardAction.DECIDE_OWNER,
                            rules.policy(hazard.area(), event.at()).transfers().decides());
            tell("hazard.disputed", spoken, event.at(), Map.of(), deciders);
        } else {
            // It is the former unit's again.
            tell("hazard.hand-over-refused", spoken, event.at(), Map.of(), sender.unit(event.fromUnitId()));
        }
    }

    @EventListener
    void on(HazardReportedUp event) {
        hazards.find(event.id(), event.at(), HazardAction.REPORT_UP)
                .ifPresent(spoken -> tell(
                        "hazard.reported-up",
                        spoken,
                        event.at(),
                        Map.of(),
                        Audience.of(spoken.hazard(), spoken.actor())
                                .whoMay(HazardAction.ACCEPT_REPORT, event.level())));
    }

    @EventListener
    void on(HazardReportAccepted event) {
        hazards.find(event.id(), event.at(), HazardAction.ACCEPT_REPORT)
                .ifPresent(spoken -> tell(
                        "hazard.report-accepted",
                        spoken,
                        event.at(),
                        Map.of(),
                        Audience.of(spoken.hazard(), spoken.actor())
                                .people(hazards.lastTaker(event.id(), HazardAction.REPORT_UP, event.at()))));
    }

    @EventListener
    void on(HazardSentDown event) {
        hazards.find(event.id(), event.at(), HazardAction.SEND_DOWN)
                .ifPresent(spoken -> tell(
                        "hazard.sent-down",
                        spoken,
                        event.at(),
                        Map.of(),
                        Audience.of(spoken.hazard(), spoken.actor())
                                .people(hazards.lastTaker(event.id(), HazardAction.REPORT_UP, event.at()))
                                .whoMay(HazardAction.ASSIGN)));
    }

    @EventListener
    void on(HazardGraded event) {
        hazards.find(event.id(), event.at(), HazardAction.JUDGE).ifPresent(spoken -> {
            Audience audience = Audience.of(spoken.hazard(), spoken.actor())
                    .answering(event.unitId())
                    .whoMay(HazardAction.ASSIGN);
            if (event.grade() == HazardGrade.MAJOR) {
                Telling urgent = new Telling("hazard.graded-major", spoken, event.at(), Map.of(), audience);
                notifications.sendAll(telling.notices(urgent.asUrgent()));
            } else {
                tell("hazard.graded-general", spoken, event.at(), Map.of(), audience);
            }
        });
    }

    private void tell(String kind, Spoken spoken, Instant at, Map<String, Object> facts, Audience audience) {
        notifications.sendAll(telling.notices(new Telling(kind, spoken, at, facts, audience)));
    }
}
