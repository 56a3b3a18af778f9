package org.anshe.campaign.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.anshe.campaign.internal.reading.PartialDate;
import org.anshe.campaign.internal.reading.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Builds the draft of a campaign out of findings. An accepted outline item becomes a topic; an item that carries an
 * accepted responsibility or deadline also becomes a task, one for each deadline when it has several. A finding belongs
 * to the accepted item that begins last at or before it; what stands before the first item becomes a task of its own.
 */
final class DraftCampaign {

    private static final int LONGEST_TITLE = 60;
    private static final Comparator<Passage> READING_ORDER =
            Comparator.comparingInt(Passage::line).thenComparingInt(Passage::start);

    private final List<Finding> accepted;
    private final @Nullable Integer baseYear;
    private final IntFunction<String> paragraph;
    private final List<CampaignDraft.Topic> topics = new ArrayList<>();
    private final TreeMap<Passage, Integer> topicAt = new TreeMap<>(READING_ORDER);

    private DraftCampaign(List<Finding> findings, @Nullable Integer baseYear, IntFunction<String> paragraph) {
        this.accepted = findings.stream()
                .filter(Finding::accepted)
                .sorted(Comparator.comparing(Finding::passage, READING_ORDER))
                .toList();
        this.baseYear = baseYear;
        this.paragraph = paragraph;
    }

    /**
     * The draft of what is accepted.
     *
     * @param baseYear the year of dates that print none; null leaves them without
     * @param paragraph text of a line, for tasks that stand under no item
     */
    static CampaignDraft of(List<Finding> findings, @Nullable Integer baseYear, IntFunction<String> paragraph) {
        return new DraftCampaign(findings, baseYear, paragraph).build();
    }

    private CampaignDraft build() {
        collectTopics();
        List<CampaignDraft.Task> tasks = tasks();
        return new CampaignDraft(
                of(
                        FindingData.Stage.class,
                        (at, stage) ->
                                new CampaignDraft.Stage(at, stage.name(), dated(stage.start()), dated(stage.end()))),
                topics,
                tasks,
                of(
                        FindingData.Recurrence.class,
                        (at, duty) -> new CampaignDraft.Duty(
                                at, topicOf(at), duty.what(), duty.every(), duty.times(), duty.at(), leadsAt(at))),
                of(
                        FindingData.Target.class,
                        (at, target) -> new CampaignDraft.Target(
                                at,
                                topicOf(at),
                                target.metric(),
                                target.op(),
                                target.value(),
                                target.unit(),
                                dated(target.by()))));
    }

    private void collectTopics() {
        Deque<Integer> open = new ArrayDeque<>();
        for (Finding finding : accepted) {
            if (finding.data() instanceof FindingData.Outline item) {
                while (!open.isEmpty() && topics.get(open.peek()).level() >= item.level()) {
                    open.pop();
                }
                topicAt.put(finding.passage(), topics.size());
                topics.add(new CampaignDraft.Topic(
                        finding.passage(), open.peek(), item.level(), item.label(), item.title()));
                open.push(topics.size() - 1);
            }
        }
    }

    private @Nullable Integer topicOf(Passage passage) {
        var item = topicAt.floorEntry(passage);
        return item == null ? null : item.getValue();
    }

    private List<CampaignDraft.Task> tasks() {
        Set<Object> places = new LinkedHashSet<>();
        Stream.concat(findings(FindingData.Responsibility.class), findings(FindingData.Deadline.class))
                .map(Finding::passage)
                .sorted(READING_ORDER)
                .forEach(passage -> places.add(placeOf(passage)));
        List<CampaignDraft.Task> tasks = new ArrayList<>();
        places.forEach(place -> tasks.addAll(tasksAt(place)));
        return tasks;
    }

    /** The item a passage belongs to; a line of its own before the first item. */
    private Object placeOf(Passage passage) {
        Integer topic = topicOf(passage);
        return topic == null ? "line " + passage.line() : topic;
    }

    /** Who leads and who cooperates, as one or several findings say. */
    private record Duties(List<String> lead, List<String> cooperate) {

