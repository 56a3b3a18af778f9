package org.anshe.enforcement.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.DueRecords;
import org.anshe.organisation.Units;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Feedback that units owe, in the calendar of what falls due; it opens the action. */
@Component
class DueFeedbacks implements DueRecords {

    static final String SUBJECT = "joint-feedback";

    private final JointActionQueries actions;
    private final ShowJointActions shown;
    private final Units units;

    DueFeedbacks(JointActionQueries actions, ShowJointActions shown, Units units) {
        this.actions = actions;
        this.shown = shown;
        this.units = units;
    }

    static Deadlines.Key key(UUID part) {
        return new Deadlines.Key(SUBJECT, part, "feedback");
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public String permission() {
        return JointAction.VIEW;
    }

    @Override
    public Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids) {
        List<JointActionQueries.Part> parts = actions.parts(scope, ids);
        Map<UUID, ShowJointActions.Row> rows = shown
                .named(actions.byIds(
                        scope,
                        parts.stream()
                                .map(JointActionQueries.Part::actionId)
                                .distinct()
                                .toList()))
                .stream()
                .collect(Collectors.toMap(ShowJointActions.Row::id, Function.identity()));
        Map<UUID, Units.Unit> names = units.byIds(
                parts.stream().map(JointActionQueries.Part::unitId).distinct().toList());
        return parts.stream()
                .filter(part -> rows.containsKey(part.actionId()))
                .collect(Collectors.toMap(JointActionQueries.Part::id, part -> {
                    ShowJointActions.Row row = Objects.requireNonNull(rows.get(part.actionId()));
                    Units.Unit unit = names.get(part.unitId());
                    return new DueRecord(
                            row.title(),
                            row.number(),
                            row.areaName(),
                            unit == null ? null : unit.name(),
                            row.id(),
                            false);
                }));
    }
}
