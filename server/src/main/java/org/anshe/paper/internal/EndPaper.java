package org.anshe.paper.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.anshe.paper.PaperState;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws a draft, or makes an issued paper void. Both need a reason; a void paper keeps its number. */
@Service
public class EndPaper {

    static final String VOID = "paper.void";

    private final PaperSteps steps;
    private final PaperRepository papers;
    private final Clock clock;

    EndPaper(PaperSteps steps, PaperRepository papers, Clock clock) {
        this.steps = steps;
        this.papers = papers;
        this.clock = clock;
    }

    @Transactional
    public void withdraw(Caller caller, UUID id, int version, String why) {
        Paper paper = steps.begin(caller, id, version, DraftPaper.PERMISSION).in(PaperState.DRAFT, PaperState.SIGNED);
        papers.end(paper, PaperState.WITHDRAWN, ended(caller, why));
        steps.record(caller, paper, "paper.withdraw", Map.of("why", why.strip()));
    }

    @Transactional
    public void makeVoid(Caller caller, UUID id, int version, String why) {
        Paper paper = steps.begin(caller, id, version, VOID).in(PaperState.ISSUED, PaperState.SERVED);
        papers.end(paper, PaperState.VOID, ended(caller, why));
        steps.record(caller, paper, VOID, Map.of("why", why.strip()));
    }

    private Paper.Ended ended(Caller caller, String why) {
        return new Paper.Ended(clock.instant(), caller.name(), why.strip());
    }
}
