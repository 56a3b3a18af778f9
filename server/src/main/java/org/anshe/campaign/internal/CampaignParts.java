package org.anshe.campaign.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.campaign.internal.reading.Passage;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign holds. {@code source} is the passage in the campaign's document a part came from, null for what a
 * person added.
 */
public record CampaignParts(
        List<Stage> stages, List<Topic> topics, List<Task> tasks, List<Duty> duties, List<Target> targets) {

    public CampaignParts {
        stages = List.copyOf(stages);
        topics = List.copyOf(topics);
        tasks = List.copyOf(tasks);
        duties = List.copyOf(duties);
        targets = List.copyOf(targets);
    }

    /** Who takes part in a task. */
    public enum Role {
        LEAD,
        COOPERATE
    }

    /** A stage; an end that is open is null. */
    public record Stage(
            UUID id,
            String name,
            @Nullable LocalDate startsOn,
            @Nullable DatePrecision startsPrecision,
            @Nullable LocalDate endsOn,
            @Nullable DatePrecision endsPrecision,
            @Nullable Passage source,
            int version) {}

    public record Topic(
            UUID id,
            @Nullable UUID parentId,
            int level,
            String label,
            String title,
            @Nullable Passage source) {}

    /**
     * A unit of a task.
     *
     * @param printedName as in the document, or the unit's own name
     * @param unitId null while the name is no unit
     * @param unitArea where the unit works, null with it
     */
    public record TaskUnit(
            Role role,
            String printedName,
            @Nullable UUID unitId,
            @Nullable AreaKey unitArea) {}

    public record Task(
            UUID id,
            UUID campaignId,
            @Nullable UUID topicId,
            String title,
            @Nullable String recipient,
            @Nullable LocalDate dueOn,
            @Nullable DatePrecision duePrecision,
            TaskState state,
            int percent,
            @Nullable Instant doneAt,
            @Nullable String withdrawReason,
            List<TaskUnit> units,
            @Nullable Passage source,
            int version) {
        public Task {
            units = List.copyOf(units);
        }

        /** The first leading unit that is in the directory. */
        @Nullable UUID leadUnit() {
            return units.stream()
                    .filter(unit -> unit.role() == Role.LEAD && unit.unitId() != null)
                    .map(TaskUnit::unitId)
                    .findFirst()
                    .orElse(null);
        }
    }

    public record Duty(
            UUID id,
            @Nullable UUID topicId,
            String title,
            String every,
            int times,
            @Nullable String at,
            @Nullable UUID unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Passage source) {}

    public record Target(
            UUID id,
            @Nullable UUID topicId,
            String metric,
            String op,
            BigDecimal value,
            String unit,
            @Nullable LocalDate byOn,
            @Nullable Passage source) {}
}
