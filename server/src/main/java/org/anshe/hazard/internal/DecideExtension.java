package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.ExtensionDecided;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.ExtensionRepository.Extension;
import org.anshe.hazard.internal.ExtensionRepository.State;
import org.anshe.hazard.internal.HazardState.Underway;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants a later deadline or refuses it: by the level the policy names, never by who asked or answers for the work. */
@Service
public class DecideExtension {

    private final HazardSteps steps;
    private final ExtensionRepository extensions;
    private final ClockRules rules;
    private final Deadlines deadlines;

    DecideExtension(HazardSteps steps, ExtensionRepository extensions, ClockRules rules, Deadlines deadlines) {
        this.steps = steps;
        this.extensions = extensions;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    /** @param until the new last day, as asked for or earlier; null as asked for */
    @Transactional
    public void grant(Caller caller, UUID id, int version, @Nullable LocalDate until, @Nullable String note) {
        Hazard before = steps.begin(caller, id, version, HazardAction.GRANT_EXTENSION);
        Extension asked = asked(caller, before);
        Underway state = before.in(Underway.class);
        LocalDate granted = until == null ? asked.askedUntil() : until;
        LocalDate old = WorkingCalendar.dayOf(asked.oldDueAt());
        if (!granted.isAfter(old) || granted.isAfter(asked.askedUntil())) {
            throw new ProblemException(
                    HazardProblem.DEADLINE_OUT_OF_RANGE, Map.of("first", old.plusDays(1), "last", asked.askedUntil()));
        }
        Instant now = steps.now();
        extensions.decide(caller, id, State.GRANTED, granted, blankToNull(note), now);
        deadlines.clear(Beside.EXTENSION.of(before));
        Instant dueAt = WorkingCalendar.endOf(granted);
        Hazard after = before.with(before.elements().dueAt(dueAt))
                .handled(before.handling().without(Pending.EXTENSION).extended())
                .to(
                        state.until(dueAt),
                        rules.chosen(
                                before.area(), HazardClock.RECTIFY, state.duty().since(), dueAt));
        finish(caller, before, after, HazardAction.GRANT_EXTENSION, note, granted);
    }

    @Transactional
    public void refuse(Caller caller, UUID id, int version, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.REFUSE_EXTENSION);
        asked(caller, before);
        Instant now = steps.now();
        extensions.decide(caller, id, State.REFUSED, null, reason.strip(), now);
        deadlines.clear(Beside.EXTENSION.of(before));
        Hazard awake = rules.resumed(before, now);
        Hazard after = awake.beside(awake.handling().without(Pending.EXTENSION), awake.clock());
        finish(caller, before, after, HazardAction.REFUSE_EXTENSION, reason, null);
    }

    /** The request, if the caller is independent and of the level that decides. */
    private Extension asked(Caller caller, Hazard hazard) {
        Extension asked =
                extensions.pending(hazard.id()).orElseThrow(() -> new ProblemException(HazardProblem.NOTHING_PENDING));
        if (!decides(caller, hazard, asked)) {
            throw new ProblemException(
                    HazardProblem.WRONG_LEVEL, "level", asked.level().name());
        }
        if (caller.personId() != null && caller.personId().equals(asked.askedBy())) {
            throw new ProblemException(HazardProblem.NOT_INDEPENDENT);
        }
        hazard.independent(caller);
        return asked;
    }

    static boolean decides(Caller caller, Hazard hazard, Extension asked) {
        return caller.scopeFor(HazardAction.GRANT_EXTENSION.permission())
                .coversArea(hazard.area().at(asked.level()));
    }

    private void finish(
            Caller caller,
            Hazard before,
            Hazard after,
            HazardAction action,
            @Nullable String words,
            @Nullable LocalDate granted) {
        steps.finish(
                caller,
                before,
                after,
                action,
                Facts.of(
                        granted == null ? "reason" : "note",
                        words,
                        "fromDueAt",
                        granted == null ? null : before.elements().dueAt(),
                        "dueAt",
                        granted == null
                                ? after.movedEnd(before)
                                : after.elements().dueAt()),
                new ExtensionDecided(
                        before.id(), before.identity().number(), before.area(), before.unitId(), granted, steps.now()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
