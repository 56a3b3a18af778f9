package org.anshe.campaign.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.anshe.campaign.internal.reading.PartialDate;
import org.anshe.campaign.internal.reading.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign will hold when the document is confirmed now: nothing but what is accepted. Places in lists stand for
 * ids: {@code topic} and {@code parent} are indexes into {@code topics}.
 */
record CampaignDraft(
        List<Stage> stages, List<Topic> topics, List<Task> tasks, List<Duty> duties, List<Target> targets) {

    CampaignDraft {
        stages = List.copyOf(stages);
        topics = List.copyOf(topics);
        tasks = List.copyOf(tasks);
        duties = List.copyOf(duties);
        targets = List.copyOf(targets);
    }

    record Stage(
            Passage source,
            String name,
            @Nullable PartialDate start,
            @Nullable PartialDate end) {}

    record Topic(Passage source, @Nullable Integer parent, int level, String label, String title) {}

    /** Something to be done once, with who leads and who cooperates as printed. */
    record Task(
            Passage source,
            @Nullable Integer topic,
            String title,
            @Nullable String recipient,
            @Nullable PartialDate due,
            List<String> lead,
            List<String> cooperate) {
        Task {
            lead = List.copyOf(lead);
            cooperate = List.copyOf(cooperate);
        }
    }

    /** Something to be done again and again; {@code lead} are the units the item it stands in names. */
    record Duty(
            Passage source,
            @Nullable Integer topic,
            String title,
            String every,
            int times,
            @Nullable String at,
            List<String> lead) {
        Duty {
            lead = List.copyOf(lead);
        }
    }

    record Target(
            Passage source,
            @Nullable Integer topic,
            String metric,
            String op,
            BigDecimal value,
            String unit,
            @Nullable PartialDate by) {}

    boolean isEmpty() {
        return stages.isEmpty() && topics.isEmpty() && tasks.isEmpty() && duties.isEmpty() && targets.isEmpty();
    }

    /** Every unit named, once, in reading order. */
    List<String> unitNames() {
        return Stream.concat(
                        tasks.stream().flatMap(task -> Stream.concat(task.lead().stream(), task.cooperate().stream())),
                        duties.stream().flatMap(duty -> duty.lead().stream()))
                .distinct()
                .toList();
    }

    /** The first day any stage or dated task names; null when nothing is dated. */
    @Nullable LocalDate firstDay() {
        return Stream.concat(
                        stages.stream().map(stage -> PlanDates.firstDay(stage.start())),
                        tasks.stream().map(task -> PlanDates.firstDay(task.due())))
                .flatMap(Stream::ofNullable)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The last day any stage or dated task names; null when nothing is dated. */
    @Nullable LocalDate lastDay() {
        return Stream.concat(
                        stages.stream().map(stage -> PlanDates.lastDay(stage.end())),
                        tasks.stream().map(task -> PlanDates.lastDay(task.due())))
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
