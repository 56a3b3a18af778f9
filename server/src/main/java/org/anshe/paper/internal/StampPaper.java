package org.anshe.paper.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.PaperState;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the picture of the organ's seal on a draft, or takes it off. Every use stands in the audit trail. */
@Service
public class StampPaper {

    static final String PERMISSION = "paper.stamp";

    private final PaperSteps steps;
    private final PaperRepository papers;

    StampPaper(PaperSteps steps, PaperRepository papers) {
        this.steps = steps;
        this.papers = papers;
    }

    @Transactional
    public void stamp(Caller caller, UUID id, int version, boolean wanted) {
        Paper paper = steps.begin(caller, id, version, PERMISSION).in(PaperState.DRAFT, PaperState.SIGNED);
        if (paper.stamped() == wanted) {
            return;
        }
        Organ organ = steps.organ(paper);
        if (wanted && !organ.hasStamp()) {
            throw new ProblemException(PaperProblem.NO_STAMP, "organ", organ.name());
        }
        PaperState state = PaperSteps.state(steps.kind(paper), papers.signatures(id), wanted);
        papers.rewrite(paper, paper.content(), state, wanted);
        if (wanted) {
            steps.record(caller, paper, PERMISSION, Map.of("organ", organ.name()));
        } else {
            steps.record(caller, paper, "paper.unstamp", Map.of("organ", organ.name()));
        }
    }
}
