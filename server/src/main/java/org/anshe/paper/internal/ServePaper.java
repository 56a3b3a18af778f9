package org.anshe.paper.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.PaperState;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records how and when a paper came to the one it is addressed to. */
@Service
public class ServePaper {

    static final String PERMISSION = "paper.serve";

    private final PaperSteps steps;
    private final PaperRepository papers;
    private final Clock clock;

    ServePaper(PaperSteps steps, PaperRepository papers, Clock clock) {
        this.steps = steps;
        this.papers = papers;
        this.clock = clock;
    }

    @Transactional
    public void serve(
            Caller caller, UUID id, int version, Paper.Served.Way way, LocalDate on, String to, @Nullable String note) {
        Paper paper = steps.begin(caller, id, version, PERMISSION).in(PaperState.ISSUED);
        Instant now = clock.instant();
        LocalDate issued = Objects.requireNonNull(paper.issued()).on();
        if (on.isBefore(issued) || on.isAfter(ComposePaper.day(now))) {
            throw new ProblemException(PaperProblem.SERVED_BEFORE_ISSUED, "issuedOn", issued.toString());
        }
        boolean noted = note != null && !note.isBlank();
        if (way == Paper.Served.Way.LEFT && !noted) {
            throw new ProblemException(PaperProblem.WITNESS_NEEDED);
        }
        papers.serve(
                paper,
                new Paper.Served(way, on, to.strip(), noted && note != null ? note.strip() : null, now, caller.name()));
        steps.record(caller, paper, PERMISSION, Map.of("way", way.name(), "on", on.toString()));
    }
}
