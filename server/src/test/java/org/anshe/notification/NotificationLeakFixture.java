package org.anshe.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.notification.Notice.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.LeakFixture;
import org.anshe.testing.MovableClock;

/** A notice to the owner about a record of the community. */
class NotificationLeakFixture implements LeakFixture {

    private final Notifications notifications;
    private final MovableClock clock;

    NotificationLeakFixture(Notifications notifications, MovableClock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "notification";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID subject = Ids.next();
        Notice notice = new Notice(
                "hazard.reported",
                new Subject("hazard", subject, community, null),
                clock.instant(),
                Map.of("number", "泄漏-" + subject.toString().substring(28), "place", "青石街道"),
                List.of(owner.person()));
        notifications.send(notice);
        return new Fixture(
                Map.of("target", Ids.next().toString(), "delivery", Ids.next().toString()),
                List.of(notice.id().toString()),
                Map.of(
                        "PUT /api/notification-targets/{target}",
                        "{\"version\":0,\"name\":\"x\",\"audience\":\"GROUP\",\"url\":\"http://127.0.0.1/\",\"kinds\":[],"
                                + "\"template\":\"{}\",\"perMinute\":1,\"dropsRepeats\":false,\"enabled\":true}"),
                Map.of("/api/notification-receipts", "?subject=hazard&subjectId=" + subject));
    }
}
