package org.anshe.hazard.internal;

import java.time.Clock;
import java.util.UUID;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.Papers;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers about a hazard: which there are, which may be drafted, and drafting one from what is known of it. */
@Service
public class DraftHazardPaper {

    private final ShowHazard showing;
    private final HazardPaperFacts facts;
    private final Papers papers;
    private final Clock clock;

    DraftHazardPaper(ShowHazard showing, HazardPaperFacts facts, Papers papers, Clock clock) {
        this.showing = showing;
        this.facts = facts;
        this.papers = papers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Papers.Desk desk(Caller caller, UUID id) {
        ListHazards.Row hazard = showing.show(caller, id).hazard();
        return papers.desk(caller, subject(hazard), HazardPaperFacts.offered(hazard.state(), hazard.grade()));
    }

    /** Idempotent on the id of the paper. */
    @Transactional
    public void draft(Caller caller, UUID id, UUID paper, String kind, UUID organ) {
        ShowHazard.View view = showing.show(caller, id);
        ListHazards.Row hazard = view.hazard();
        if (!HazardPaperFacts.offered(hazard.state(), hazard.grade()).contains(kind)) {
            throw new ProblemException(PaperProblem.KIND_NOT_OFFERED, "kind", kind);
        }
        papers.draft(caller, paper, kind, organ, subject(hazard), facts.of(caller, view, kind, clock.instant()));
    }

    private static Papers.Subject subject(ListHazards.Row hazard) {
        return subject(hazard.id(), hazard.number(), hazard.areaKey(), hazard.unitId());
    }

    static Papers.Subject subject(UUID id, String number, AreaKey area, @Nullable UUID unit) {
        return new Papers.Subject(Hazard.KIND, id, area, unit, number, HazardSteps.VIEW);
    }
}
