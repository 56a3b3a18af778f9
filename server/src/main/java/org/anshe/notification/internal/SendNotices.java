package org.anshe.notification.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.identity.Recipients;
import org.anshe.identity.Recipients.Contact;
import org.anshe.notification.Notice;
import org.anshe.notification.Notifications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something: three statements for however many notices, and a few more where messages leave the building. */
@Service
class SendNotices implements Notifications {

    private final NoticeRepository notices;
    private final NoticeWords words;
    private final Recipients recipients;
    private final PlanDeliveries deliveries;

    SendNotices(NoticeRepository notices, NoticeWords words, Recipients recipients, PlanDeliveries deliveries) {
        this.notices = notices;
        this.words = words;
        this.recipients = recipients;
        this.deliveries = deliveries;
    }

    @Override
    @Transactional
    public Set<UUID> sendAll(Collection<Notice> all) {
        all.forEach(notice -> words.check(notice.kind(), notice.facts().keySet()));
        Set<UUID> wanted =
                all.stream().flatMap(notice -> notice.recipients().stream()).collect(Collectors.toSet());
        Map<UUID, Contact> people = wanted.isEmpty() ? Map.of() : recipients.contacts(wanted);
        // In one order, so that two senders of the same notices do not wait for each other crosswise.
        List<Notice> heard = all.stream()
                .filter(notice -> notice.recipients().stream().anyMatch(people::containsKey))
                .sorted(Comparator.comparing(Notice::id))
                .toList();
        if (heard.isEmpty()) {
            return Set.of();
        }
        notices.add(heard);
        Map<UUID, List<UUID>> told = notices.deliver(heard, people.keySet());
        deliveries.plan(heard, told, people);
        return people.keySet();
    }
}
