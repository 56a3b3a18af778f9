package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.hazard.HazardProblem;
import org.anshe.paper.Papers;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
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
    private final Attachments attachments;
    private final Papers papers;
    private final RecordStep written;
    private final FallAway fallAway;
    private final Clock clock;

    HazardSteps(
            HazardRepository hazards,
            Attachments attachments,
            Papers papers,
            RecordStep written,
            FallAway fallAway,
            Clock clock) {
        this.hazards = hazards;
        this.attachments = attachments;
        this.papers = papers;
        this.written = written;
        this.fallAway = fallAway;
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
        if (action.byHandler() && !handles(caller, hazard, action)) {
            throw new ProblemException(
                    HazardProblem.HANDLED_ABOVE,
                    "level",
                    hazard.handling().level().name());
        }
        if (hazard.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT, "version", hazard.version());
        }
        return hazard;
    }

    /** Whether the caller acts for the level that handles the hazard or for one above it. */
    static boolean handles(Caller caller, Hazard hazard, HazardAction action) {
        AreaLevel level = hazard.handling().level();
        return level == AreaLevel.COMMUNITY
                || caller.scopeFor(action.permission()).coversArea(hazard.area().at(level));
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
        Hazard settled = fallAway.settle(caller, before, after, action, now());
        hazards.save(before, settled, action, now());
        if (!Objects.equals(before.unitId(), settled.unitId())) {
            // What is kept about it follows it to the unit that answers for it, which then sees it.
            attachments.move(owner(settled));
            papers.move(DraftHazardPaper.subject(
                    settled.id(), settled.identity().number(), settled.area(), settled.unitId()));
        }
        written.record(caller, before, settled, action, facts, event);
    }

    /** As {@link #finish}, for the first step. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begun(Caller caller, Hazard reported, Map<String, ?> facts, Object event) {
        written.record(caller, null, reported, HazardAction.REPORT, facts, event);
    }

    static Attachments.Owner owner(Hazard hazard) {
        return new Attachments.Owner(Hazard.KIND, hazard.id(), hazard.area(), hazard.unitId(), VIEW);
    }
}
