package org.anshe.enforcement.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.enforcement.CaseConcluded;
import org.anshe.enforcement.CaseOutcome;
import org.anshe.enforcement.CaseStatus;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what became of a case, and whether the public was told. Who never sent it away may settle it as well. */
@Service
public class ConcludeCase {

    private static final Set<CaseStatus> OPEN = EnumSet.of(CaseStatus.FOUND, CaseStatus.REFUSED, CaseStatus.ACCEPTED);

    private final CaseRepository cases;
    private final CaseSteps steps;
    private final CourseRepository course;
    private final EnforcementTerms terms;

    ConcludeCase(CaseRepository cases, CaseSteps steps, CourseRepository course, EnforcementTerms terms) {
        this.cases = cases;
        this.steps = steps;
        this.course = course;
        this.terms = terms;
    }

    /**
     * How it ended.
     *
     * @param fine in yuan; with {@code FINED} and only then
     */
    public record Outcome(
            LocalDate day,
            Set<CaseOutcome> outcomes,
            @Nullable BigDecimal fine,
            @Nullable String note) {

        public Outcome {
            outcomes = Set.copyOf(outcomes);
        }

        boolean complete() {
            boolean fined = outcomes.contains(CaseOutcome.FINED);
            boolean amount = fine != null && fine.signum() > 0;
            return !outcomes.isEmpty()
                    && fined == (fine != null)
                    && fined == amount
                    && (!outcomes.contains(CaseOutcome.NO_OFFENCE) || outcomes.size() == 1)
                    && (!outcomes.contains(CaseOutcome.OTHER) || Facts.text(note) != null);
        }
    }

    @Transactional
    public void conclude(Caller caller, UUID id, int version, Outcome outcome) {
        IllegalCase before = steps.begin(caller, id, version, IllegalCase.HANDLE, OPEN);
        if (!outcome.complete()) {
            throw new ProblemException(EnforcementProblem.OUTCOME_INCOMPLETE);
        }
        checkDay(outcome.day(), before.foundOn());
        cases.conclude(before, outcome.day(), outcome.outcomes(), outcome.fine(), Facts.text(outcome.note()));
        course.record(
                caller,
                before.course(),
                "conclude",
                Facts.of(
                        "outcomes",
                        outcome.outcomes().stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
                        "fine",
                        outcome.fine(),
                        "note",
                        outcome.note(),
                        "day",
                        outcome.day()));
        course.announce(new CaseConcluded(
                id, before.number(), before.area(), before.unitId(), outcome.outcomes(), terms.now()));
    }

    /** @param where the public was told, for example a newspaper or a notice board */
    @Transactional
    public void expose(Caller caller, UUID id, int version, LocalDate day, String where) {
        IllegalCase before = steps.begin(caller, id, version, IllegalCase.HANDLE, Set.of(CaseStatus.CONCLUDED));
        LocalDate concluded = before.concludedOn();
        if (before.exposedOn() != null) {
            throw new ProblemException(EnforcementProblem.ALREADY_EXPOSED);
        }
        checkDay(day, concluded == null ? before.foundOn() : concluded);
        cases.expose(before, day, where);
        course.record(caller, before.course(), "expose", Facts.of("day", day, "where", where));
    }

    private void checkDay(LocalDate day, LocalDate first) {
        if (day.isAfter(terms.today()) || day.isBefore(first)) {
            throw new ProblemException(
                    EnforcementProblem.DAY_OUT_OF_RANGE, Map.of("first", first, "last", terms.today()));
        }
    }
}
