package org.anshe.audit.internal;

import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.StoredEventsReplayed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records who had stored events delivered again; the shared module cannot call up to the trail. */
@Component
class RecordReplays {

    private final AuditTrail audit;

    RecordReplays(AuditTrail audit) {
        this.audit = audit;
    }

    @EventListener
    void on(StoredEventsReplayed replayed) {
        audit.record(
                replayed.caller(),
                "event.replay",
                Subject.of("stored-event", replayed.which()),
                null,
                Map.of("events", replayed.events()));
    }
}
