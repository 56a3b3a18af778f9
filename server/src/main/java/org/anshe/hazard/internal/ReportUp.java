package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.HazardReportedUp;
import org.anshe.hazard.internal.HazardState.Unassigned;
import org.anshe.hazard.internal.TransferRepository.Ends;
import org.anshe.hazard.internal.TransferRepository.Kind;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A level that cannot deal with a hazard reports it to the one above, which handles it from now on: it accepts it, goes
 * straight on with it, or sends it back down in time with a reason. The clock runs on.
 */
@Service
public class ReportUp {

    private final HazardSteps steps;
    private final TransferRepository transfers;
    private final ClockRules rules;
    private final Deadlines deadlines;

    ReportUp(HazardSteps steps, TransferRepository transfers, ClockRules rules, Deadlines deadlines) {
        this.steps = steps;
        this.transfers = transfers;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    @Transactional
    public void reportUp(Caller caller, UUID id, int version, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.REPORT_UP);
        before.in(Unassigned.class);
        Instant now = steps.now();
        AreaLevel from = before.handling().level();
        AreaLevel to = above(from).orElseThrow(() -> new ProblemException(HazardProblem.TOP_LEVEL));
        if (before.handling().has(Pending.REPORT_UP)) {
            throw new ProblemException(HazardProblem.ALREADY_PENDING);
        }
        // Who may take both levels does not need to ask itself; who was refused too often lives with the decision.
        int refused = transfers.count(id, Kind.REPORT_UP, TransferRepository.State.REFUSED);
        if (refused >= rules.policy(before.area(), now).transfers().mostRefusals()) {
            throw new ProblemException(HazardProblem.OWNER_DECIDED);
        }
        Instant answerBy =
                rules.end(rules.policy(before.area(), now).transfers().answer(), now);
        transfers.offer(caller, Ids.next(), id, Kind.REPORT_UP, Ends.levels(from, to), reason, now, answerBy);
        deadlines.set(Beside.TRANSFER.of(before), before.area(), null, answerBy, answerBy);
        steps.finish(
                caller,
                before,
                before.beside(before.handling().at(to).with(Pending.REPORT_UP), before.clock()),
                HazardAction.REPORT_UP,
                Facts.of("reason", reason, "fromLevel", from.name(), "level", to.name(), "answerBy", answerBy),
                new HazardReportedUp(id, before.identity().number(), before.area(), to, now));
    }

    static Optional<AreaLevel> above(AreaLevel level) {
        return switch (level) {
            case COMMUNITY, GRID_1, GRID_2, GRID_3 -> Optional.of(AreaLevel.STREET);
            case STREET -> Optional.of(AreaLevel.DISTRICT);
            case DISTRICT, CITY, PROVINCE -> Optional.empty();
        };
    }
}
