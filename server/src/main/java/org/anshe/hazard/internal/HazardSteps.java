package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.Deadlines;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every step has in common: before it, whether the caller sees the hazard, knows its newest version and may take
 * the step; after it, the new state, one row of the timeline, the deadline, the audit entry and the event, all in the
 * transaction of the use case.
 */
@Component
class HazardSteps {

    static final String VIEW = "hazard.view";

    private final HazardRepository hazards;
    private final Deadlines deadlines;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HazardSteps(
            HazardRepository hazards,
            Deadlines deadlines,
            Attachments attachments,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.hazards = hazards;
        this.deadlines = deadlines;
        this.attachments = attachments;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The hazard the caller is about to move on. Not seen: not found; not permitted: forbidden; older: conflict. */
    Hazard begin(Caller caller, UUID id, int version, HazardAction action) {
        Hazard hazard = hazards.find(id)
                .filter(found -> caller.may(VIEW, found.area(), found.unitId()))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!caller.may(action.permission(), hazard.area(), hazard.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", action.permission());
        }
        if (hazard.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT, "version", hazard.version());
        }
        return hazard;
    }

    /**
     * Writes what a step brought about.
     *
     * @param facts for the timeline; null values are left out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void finish(
            Caller caller,
            Hazard before,
            Hazard after,
            HazardAction action,
            Map<String, ?> facts,
            @Nullable Object event) {
        hazards.save(before, after, action, now());
        if (!java.util.Objects.equals(before.unitId(), after.unitId())) {
            attachments.move(owner(after));
        }
        record(caller, before, after, action, facts, event);
    }

    /** As {@link #finish}, for the first step. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begun(Caller caller, Hazard reported, Map<String, ?> facts, Object event) {
        record(caller, null, reported, HazardAction.REPORT, facts, event);
    }

    private void record(
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
        hazards.addStep(caller, after, before == null ? null : before.state(), action, now(), known);
        setDeadline(before, after);
        known.put("number", after.identity().number());
        known.put("state", after.state().status().name());
        audit.record(caller, "hazard." + action.slug(), Subject.of(Hazard.KIND, after.id()), after.area(), known);
        if (event != null) {
            events.publishEvent(event);
        }
    }

    private void setDeadline(@Nullable Hazard before, Hazard after) {
        RunningClock old = before == null ? null : before.clock();
        RunningClock next = after.clock();
        boolean sameHolder = before != null && java.util.Objects.equals(before.unitId(), after.unitId());
        if (java.util.Objects.equals(old, next) && sameHolder) {
            return;
        }
        if (old != null && (next == null || next.kind() != old.kind())) {
            deadlines.clear(after.deadline(old.kind()));
        }
        if (next != null) {
            deadlines.set(after.deadline(next.kind()), after.area(), after.unitId(), next.nearAt(), next.dueAt());
        }
    }

    static Attachments.Owner owner(Hazard hazard) {
        return new Attachments.Owner(Hazard.KIND, hazard.id(), hazard.area(), hazard.unitId(), VIEW);
    }
}
