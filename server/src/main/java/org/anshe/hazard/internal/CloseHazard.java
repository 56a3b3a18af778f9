package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardClosed;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.HazardState.Closed;
import org.anshe.hazard.internal.HazardState.FixedOnSpot;
import org.anshe.hazard.internal.HazardState.Submitted;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a hazard (销号): an independent person, all five elements settled. What was fixed on the spot needs the person alone. */
@Service
public class CloseHazard {

    private final HazardSteps steps;
    private final Evidence evidence;
    private final ClockRules rules;
    private final SuperviseListed listing;

    CloseHazard(HazardSteps steps, Evidence evidence, ClockRules rules, SuperviseListed listing) {
        this.steps = steps;
        this.evidence = evidence;
        this.rules = rules;
        this.listing = listing;
    }

    /**
     * @param note what the re-inspection found
     * @param photos taken at the re-inspection, may be empty
     */
    @Transactional
    public void close(Caller caller, UUID id, int version, @Nullable String note, List<UUID> photos) {
        Hazard before = steps.begin(caller, id, version, HazardAction.CLOSE);
        Instant now = steps.now();
        if (before.handling().has(Pending.LISTING) && !listing.lets(id)) {
            throw new ProblemException(HazardProblem.STILL_LISTED);
        }
        Closed closed = switch (before.state()) {
            case Submitted submitted ->
                submitted.close(before.independent(caller), before.elements().complete(), now);
            case FixedOnSpot fixed -> fixed.close(before.independent(caller), now);
            case HazardState other ->
                throw new ProblemException(
                        HazardProblem.WRONG_STATE, "state", other.status().name());
        };
        evidence.link(caller, before, Evidence.REINSPECTION, photos);
        steps.finish(
                caller,
                before,
                before.to(closed, rules.lookBack(before, now).orElse(null)),
                HazardAction.CLOSE,
                Facts.of("note", note, "inTime", closed.inTime(), "photos", photos.isEmpty() ? null : photos),
                new HazardClosed(
                        id,
                        before.identity().number(),
                        before.area(),
                        before.unitId(),
                        before.identity().objectId(),
                        before.identity().source(),
                        before.identity().sourceId(),
                        closed.inTime(),
                        now));
    }
}
