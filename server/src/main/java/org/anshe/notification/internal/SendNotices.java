package org.anshe.notification.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.Recipients;
import org.anshe.identity.Recipients.Contact;
import org.anshe.notification.Notice;
import org.anshe.notification.Notifications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something: three statements, and one or two more where messages leave the building. */
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
    public void send(Notice notice) {
        words.check(notice.kind(), notice.facts().keySet());
        Map<UUID, Contact> people = recipients.contacts(notice.recipients());
        if (people.isEmpty()) {
            return;
        }
        notices.add(notice);
        List<UUID> told = notices.deliver(notice, people.keySet());
        if (!told.isEmpty()) {
            deliveries.plan(notice, told.stream().map(people::get).toList());
        }
    }
}