        static Duties of(List<Finding> findings) {
            Set<String> lead = new LinkedHashSet<>();
            Set<String> cooperate = new LinkedHashSet<>();
            findings.forEach(finding -> {
                if (finding.data() instanceof FindingData.Responsibility named) {
                    lead.addAll(named.lead());
                    cooperate.addAll(named.cooperate());
                }
            });
            cooperate.removeAll(lead);
            return new Duties(List.copyOf(lead), List.copyOf(cooperate));
        }
    }

    private List<CampaignDraft.Task> tasksAt(Object place) {
        List<Finding> duties = findings(FindingData.Responsibility.class)
                .filter(duty -> placeOf(duty.passage()).equals(place))
                .toList();
        List<Finding> deadlines = findings(FindingData.Deadline.class)
                .filter(deadline -> placeOf(deadline.passage()).equals(place))
                .toList();
        if (deadlines.isEmpty()) {
            Passage source = duties.getFirst().passage();
            Duties all = Duties.of(duties);
            return List.of(new CampaignDraft.Task(
                    source, topicOf(source), title(source), null, null, all.lead(), all.cooperate()));
        }
        boolean alone = deadlines.size() == 1;
        return deadlines.stream()
                .map(finding -> dueTask(finding, alone, Duties.of(alone ? duties : ofLine(finding, duties))))
                .toList();
    }

    /** Of several deadlines each has the units of its own line, such as a row of a table; else those of the item. */
    private static List<Finding> ofLine(Finding deadline, List<Finding> duties) {
        List<Finding> own = duties.stream()
                .filter(duty -> duty.passage().line() == deadline.passage().line())
                .toList();
        return own.isEmpty() ? duties : own;
    }

    private CampaignDraft.Task dueTask(Finding finding, boolean alone, Duties duties) {
        if (!(finding.data() instanceof FindingData.Deadline deadline)) {
            throw new IllegalStateException("Not a deadline: " + finding);
        }
        Passage source = finding.passage();
        boolean ownWords = !deadline.what().isBlank() && (!alone || topicOf(source) == null);
        return new CampaignDraft.Task(
                source,
                topicOf(source),
                ownWords ? deadline.what() : title(source),
                deadline.recipient(),
                dated(deadline.date()),
                duties.lead(),
                duties.cooperate());
    }

    /** The title of the item the passage belongs to, whole if it was cut; else the first sentence of its paragraph. */
    private String title(Passage passage) {
        Integer topic = topicOf(passage);
        if (topic == null) {
            return sentence(paragraph.apply(passage.line()).strip());
        }
        CampaignDraft.Topic item = topics.get(topic);
        String text = paragraph.apply(item.source().line());
        int start = text.indexOf(item.title());
        int end = start + item.title().length();
        boolean cut = start >= 0 && end < text.length() && Character.isLetterOrDigit(text.charAt(end));
        return cut ? sentence(text.substring(start)) : item.title();
    }

    private static String sentence(String text) {
        int end = text.indexOf('。');
        String sentence = end > 0 ? text.substring(0, end) : text;
        return sentence.length() > LONGEST_TITLE ? sentence.substring(0, LONGEST_TITLE - 1) + "…" : sentence;
    }

    private List<String> leadsAt(Passage passage) {
        Object place = placeOf(passage);
        return findings(FindingData.Responsibility.class)
                .filter(duty -> placeOf(duty.passage()).equals(place))
                .flatMap(duty ->
                        duty.data() instanceof FindingData.Responsibility named ? named.lead().stream() : Stream.of())
                .distinct()
                .toList();
    }

    private @Nullable PartialDate dated(@Nullable PartialDate date) {
        return date == null ? null : PlanDates.inYear(date, baseYear);
    }

    private Stream<Finding> findings(Class<? extends FindingData> kind) {
        return accepted.stream().filter(finding -> kind.isInstance(finding.data()));
    }

    private <D extends FindingData, T> List<T> of(Class<D> kind, java.util.function.BiFunction<Passage, D, T> part) {
        return findings(kind)
                .map(finding -> part.apply(finding.passage(), kind.cast(finding.data())))
                .toList();
    }
}
