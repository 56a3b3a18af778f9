package org.anshe.notification.internal;

import java.util.List;
import java.util.UUID;
import org.anshe.notification.NotificationTest;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of outgoing messages share. Each leaves nothing behind for the next. */
abstract class OutboxTest extends NotificationTest {

    static final String TEMPLATE = "{\"text\":\"{title}\",\"to\":\"{phone}\",\"id\":\"{id}\"}";
    static final String SECRET = "a secret of this test";

    @Autowired
    DeliverOutbox outbox;

    @Autowired
    DeliveryRepository deliveries;

    @Autowired
    KeepTargets targets;

    @Autowired
    NotificationSettings settings;

    @BeforeEach
    @AfterEach
    void emptyTheOutbox() {
        sql.update("delete from notification.delivery where digest_id is not null");
        sql.update("delete from notification.delivery");
        sql.update("delete from notification.target");
        sql.update("delete from notification.refusal");
        sql.update("delete from notification.preference");
        forgetTargets();
    }

    @Autowired
    TargetRepository targetRepository;

    void forgetTargets() {
        targetRepository.forget();
    }

    /** Gives the person an address of its own. */
    String address(Caller person) {
        String email = "p" + person.person() + "@office.test";
        sql.update("update identity.person set email = ? where id = ?", email, person.person());
        return email;
    }

    Target target(String url, Target.Audience audience, boolean dropsRepeats, int perMinute) {
        return targets.create(
                administrator,
                new Target(
                        Ids.next(), 0, "群机器人", audience, url, List.of(), null, TEMPLATE, perMinute, dropsRepeats, true),
                SECRET);
    }

    List<String> states() {
        return sql.query(
                "select state from notification.delivery order by created_at, id", (row, number) -> row.getString(1));
    }

    @Nullable String stateOf(UUID delivery) {
        return sql.queryForObject("select state from notification.delivery where id = ?", String.class, delivery);
    }
}
