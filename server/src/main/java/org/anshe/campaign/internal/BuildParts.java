package org.anshe.campaign.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.campaign.internal.CampaignParts.Role;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.Ids;
import org.jspecify.annotations.Nullable;

/** Turns a draft into the parts of a campaign: ids for places, days for dates, units for names. */
final class BuildParts {

    private final UUID campaign;
    private final CampaignDraft draft;
    private final Map<String, Unit> units;
    private final @Nullable UUID leadUnit;
    private final List<UUID> topicIds;

    /**
     * Prepares the parts.
     *
     * @param units what the names in the draft mean; a name without an entry stays as printed
     * @param leadUnit answers for duties whose item names nobody
     */
    BuildParts(UUID campaign, CampaignDraft draft, Map<String, Unit> units, @Nullable UUID leadUnit) {
        this.campaign = campaign;
        this.draft = draft;
        this.units = Map.copyOf(units);
        this.leadUnit = leadUnit;
        this.topicIds = draft.topics().stream().map(topic -> Ids.next()).toList();
    }

    CampaignParts build(LocalDate dutiesFrom, @Nullable LocalDate dutiesUntil) {
        return new CampaignParts(stages(), topics(), tasks(), duties(dutiesFrom, dutiesUntil), targets());
    }

    private List<CampaignParts.Stage> stages() {
        return draft.stages().stream()
                .map(stage -> new CampaignParts.Stage(
                        Ids.next(),
                        stage.name(),
                        PlanDates.firstDay(stage.start()),
                        PlanDates.precision(stage.start()),
                        PlanDates.lastDay(stage.end()),
                        PlanDates.precision(stage.end()),
                        stage.source(),
                        0))
                .toList();
    }

    private List<CampaignParts.Topic> topics() {
        List<CampaignParts.Topic> topics = new ArrayList<>();
        for (int i = 0; i < topicIds.size(); i++) {
            CampaignDraft.Topic topic = draft.topics().get(i);
            topics.add(new CampaignParts.Topic(
                    topicIds.get(i),
                    topic(topic.parent()),
                    topic.level(),
                    topic.label(),
                    topic.title(),
                    topic.source()));
        }
        return topics;
    }

    private List<CampaignParts.Task> tasks() {
        return draft.tasks().stream()
                .map(task -> new CampaignParts.Task(
                        Ids.next(),
                        campaign,
                        topic(task.topic()),
                        task.title(),
                        task.recipient(),
                        PlanDates.lastDay(task.due()),
                        PlanDates.precision(task.due()),
                        TaskState.OPEN,
                        0,
                        null,
                        null,
                        Stream.concat(
                                        task.lead().stream().map(name -> unit(Role.LEAD, name)),
                                        task.cooperate().stream().map(name -> unit(Role.COOPERATE, name)))
                                .toList(),
                        task.source(),
                        0))
                .toList();
    }

    private CampaignParts.TaskUnit unit(Role role, String name) {
        Unit unit = units.get(name);
        return unit == null
                ? new CampaignParts.TaskUnit(role, name, null, null)
                : new CampaignParts.TaskUnit(role, name, unit.id(), unit.area());
    }

    private List<CampaignParts.Duty> duties(LocalDate from, @Nullable LocalDate until) {
        return draft.duties().stream()
                .map(duty -> {
                    DutyRhythm period =
                            DutyRhythm.of(duty.every(), duty.times()).orElseThrow();
                    UUID unit = duty.lead().stream()
                            .map(units::get)
                            .filter(Objects::nonNull)
                            .map(Unit::id)
                            .findFirst()
                            .orElse(leadUnit);
                    return new CampaignParts.Duty(
                            Ids.next(),
                            topic(duty.topic()),
                            duty.title(),
                            period.every(),
                            period.times(),
                            duty.at(),
                            unit,
                            from,
                            until,
                            duty.source());
                })
                .toList();
    }

    private List<CampaignParts.Target> targets() {
        return draft.targets().stream()
                .map(target -> new CampaignParts.Target(
                        Ids.next(),
                        topic(target.topic()),
                        target.metric(),
                        target.op(),
                        target.value(),
                        target.unit(),
                        PlanDates.lastDay(target.by()),
                        target.source()))
                .toList();
    }

    private @Nullable UUID topic(@Nullable Integer index) {
        return index == null ? null : topicIds.get(index);
    }
}
