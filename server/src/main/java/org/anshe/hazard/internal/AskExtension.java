package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.ExtensionAsked;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.ExtensionRepository.Extension;
import org.anshe.hazard.internal.ExtensionRepository.State;
import org.anshe.hazard.internal.HazardState.Underway;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.hazard.internal.policy.PolicyContent.Extensions;
import org.anshe.hazard.internal.policy.PolicyContent.Pause;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit that cannot keep a deadline asks for a later one before it is over. The policy says who decides. */
@Service
public class AskExtension {

    private final HazardSteps steps;
    private final ExtensionRepository extensions;
    private final ClockRules rules;
    private final Deadlines deadlines;

    AskExtension(HazardSteps steps, ExtensionRepository extensions, ClockRules rules, Deadlines deadlines) {
        this.steps = steps;
        this.extensions = extensions;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    /** @param until the new last day */
    @Transactional
    public void ask(Caller caller, UUID id, int version, LocalDate until, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.ASK_EXTENSION);
        Underway state = before.in(Underway.class);
        if (before.handling().has(Pending.EXTENSION)) {
            throw new ProblemException(HazardProblem.ALREADY_PENDING);
        }
        Instant now = steps.now();
        PolicyContent policy = rules.policy(before.area(), now);
        Instant dueAt = state.duty().dueAt();
        refuseTooLate(policy.extensions(), dueAt, now);
        LocalDate last = WorkingCalendar.dayOf(dueAt);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(last, until));
        if (days <= 0) {
            throw new ProblemException(
                    HazardProblem.DEADLINE_OUT_OF_RANGE, Map.of("first", last.plusDays(1), "last", last.plusDays(1)));
        }
        int nth = before.handling().extensions() + 1;
        AreaLevel level = decider(policy.extensions(), before, nth, days);
        Instant answerBy = rules.end(policy.extensions().answer(), now);
        extensions.add(
                id,
                new Extension(
                        Ids.next(),
                        nth,
                        dueAt,
                        until,
                        days,
                        reason.strip(),
                        level,
                        now,
                        caller.personId(),
                        caller.name(),
                        answerBy,
                        State.PENDING,
                        null,
                        null,
                        null,
                        null));
        deadlines.set(Beside.EXTENSION.of(before), before.area(), null, answerBy, answerBy);
        Hazard after = before.beside(
                before.handling().with(Pending.EXTENSION),
                rules.pauseFor(policy, Pause.EXTENSION_ASKED, before.clock(), now));
        steps.finish(
                caller,
                before,
                after,
                HazardAction.ASK_EXTENSION,
                Facts.of(
                        "reason",
                        reason,
                        "until",
                        until.toString(),
                        "days",
                        days,
                        "level",
                        level.name(),
                        "answerBy",
                        answerBy,
                        "pausedAt",
                        after.pausedAt()),
                new ExtensionAsked(id, before.identity().number(), before.area(), before.unitId(), level, until, now));
    }

    private void refuseTooLate(Extensions extensions, Instant dueAt, Instant now) {
        boolean late = extensions.askBefore() == null
                ? now.isAfter(dueAt)
                : rules.end(extensions.askBefore(), now).isAfter(dueAt);
        if (late) {
            throw new ProblemException(HazardProblem.TOO_LATE_TO_ASK);
        }
    }

    private static AreaLevel decider(Extensions extensions, Hazard hazard, int nth, int days) {
        if (nth > extensions.most()) {
            throw new ProblemException(HazardProblem.NOBODY_MAY_EXTEND, Map.of("most", extensions.most()));
        }
        return extensions
                .decider(hazard.grade(), nth, days)
                .orElseThrow(
                        () -> new ProblemException(HazardProblem.NOBODY_MAY_EXTEND, Map.of("days", days, "nth", nth)));
    }
}
