package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.HazardReportAccepted;
import org.anshe.hazard.HazardSentDown;
import org.anshe.hazard.internal.TransferRepository.State;
import org.anshe.hazard.internal.TransferRepository.Transfer;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The level above accepts a hazard that was reported up, or sends it back down with the reason. */
@Service
public class AnswerReport {

    private final HazardSteps steps;
    private final TransferRepository transfers;
    private final Deadlines deadlines;

    AnswerReport(HazardSteps steps, TransferRepository transfers, Deadlines deadlines) {
        this.steps = steps;
        this.transfers = transfers;
        this.deadlines = deadlines;
    }

    @Transactional
    public void accept(Caller caller, UUID id, int version, @Nullable String note) {
        Hazard before = steps.begin(caller, id, version, HazardAction.ACCEPT_REPORT);
        Transfer open = offered(before);
        Instant now = steps.now();
        transfers.answer(caller, id, State.ACCEPTED, note == null || note.isBlank() ? null : note, now);
        deadlines.clear(Beside.TRANSFER.of(before));
        steps.finish(
                caller,
                before,
                before.beside(before.handling().without(Pending.REPORT_UP), before.clock()),
                HazardAction.ACCEPT_REPORT,
                Facts.of(
                        "note",
                        note,
                        "level",
                        Objects.requireNonNull(open.ends().toLevel()).name()),
                new HazardReportAccepted(
                        id,
                        before.identity().number(),
                        before.area(),
                        Objects.requireNonNull(open.ends().toLevel()),
                        now));
    }

    @Transactional
    public void sendDown(Caller caller, UUID id, int version, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.SEND_DOWN);
        Transfer open = offered(before);
        Instant now = steps.now();
        AreaLevel level = Objects.requireNonNull(open.ends().fromLevel());
        transfers.answer(caller, id, State.REFUSED, reason, now);
        deadlines.clear(Beside.TRANSFER.of(before));
        steps.finish(
                caller,
                before,
                before.beside(before.handling().at(level).without(Pending.REPORT_UP), before.clock()),
                HazardAction.SEND_DOWN,
                Facts.of("reason", reason, "level", level.name()),
                new HazardSentDown(id, before.identity().number(), before.area(), level, now));
    }

    private Transfer offered(Hazard hazard) {
        if (!hazard.handling().has(Pending.REPORT_UP)) {
            throw new ProblemException(HazardProblem.NOTHING_PENDING);
        }
        return transfers.open(hazard.id()).orElseThrow(() -> new ProblemException(HazardProblem.NOTHING_PENDING));
    }
}
