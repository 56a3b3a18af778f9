package org.anshe.notification.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** @param told whom each notice is new to, by its id */
    void plan(List<Notice> notices, Map<UUID, List<UUID>> told, Map<UUID, Contact> people) {
        List<Target> targets = this.targets.known();
        if (told.isEmpty() || (!mail.isOn() && targets.isEmpty())) {
            return;
        }
        Instant now = clock.instant();
        Map<UUID, Preferences> chosen = preferences.byPerson(
                told.values().stream().flatMap(List::stream).distinct().toList());
        for (Notice notice : notices) {
            List<UUID> news = told.getOrDefault(notice.id(), List.of());
            List<Target> heard =
                    targets.stream().filter(target -> target.hears(notice)).toList();
            if (!news.isEmpty() && (mail.isOn() || !heard.isEmpty())) {
                List<Contact> contacts =
                        news.stream().map(people::get).filter(Objects::nonNull).toList();
                deliveries.add(notice.id(), planned(notice, contacts, chosen, heard, now), now);
            }
        }
    }

    private List<Planned> planned(
            Notice notice, List<Contact> told, Map<UUID, Preferences> chosen, List<Target> heard, Instant now) {
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
        return planned;
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
