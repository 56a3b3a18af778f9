package org.anshe.enforcement.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.deadline.Deadlines;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.enforcement.FeedbackAsked;
import org.anshe.enforcement.JointActionConcluded;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.internal.JointAction.Part;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each unit that took part says by a day what it did; then the action is concluded, or earlier with a reason. */
@Service
public class GiveFeedback {

    private static final Set<JointActionStatus> AFTER =
            EnumSet.of(JointActionStatus.HELD, JointActionStatus.FEEDBACK_DUE);

    private final JointActionRepository actions;
    private final JointActionSteps steps;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final Deadlines deadlines;
    private final Units units;

    GiveFeedback(
            JointActionRepository actions,
            JointActionSteps steps,
            CourseRepository course,
            EnforcementTerms terms,
            Deadlines deadlines,
            Units units) {
        this.actions = actions;
        this.steps = steps;
        this.course = course;
        this.terms = terms;
        this.deadlines = deadlines;
        this.units = units;
    }

    /** @param by last day; null for the usual number of working days */
    @Transactional
    public void ask(Caller caller, UUID id, int version, @Nullable LocalDate by) {
        JointAction before = steps.arrange(caller, id, version, Set.of(JointActionStatus.HELD));
        LocalDate last = by == null ? terms.feedbackDay() : by;
        if (last.isBefore(terms.today())) {
            throw new ProblemException(EnforcementProblem.DAY_OUT_OF_RANGE, "first", terms.today());
        }
        List<Part> owing = before.owing();
        if (owing.isEmpty()) {
            throw new ProblemException(EnforcementProblem.NOTHING_OWED);
        }
        actions.askFeedback(before, last);
        EnforcementTerms.Term term = terms.feedback(last);
        owing.forEach(part ->
                deadlines.set(DueFeedbacks.key(part.id()), before.area(), part.unitId(), term.nearAt(), term.dueAt()));
        course.record(caller, before.course(), "ask-feedback", Facts.of("by", last, "units", owing.size()));
        course.announce(new FeedbackAsked(id, before.title(), before.area(), unitsOf(owing), last, terms.now()));
    }

    @Transactional
    public void give(Caller caller, UUID id, int version, UUID unit, String feedback) {
        JointAction before = steps.takePart(caller, id, version, unit, AFTER);
        Part part = JointActionSteps.part(before, unit);
        if (!part.owes()) {
            throw new ProblemException(EnforcementProblem.NOTHING_OWED);
        }
        actions.advance(before, Map.of());
        actions.feedBack(caller, part, feedback, terms.now());
        deadlines.clear(DueFeedbacks.key(part.id()));
        course.record(
                caller,
                before.course(),
                "feed-back",
                Facts.of("unit", units.find(unit).map(Units.Unit::name).orElse(null), "feedback", feedback));
    }

    /** @param missing why it is concluded without the feedback of a unit that owes it */
    @Transactional
    public void conclude(Caller caller, UUID id, int version, String conclusion, @Nullable String missing) {
        JointAction before = steps.arrange(caller, id, version, AFTER);
        List<Part> owing = before.owing();
        String reason = Facts.text(missing);
        if (!owing.isEmpty() && reason == null) {
            throw new ProblemException(EnforcementProblem.FEEDBACK_MISSING, "units", owing.size());
        }
        actions.conclude(before, conclusion, owing.isEmpty() ? null : reason, terms.now());
        owing.forEach(part -> deadlines.clear(DueFeedbacks.key(part.id())));
        course.record(
                caller,
                before.course(),
                "conclude",
                Facts.of(
                        "conclusion", conclusion,
                        "missing", owing.isEmpty() ? null : owing.size(),
                        "reason", owing.isEmpty() ? null : reason));
        course.announce(
                new JointActionConcluded(id, before.title(), before.area(), unitsOf(before.parts()), terms.now()));
    }

    private static Set<UUID> unitsOf(List<Part> parts) {
        return parts.stream().map(Part::unitId).collect(Collectors.toSet());
    }
}
