package org.anshe.notification.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.Recipients.Contact;
import org.anshe.notification.Notice;
import org.anshe.notification.internal.DeliveryRepository.Planned;
import org.springframework.stereotype.Component;

/** Decides what leaves the building for a notice, when, and by which way. Where nothing is set up it asks nothing. */
@Component
class PlanDeliveries {

    private final DeliveryRepository deliveries;
    private final PreferenceRepository preferences;
    private final TargetRepository targets;
    private final MailChannel mail;
    private final NotificationSettings settings;
    private final Clock clock;

    PlanDeliveries(
            DeliveryRepository deliveries,
            PreferenceRepository preferences,
            TargetRepository targets,
            MailChannel mail,
            NotificationSettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.targets = targets;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    void plan(Notice notice, List<Contact> told) {
        List<Target> heard =
                targets.known().stream().filter(target -> target.hears(notice)).toList();
        if (!mail.isOn() && heard.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<UUID, Preferences> chosen =
                preferences.byPerson(told.stream().map(Contact::id).toList());
        List<Planned> planned = new ArrayList<>();
        for (Contact person : told) {
            Preferences wishes = chosen.getOrDefault(person.id(), Preferences.DEFAULT);
            planMail(notice, person, wishes, now, planned);
            for (Target target : heard) {
                planMessage(notice, person, wishes, target, now, planned);
            }
        }
        heard.stream()
                .filter(target -> target.audience() == Target.Audience.GROUP)
                .forEach(target -> planned.add(Planned.toGroup(target.id(), now)));
        deliveries.add(notice.id(), planned, now);
    }

    private void planMail(Notice notice, Contact person, Preferences wishes, Instant now, List<Planned> planned) {
        if (!mail.isOn() || person.email() == null || !wishes.wants(notice.kind(), Channel.EMAIL)) {
            return;
        }
        boolean gathers = wishes.rhythm() != Rhythm.AT_ONCE && !notice.urgent();
        Instant wanted = gathers ? wishes.rhythm().next(now, settings.dailyAt()) : now;
        planned.add(Planned.byMail(person.id(), gathers, wishes.earliest(wanted, notice.urgent())));
    }

    private static void planMessage(
            Notice notice, Contact person, Preferences wishes, Target target, Instant now, List<Planned> planned) {
        boolean reachable = person.phone() != null || !target.template().contains(MessageTemplate.PHONE);
        if (target.audience() == Target.Audience.PERSON && reachable && wishes.wants(notice.kind(), Channel.MESSAGE)) {
            planned.add(Planned.toPerson(target.id(), person.id(), wishes.earliest(now, notice.urgent())));
        }
    }
}
