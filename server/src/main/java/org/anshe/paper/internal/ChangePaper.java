package org.anshe.paper.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.paper.PaperState;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rewrites what a draft says. Who had signed had signed something else: signatures and seal are taken back. */
@Service
public class ChangePaper {

    private final PaperSteps steps;
    private final PaperRepository papers;
    private final Clock clock;

    ChangePaper(PaperSteps steps, PaperRepository papers, Clock clock) {
        this.steps = steps;
        this.papers = papers;
        this.clock = clock;
    }

    @Transactional
    public void change(
            Caller caller, UUID id, int version, Map<String, String> values, List<Map<String, String>> rows) {
        Paper paper = steps.begin(caller, id, version, DraftPaper.PERMISSION).in(PaperState.DRAFT, PaperState.SIGNED);
        PaperContent content = new PaperContent(values, rows).fitting(steps.kind(paper));
        if (content.equals(paper.content())) {
            return;
        }
        int signatures = papers.signatures(id).size();
        papers.withdrawSignatures(id, clock.instant());
        papers.rewrite(paper, content, PaperState.DRAFT, false);
        steps.record(
                caller,
                paper,
                "paper.change",
                Map.of("signaturesTakenBack", signatures, "sealTakenBack", paper.stamped()));
    }
}
