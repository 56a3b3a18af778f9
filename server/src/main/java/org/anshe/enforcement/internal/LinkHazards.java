package org.anshe.enforcement.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.hazard.HazardLedger;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the hazards that were found at a joint action. The hazard itself is reported once, to the closed loop. */
@Service
public class LinkHazards {

    static final String HAZARD_VIEW = "hazard.view";
    private static final Set<JointActionStatus> OPEN =
            EnumSet.of(JointActionStatus.HELD, JointActionStatus.FEEDBACK_DUE);

    private final JointActionRepository actions;
    private final JointActionSteps steps;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final HazardLedger hazards;

    LinkHazards(
            JointActionRepository actions,
            JointActionSteps steps,
            CourseRepository course,
            EnforcementTerms terms,
            HazardLedger hazards) {
        this.actions = actions;
        this.steps = steps;
        this.course = course;
        this.terms = terms;
        this.hazards = hazards;
    }

    /** Linking again changes nothing. */
    @Transactional
    public void link(Caller caller, UUID id, int version, UUID hazard) {
        JointAction before = steps.either(caller, id, version, OPEN);
        HazardLedger.Named named = named(caller, hazard);
        if (actions.link(caller, id, hazard, terms.now())) {
            actions.advance(before, Map.of());
            course.record(
                    caller, before.course(), "link-hazard", Facts.of("hazard", named.number(), "hazardId", hazard));
        }
    }

    @Transactional
    public void unlink(Caller caller, UUID id, int version, UUID hazard) {
        JointAction before = steps.either(caller, id, version, OPEN);
        HazardLedger.Named named = named(caller, hazard);
        if (actions.unlink(id, hazard)) {
            actions.advance(before, Map.of());
            course.record(
                    caller, before.course(), "unlink-hazard", Facts.of("hazard", named.number(), "hazardId", hazard));
        }
    }

    private HazardLedger.Named named(Caller caller, UUID hazard) {
        return hazards.named(caller.scopeFor(HAZARD_VIEW), null, List.of(hazard)).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(EnforcementProblem.UNKNOWN_HAZARD));
    }
}
