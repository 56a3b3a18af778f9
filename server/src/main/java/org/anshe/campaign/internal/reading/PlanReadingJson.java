package org.anshe.campaign.internal.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a reading in the exchange format: title, outline, stages, responsibilities, deadlines, recurrences, targets. */
public final class PlanReadingJson {

    private final JsonMapper mapper = JsonMapper.builder().build();

    public String write(PlanReading reading) {
        ObjectNode root = mapper.createObjectNode();
        root.put("title", reading.title());
        ArrayNode outline = root.putArray("outline");
        for (PlanReading.Outline item : reading.outline()) {
            entry(outline, item.source())
                    .put("label", item.label())
                    .put("level", item.level())
                    .put("title", item.title());
        }
        ArrayNode stages = root.putArray("stages");
        for (PlanReading.Stage stage : reading.stages()) {
            entry(stages, stage.source())
                    .put("name", stage.name())
                    .put("start", text(stage.start()))
                    .put("end", text(stage.end()));
        }
        ArrayNode responsibilities = root.putArray("responsibilities");
        for (PlanReading.Responsibility duty : reading.responsibilities()) {
            ObjectNode node = entry(responsibilities, duty.source());
            names(node.putArray("lead"), duty.lead());
            names(node.putArray("cooperate"), duty.cooperate());
        }
        writeDated(root, reading);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void writeDated(ObjectNode root, PlanReading reading) {
        ArrayNode deadlines = root.putArray("deadlines");
        for (PlanReading.Deadline deadline : reading.deadlines()) {
            entry(deadlines, deadline.source())
                    .put("date", deadline.date().toString())
                    .put("what", deadline.what())
                    .put("recipient", deadline.recipient());
        }
        ArrayNode recurrences = root.putArray("recurrences");
        for (PlanReading.Recurrence recurrence : reading.recurrences()) {
            entry(recurrences, recurrence.source())
                    .put("what", recurrence.what())
                    .put("every", recurrence.every())
                    .put("times", recurrence.times())
                    .put("at", recurrence.at());
        }
        ArrayNode targets = root.putArray("targets");
        for (PlanReading.Target target : reading.targets()) {
            entry(targets, target.source())
                    .put("metric", target.metric())
                    .put("op", target.op().symbol())
                    .put("value", target.value())
                    .put("unit", target.unit())
                    .put("by", text(target.by()));
        }
    }

    private static ObjectNode entry(ArrayNode list, Passage source) {
        return list.addObject().put("line", source.line());
    }

    private static void names(ArrayNode list, List<String> names) {
        names.forEach(list::add);
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }
}
