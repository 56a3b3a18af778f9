package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.UnitWarned;
import org.anshe.hazard.internal.WarningRepository.Said;
import org.anshe.hazard.internal.WarningRepository.Told;
import org.anshe.hazard.internal.WarningRepository.Warning;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit is warned, says what it does at once, and the warning is lifted; or no warning is given, with the reason. */
@Service
public class ActOnWarning {

    static final String VIEW = "hazard.view";
    static final String WARN = "hazard.warn";
    static final String ANSWER = "hazard.answer-warning";
    private static final String DEADLINE = "answer";

    /** How long before its end the time to answer is near. */
    static final Duration NEAR = Duration.ofDays(1);

    private final WarningRepository warnings;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActOnWarning(
            WarningRepository warnings,
            Deadlines deadlines,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.warnings = warnings;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    static String permissionToWarn() {
        return WARN;
    }

    static String permissionToAnswer() {
        return ANSWER;
    }

    /** @param answerBy last day for the unit to say what it does; null for none */
    @Transactional
    public void warn(Caller caller, UUID id, int version, String demand, @Nullable LocalDate answerBy) {
        Warning before = begin(caller, id, version, WARN, List.of(WarningState.PROPOSED));
        Instant now = clock.instant();
        if (answerBy != null && answerBy.isBefore(WorkingCalendar.dayOf(now))) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), List.of(new FieldError("/answerBy", "range")));
        }
        Told told = new Told(demand.strip(), answerBy, now, caller.personId(), caller.name());
        save(caller, before, with(before, WarningState.WARNED, told, null, null), "hazard.warn", demand);
        if (answerBy != null) {
            Instant due = WorkingCalendar.endOf(answerBy);
            Instant near = due.minus(NEAR);
            deadlines.set(deadline(id), before.area(), before.unitId(), near.isBefore(now) ? now : near, due);
        }
        events.publishEvent(new UnitWarned(
                id, before.unitId(), before.area(), before.rule().kind().name(), answerBy, now));
    }

    @Transactional
    public void answer(Caller caller, UUID id, int version, String measures) {
        Warning before = begin(caller, id, version, ANSWER, List.of(WarningState.WARNED, WarningState.ANSWERED));
        Said said = new Said(measures.strip(), clock.instant(), caller.personId(), caller.name());
        save(caller, before, with(before, WarningState.ANSWERED, before.told(), said, null), ANSWER, measures);
        deadlines.clear(deadline(id));
    }

    /** Only after the unit has said what it does; by somebody else than who said it. */
    @Transactional
    public void lift(Caller caller, UUID id, int version, String reason) {
        Warning before = begin(caller, id, version, WARN, List.of(WarningState.ANSWERED));
        Said answered = before.answered();
        if (answered != null && caller.isPerson(answered.by())) {
            throw new ProblemException(HazardProblem.NOT_INDEPENDENT);
        }
        Said said = new Said(reason.strip(), clock.instant(), caller.personId(), caller.name());
        save(
                caller,
                before,
                with(before, WarningState.LIFTED, before.told(), before.answered(), said),
                "hazard.lift-warning",
                reason);
    }

    @Transactional
    public void dismiss(Caller caller, UUID id, int version, String reason) {
        Warning before = begin(caller, id, version, WARN, List.of(WarningState.PROPOSED));
        Said said = new Said(reason.strip(), clock.instant(), caller.personId(), caller.name());
        save(caller, before, with(before, WarningState.DISMISSED, null, null, said), "hazard.dismiss-warning", reason);
    }

    private Warning begin(Caller caller, UUID id, int version, String permission, List<WarningState> in) {
        Warning warning = warnings.find(id)
                .filter(found -> caller.may(VIEW, found.area(), found.unitId()))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!caller.may(permission, warning.area(), warning.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", permission);
        }
        if (warning.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT, "version", warning.version());
        }
        if (!in.contains(warning.state())) {
            throw new ProblemException(
                    HazardProblem.WRONG_STATE, "state", warning.state().name());
        }
        return warning;
    }

    private void save(Caller caller, Warning before, Warning after, String action, String words) {
        if (!warnings.save(before, after)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(
                caller,
                action,
                Subject.of(EarlyWarning.SUBJECT, before.id()),
                before.area(),
                Map.of("kind", before.rule().kind().name(), "words", words.strip()));
    }

    private static Warning with(
            Warning before, WarningState state, @Nullable Told told, @Nullable Said answered, @Nullable Said ended) {
        return new Warning(
                before.id(),
                before.unitId(),
                before.area(),
                before.rule(),
                before.raisedAt(),
                state,
                before.version() + 1,
                told,
                answered,
                ended);
    }

    private static Deadlines.Key deadline(UUID id) {
        return new Deadlines.Key(EarlyWarning.SUBJECT, id, DEADLINE);
    }
}
