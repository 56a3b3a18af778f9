package org.anshe.hazard.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.Deadlines;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a step leaves besides the new state: a row of the timeline, its deadline, an audit entry, an event. */
@Component
class RecordStep {

    private final HazardRepository hazards;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordStep(
            HazardRepository hazards,
            Deadlines deadlines,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.hazards = hazards;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void record(
            Caller caller,
            @Nullable Hazard before,
            Hazard after,
            HazardAction action,
            Map<String, ?> facts,
            @Nullable Object event) {
        Map<String, Object> known = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        hazards.addStep(caller, after, before == null ? null : before.state(), action, clock.instant(), known);
        setDeadline(before, after);
        known.put("number", after.identity().number());
        known.put("state", after.state().status().name());
        audit.record(caller, "hazard." + action.slug(), Subject.of(Hazard.KIND, after.id()), after.area(), known);
        if (event != null) {
            events.publishEvent(event);
        }
    }

    /** A clock that stands still wakes nobody. */
    private static @Nullable RunningClock running(Hazard hazard) {
        RunningClock clock = hazard.clock();
        return clock == null || clock.pausedAt() != null ? null : clock;
    }

    private void setDeadline(@Nullable Hazard before, Hazard after) {
        RunningClock old = before == null ? null : running(before);
        RunningClock next = running(after);
        boolean sameHolder = before != null && Objects.equals(before.unitId(), after.unitId());
        if (Objects.equals(old, next) && sameHolder) {
            return;
        }
        if (old != null && (next == null || next.kind() != old.kind())) {
            deadlines.clear(after.deadline(old.kind()));
        }
        if (next != null) {
            deadlines.set(after.deadline(next.kind()), after.area(), after.unitId(), next.nearAt(), next.dueAt());
        }
    }
}
