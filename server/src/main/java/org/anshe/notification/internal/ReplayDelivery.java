package org.anshe.notification.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.notification.NotificationProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends again what failed, or what nobody knows to have arrived: then a person takes it on to send it twice. */
@Service
public class ReplayDelivery {

    private final DeliveryRepository deliveries;
    private final AuditTrail audit;
    private final Clock clock;

    ReplayDelivery(DeliveryRepository deliveries, AuditTrail audit, Clock clock) {
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void replay(Caller caller, UUID id) {
        if (!deliveries.replay(id, clock.instant())) {
            throw new ProblemException(NotificationProblem.NOT_FAILED);
        }
        audit.record(caller, "delivery.replay", Subject.of("delivery", id), null, Map.of());
    }

    /** All that failed; what is uncertain is decided one by one. */
    @Transactional
    public int replayFailed(Caller caller) {
        int count = deliveries.replayFailed(clock.instant());
        if (count > 0) {
            audit.record(caller, "delivery.replay", Subject.of("delivery", "failed"), null, Map.of("count", count));
        }
        return count;
    }
}
