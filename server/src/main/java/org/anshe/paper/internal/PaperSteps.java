package org.anshe.paper.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.PaperState;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** What every step has in common: whether the caller sees the paper, knows its newest version and may take the step. */
@Component
class PaperSteps {

    /** What is done in the name of the organ: decided where the organ works, not where the hazard lies. */
    private static final List<String> OF_THE_ORGAN = List.of("paper.issue", "paper.stamp", "paper.void");

    private final PaperRepository papers;
    private final OrganRepository organs;
    private final PaperKinds kinds;
    private final AuditTrail audit;

    PaperSteps(PaperRepository papers, OrganRepository organs, PaperKinds kinds, AuditTrail audit) {
        this.papers = papers;
        this.organs = organs;
        this.kinds = kinds;
        this.audit = audit;
    }

    /** The paper for somebody who only looks; for everybody else it is not there. */
    Paper seen(Caller caller, UUID id) {
        return papers.find(id)
                .filter(paper -> paper.opensTo(caller, Paper.VIEW))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    /** The paper, locked, for the caller's step. Not seen: not found; not permitted: forbidden; older: conflict. */
    Paper begin(Caller caller, UUID id, int version, String permission) {
        Paper paper = papers.lock(id)
                .filter(found -> found.opensTo(caller, Paper.VIEW))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!permits(caller, paper, permission)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", permission);
        }
        if (paper.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT, "version", paper.version());
        }
        return paper;
    }

    boolean permits(Caller caller, Paper paper, String permission) {
        if (OF_THE_ORGAN.contains(permission)) {
            Organ organ = organ(paper);
            return caller.may(permission, organ.area(), organ.unitId());
        }
        return paper.opensTo(caller, permission);
    }

    Organ organ(Paper paper) {
        return organs.find(paper.organ().unitId()).orElseThrow(() -> new ProblemException(PaperProblem.NO_ORGAN));
    }

    PaperKind kind(Paper paper) {
        return kinds.get(paper.kind(), paper.kindVersion());
    }

    /** The places where somebody must sign who has not. */
    static List<PaperKind.Place> unsigned(PaperKind kind, List<Signature> signatures) {
        return kind.places().stream()
                .filter(place -> signatures.stream()
                                .filter(signature -> signature.place().equals(place.code()))
                                .count()
                        < place.least())
                .toList();
    }

    /** Signed once nobody is missing and there is a signature or the seal. */
    static PaperState state(PaperKind kind, List<Signature> signatures, boolean stamped) {
        boolean marked = stamped || !signatures.isEmpty();
        return marked && unsigned(kind, signatures).isEmpty() ? PaperState.SIGNED : PaperState.DRAFT;
    }

    void record(Caller caller, Paper paper, String action, Map<String, ?> facts) {
        audit.record(
                caller,
                action,
                AuditTrail.Subject.of(Paper.KIND, paper.id()),
                paper.subject().area(),
                facts);
    }
}
