package org.anshe.campaign.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.internal.reading.PartialDate;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings as JSON, in the exchange format of plan readings; what does not fit is refused field by field. */
final class FindingJson {

    private static final int LONGEST = 500;
    private static final int MOST_NAMES = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode node;
    private final List<FieldError> errors = new ArrayList<>();

    private FindingJson(JsonNode node) {
        this.node = node;
    }

    static ObjectNode write(FindingData data) {
        ObjectNode node = JSON.createObjectNode();
        switch (data) {
            case FindingData.Outline item ->
                node.put("label", item.label()).put("level", item.level()).put("title", item.title());
            case FindingData.Stage stage ->
                node.put("name", stage.name()).put("start", text(stage.start())).put("end", text(stage.end()));
            case FindingData.Responsibility duty -> {
                names(node.putArray("lead"), duty.lead());
                names(node.putArray("cooperate"), duty.cooperate());
            }
            case FindingData.Deadline deadline ->
                node.put("date", deadline.date().toString())
                        .put("what", deadline.what())
                        .put("recipient", deadline.recipient());
            case FindingData.Recurrence duty ->
                node.put("what", duty.what())
                        .put("every", duty.every())
                        .put("times", duty.times())
                        .put("at", duty.at());
            case FindingData.Target target ->
                node.put("metric", target.metric())
                        .put("op", target.op())
                        .put("value", target.value())
                        .put("unit", target.unit())
                        .put("by", text(target.by()));
        }
        return node;
    }

    /** Reads what a person typed or what is stored; refuses with one error a field. */
    static FindingData read(FindingKind kind, JsonNode node) {
        FindingJson fields = new FindingJson(node);
        FindingData data = fields.data(kind);
        if (!fields.errors.isEmpty()) {
            throw new ProblemException(CampaignProblem.BAD_FINDING, Map.of("kind", kind), fields.errors);
        }
        return data;
    }

    /** What is stored, also where the reader left a field empty that a person must fill before it is accepted. */
    static FindingData stored(FindingKind kind, String json) {
        return new FindingJson(JSON.readTree(json)).data(kind);
    }

    /** Whether nothing is missing, so that it can be accepted. */
    static boolean complete(FindingData data) {
        FindingJson fields = new FindingJson(write(data));
        fields.data(data.kind());
        return fields.errors.isEmpty();
    }

    private FindingData data(FindingKind kind) {
        return switch (kind) {
            case OUTLINE -> new FindingData.Outline(optional("label", ""), whole("level", 1, 9), required("title"));
            case STAGE -> stage();
            case RESPONSIBILITY -> responsibility();
            case DEADLINE ->
                new FindingData.Deadline(requiredDate("date"), optional("what", ""), nullable("recipient"));
            case RECURRENCE ->
                new FindingData.Recurrence(required("what"), period(), whole("times", 1, 999), nullable("at"));
            case TARGET ->
                new FindingData.Target(
                        required("metric"), operator(), number("value"), optional("unit", ""), date("by"));
        };
    }

    private FindingData stage() {
        PartialDate start = date("start");
        PartialDate end = date("end");
        if (start != null && end != null && start.year() != 0 && end.year() != 0) {
            var first = PlanDates.firstDay(start);
            var last = PlanDates.lastDay(end);
            if (first != null && last != null && last.isBefore(first)) {
                refuse("end", "before-start");
            }
        }
        return new FindingData.Stage(required("name"), start, end);
    }

    private FindingData responsibility() {
        List<String> lead = names("lead");
        List<String> cooperate = names("cooperate");
        if (lead.isEmpty() && cooperate.isEmpty()) {
            refuse("lead", "required");
        }
        return new FindingData.Responsibility(lead, cooperate);
    }

    private String period() {
        String every = required("every");
        if (!every.isEmpty() && !every.matches("P[1-9]\\d{0,2}[DWMY]|PT[1-9]\\d{0,2}H")) {
            refuse("every", "format");
        }
        return every;
    }

    private String operator() {
        String op = required("op");
        if (!op.isEmpty() && !Set.of(">=", "<=", "=").contains(op)) {
            refuse("op", "format");
        }
        return op;
    }

    private String required(String field) {
        String text = optional(field, "");
        if (text.isEmpty()) {
            refuse(field, "required");
        }
        return text;
    }

    private @Nullable String nullable(String field) {
        String text = optional(field, "");
        return text.isEmpty() ? null : text;
    }

    private String optional(String field, String otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isString()) {
            refuse(field, "format");
            return otherwise;
        }
        String text = value.stringValue().strip();
        if (text.length() > LONGEST) {
            refuse(field, "length");
        }
        return text;
    }

    private int whole(String field, int least, int most) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            refuse(field, value.isMissingNode() || value.isNull() ? "required" : "format");
            return least;
        }
        if (value.intValue() < least || value.intValue() > most) {
            refuse(field, "range");
        }
        return value.intValue();
    }

    private BigDecimal number(String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            refuse(field, value.isMissingNode() || value.isNull() ? "required" : "format");
            return BigDecimal.ZERO;
        }
        BigDecimal number = value.decimalValue();
        if (number.precision() > 20 || Math.abs(number.scale()) > 10) {
            refuse(field, "range");
        }
        return number;
    }

    private PartialDate requiredDate(String field) {
        PartialDate date = date(field);
        if (date == null) {
            if (errors.stream().noneMatch(error -> error.pointer().equals("/data/" + field))) {
                refuse(field, "required");
            }
            return new PartialDate(0, 1, 0);
        }
        return date;
    }

    private @Nullable PartialDate date(String field) {
        String text = optional(field, "");
        if (text.isEmpty()) {
            return null;
        }
        return PlanDates.parse(text).orElseGet(() -> {
            refuse(field, "format");
            return null;
        });
    }

    private List<String> names(String field) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : node.path(field)) {
            String text = name.isString() ? name.stringValue().strip() : "";
            if (text.isEmpty() || text.length() > 100) {
                refuse(field, text.isEmpty() ? "format" : "length");
            } else if (!names.contains(text)) {
                names.add(text);
            }
        }
        if (names.size() > MOST_NAMES) {
            refuse(field, "length");
        }
        return names;
    }

    private void refuse(String field, String code) {
        errors.add(new FieldError("/data/" + field, code));
    }

    private static void names(ArrayNode list, List<String> names) {
        names.forEach(list::add);
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }
}
