package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.hazard.HazardEscalated;
import org.anshe.hazard.internal.EscalationRepository.Escalation;
import org.anshe.hazard.internal.EscalationRepository.State;
import org.anshe.hazard.internal.HazardTelling.Telling;
import org.anshe.hazard.internal.NoticeQueries.Spoken;
import org.anshe.hazard.internal.policy.Rung;
import org.anshe.notification.Notifications;
import org.anshe.organisation.Units;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Tells the recipients of a rung that was taken, and those who may confirm one that was proposed; drafts its paper first
 * and tells those who issue it. How many were told stays with the rung.
 */
@Component
class NotifyOfLadder {

    private final Notifications notifications;
    private final HazardTelling telling;
    private final NoticeQueries hazards;
    private final EscalationRepository escalations;
    private final RungRecipients recipients;
    private final DraftRungPaper drafting;
    private final Units units;
    private final Clock clock;

    NotifyOfLadder(
            Notifications notifications,
            HazardTelling telling,
            NoticeQueries hazards,
            EscalationRepository escalations,
            RungRecipients recipients,
            DraftRungPaper drafting,
            Units units,
            Clock clock) {
        this.notifications = notifications;
        this.telling = telling;
        this.hazards = hazards;
        this.escalations = escalations;
        this.recipients = recipients;
        this.drafting = drafting;
        this.units = units;
        this.clock = clock;
    }

    @ApplicationModuleListener
    @Async(Notifications.EXECUTOR)
    void on(HazardEscalated event) {
        Escalation escalation = escalations.find(event.escalationId()).orElseThrow();
        hazards.find(event.id(), event.at(), HazardAction.TAKE_RUNG).ifPresent(spoken -> {
            if (!event.proposed() && escalation.state() == State.TAKEN) {
                taken(escalation, spoken, event.at());
            } else if (event.proposed() && escalation.state() == State.PROPOSED) {
                Audience deciders = Audience.of(spoken.hazard(), null).whoMay(HazardAction.TAKE_RUNG);
                tell("hazard.rung-proposed", escalation, spoken, event.at(), deciders);
            }
        });
    }

    private void taken(Escalation escalation, Spoken spoken, Instant at) {
        UUID actor = spoken.actor();
        Audience audience = recipients.of(spoken.hazard(), escalation, actor, clock.instant());
        tell(kind(escalation.kind()), escalation, spoken, at, audience);
        String paper = escalation.paper();
        if (paper != null) {
            draft(escalation, paper, spoken, at);
        }
    }

    private static String kind(Rung.Kind rung) {
        return switch (rung) {
            case REMINDER -> "hazard.rung-reminder";
            case SUPERVISION_SLIP -> "hazard.rung-supervision";
            case BULLETIN -> "hazard.rung-bulletin";
            case INTERVIEW -> "hazard.rung-interview";
            case ACCOUNTABILITY -> "hazard.rung-accountability";
        };
    }

    private void draft(Escalation escalation, String kind, Spoken spoken, Instant at) {
        DraftRungPaper.Outcome outcome = drafting.draft(escalation, kind);
        Audience issuers = Audience.of(spoken.hazard(), null);
        UUID paper = outcome.paper();
        UUID organ = outcome.organ();
        if (paper == null || organ == null) {
            issuers.whoMay(HazardAction.TAKE_RUNG);
            send(new Telling("hazard.paper-missing", spoken, escalation.id(), at, Map.of(), false, issuers));
            return;
        }
        units.find(organ).ifPresent(unit -> issuers.whoIssuesPapers(unit.area(), organ));
        send(new Telling("hazard.paper-drafted", spoken, paper, at, Map.of("paper", paper.toString()), false, issuers));
    }

    private void tell(String kind, Escalation escalation, Spoken spoken, Instant at, Audience audience) {
        Map<String, Object> facts = Map.of("breached", escalation.breached());
        int told = send(new Telling(kind, spoken, escalation.id(), at, facts, false, audience));
        escalations.told(escalation.id(), told);
    }

    private int send(Telling one) {
        return notifications.sendAll(telling.notices(one)).size();
    }
}
