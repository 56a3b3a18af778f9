package org.anshe.hazard.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.EscalationRepository.Escalation;
import org.anshe.hazard.internal.EscalationRepository.State;
import org.anshe.notification.Notice;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.Papers;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts the paper that a rung of the ladder names, once, when the rung is taken. Issuing it stays a person's act. Why
 * there is no draft stands beside the rung, and a person can have it drafted again.
 */
@Service
public class DraftRungPaper {

    private static final Caller CLOCK = Caller.system("anshe");

    /** Reads the hazard and no register: who answers for an object is personal, and a draft is seen by many. */
    private static final Caller READER =
            new Caller(null, "anshe", null, HazardSteps.VIEW, Map.of(HazardSteps.VIEW, Scope.EVERYTHING));

    private final EscalationRepository escalations;
    private final ShowHazard showing;
    private final HazardPaperFacts facts;
    private final Papers papers;
    private final Clock clock;

    DraftRungPaper(
            EscalationRepository escalations, ShowHazard showing, HazardPaperFacts facts, Papers papers, Clock clock) {
        this.escalations = escalations;
        this.showing = showing;
        this.facts = facts;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param organ that is to issue it
     */
    record Outcome(
            @Nullable UUID paper,
            @Nullable UUID organ,
            @Nullable String problem) {}

    /** Idempotent: the draft of a rung always has the same id. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome draft(Escalation escalation, String kind) {
        Outcome outcome = draft(CLOCK, READER, escalation, kind);
        escalations.drafted(escalation.id(), outcome.paper(), outcome.problem());
        return outcome;
    }

    /** By hand, after what stood in the way was put right; the organ is the caller's own or the nearest. */
    @Transactional
    public UUID again(Caller caller, UUID hazard, UUID id) {
        showing.show(caller, hazard);
        Escalation escalation = escalations
                .find(id)
                .filter(one -> one.hazardId().equals(hazard) && one.state() == State.TAKEN)
                .filter(one -> one.paper() != null && one.paperId() == null)
                .orElseThrow(() -> new ProblemException(HazardProblem.NOTHING_PENDING));
        String kind = Objects.requireNonNull(escalation.paper());
        Outcome outcome = draft(caller, caller, escalation, kind);
        UUID paper = outcome.paper();
        if (paper == null) {
            throw new ProblemException(
                    "no-organ".equals(outcome.problem()) ? PaperProblem.NO_ORGAN : PaperProblem.KIND_NOT_OFFERED);
        }
        escalations.drafted(id, paper, null);
        return paper;
    }

    private Outcome draft(Caller drafter, Caller reader, Escalation escalation, String kind) {
        ShowHazard.View view = showing.show(reader, escalation.hazardId());
        ListHazards.Row hazard = view.hazard();
        Papers.Subject subject =
                DraftHazardPaper.subject(hazard.id(), hazard.number(), hazard.areaKey(), hazard.unitId());
        Papers.Desk desk = papers.desk(drafter, subject, List.of(kind));
        if (desk.kinds().isEmpty()) {
            return new Outcome(null, null, "unknown-kind");
        }
        if (desk.organs().isEmpty()) {
            return new Outcome(null, null, "no-organ");
        }
        UUID organ = desk.organs().getFirst().unitId();
        UUID paper = Notice.idOf("hazard.rung-paper", escalation.id());
        papers.draft(drafter, paper, kind, organ, subject, facts.of(reader, view, kind, clock.instant()));
        return new Outcome(paper, organ, null);
    }
}
