package org.anshe.enforcement.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anshe.attachment.Attachments;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.internal.JointAction.Part;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that a joint action took place: when, who came, what was done, with photos or minutes; or calls it off. */
@Service
public class HoldJointAction {

    static final String RECORD = "record";

    private final JointActionRepository actions;
    private final JointActionSteps steps;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final Attachments attachments;

    HoldJointAction(
            JointActionRepository actions,
            JointActionSteps steps,
            CourseRepository course,
            EnforcementTerms terms,
            Attachments attachments) {
        this.actions = actions;
        this.steps = steps;
        this.course = course;
        this.terms = terms;
        this.attachments = attachments;
    }

    /** Who came for a unit. */
    public record Present(UUID unitId, int people, @Nullable String names) {}

    /** @param present units that came; the others did not, whatever they had answered */
    @Transactional
    public void hold(
            Caller caller,
            UUID id,
            int version,
            LocalDate day,
            String summary,
            List<Present> present,
            List<UUID> files) {
        JointAction before = steps.arrange(caller, id, version, Set.of(JointActionStatus.PLANNED));
        if (day.isAfter(terms.today())) {
            throw new ProblemException(EnforcementProblem.DAY_OUT_OF_RANGE, "last", terms.today());
        }
        present.forEach(one -> JointActionSteps.part(before, one.unitId()));
        Map<UUID, Present> byUnit =
                present.stream().collect(Collectors.toMap(Present::unitId, Function.identity(), (one, again) -> again));
        if (!byUnit.containsKey(before.unitId())) {
            throw new ProblemException(EnforcementProblem.NOBODY_TOOK_PART);
        }
        actions.hold(before, day, summary);
        for (Part part : before.parts()) {
            Present came = byUnit.get(part.unitId());
            actions.present(part, came == null ? null : came.people(), came == null ? null : Facts.text(came.names()));
        }
        attachments.link(caller, before.owner(), RECORD, files);
        int people = byUnit.values().stream().mapToInt(Present::people).sum();
        course.record(
                caller,
                before.course(),
                "hold",
                Facts.of("day", day, "units", byUnit.size(), "people", people, "files", files.size()));
    }

    @Transactional
    public void cancel(Caller caller, UUID id, int version, String reason) {
        JointAction before = steps.arrange(caller, id, version, Set.of(JointActionStatus.PLANNED));
        actions.cancel(before, reason);
        course.record(caller, before.course(), "cancel", Facts.of("reason", reason));
    }
}
