package org.anshe.paper.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.PaperState;
import org.anshe.paper.Papers.Facts;
import org.anshe.paper.Papers.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft of what a module knows about one of its records. */
@Service
class DraftPaper {

    static final String PERMISSION = "paper.draft";

    private final PaperRepository papers;
    private final OrganRepository organs;
    private final PaperKinds kinds;
    private final AuditTrail audit;
    private final Clock clock;

    DraftPaper(PaperRepository papers, OrganRepository organs, PaperKinds kinds, AuditTrail audit, Clock clock) {
        this.papers = papers;
        this.organs = organs;
        this.kinds = kinds;
        this.audit = audit;
        this.clock = clock;
    }

    /** Idempotent on the id. The organ must be responsible for the area of the record. */
    @Transactional
    public void draft(Caller caller, UUID id, String kindCode, UUID organId, Subject subject, Facts facts) {
        Organ organ = organs.find(organId)
                .filter(found -> covers(found, subject.area()))
                .filter(found -> caller.may(PERMISSION, subject.area(), found.unitId()))
                .orElseThrow(() -> new ProblemException(PaperProblem.NO_ORGAN));
        PaperKind kind = kinds.getInForce(kindCode);
        Paper paper = new Paper(
                id,
                kind.code(),
                kind.version(),
                PaperState.DRAFT,
                1,
                organ.issuer(),
                subject,
                new PaperContent(facts.values(), facts.rows()).fitting(kind),
                false,
                new Paper.Created(clock.instant(), caller.personId(), caller.name()),
                null,
                null,
                null);
        if (!papers.add(paper)) {
            sameAs(paper);
            return;
        }
        audit.record(
                caller,
                PERMISSION,
                AuditTrail.Subject.of(Paper.KIND, id),
                subject.area(),
                Map.of("kind", kind.code(), "about", subject.name(), "organ", organ.name()));
    }

    static boolean covers(Organ organ, AreaKey area) {
        return organ.area().range().contains(area);
    }

    /** Sending the same draft again changes nothing; an id that stands for something else is refused. */
    private void sameAs(Paper sent) {
        Paper there = papers.find(sent.id()).orElseThrow();
        boolean same = there.kind().equals(sent.kind())
                && there.subject().kind().equals(sent.subject().kind())
                && there.subject().id().equals(sent.subject().id());
        if (!same) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
    }
}
