package org.anshe.campaign.internal.reading;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares readings with reference answers: F1 of the facts of each kind over all documents together. */
final class ReadingScore {

    private final Map<String, int[]> totals = new LinkedHashMap<>();

    void add(JsonNode reading, JsonNode answer) {
        Map<String, Set<String>> wanted = facts(answer);
        Map<String, Set<String>> found = facts(reading);
        wanted.forEach((kind, want) -> {
            Set<String> got = found.getOrDefault(kind, Set.of());
            int[] total = totals.computeIfAbsent(kind, unused -> new int[3]);
            total[0] += (int) got.stream().filter(want::contains).count();
            total[1] += got.size();
            total[2] += want.size();
        });
    }

    Map<String, Double> byKind() {
        Map<String, Double> scores = new LinkedHashMap<>();
        totals.forEach((kind, total) ->
                scores.put(kind, total[1] + total[2] == 0 ? 1.0 : 2.0 * total[0] / (total[1] + total[2])));
        return scores;
    }

    double mean() {
        return byKind().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static Map<String, Set<String>> facts(JsonNode reading) {
        Map<String, Set<String>> facts = new LinkedHashMap<>();
        for (JsonNode item : reading.path("outline")) {
            put(
                    facts,
                    "outline",
                    item,
                    squeeze(item.path("label")),
                    item.path("level").asInt());
        }
        for (JsonNode stage : reading.path("stages")) {
            put(facts, "stages", stage, month(stage.path("start"), "-01"), month(stage.path("end"), "-12"));
        }
        for (JsonNode duty : reading.path("responsibilities")) {
            duty.path("lead").forEach(unit -> put(facts, "responsibilities", duty, "lead", squeeze(unit)));
            duty.path("cooperate").forEach(unit -> put(facts, "responsibilities", duty, "cooperate", squeeze(unit)));
        }
        for (JsonNode deadline : reading.path("deadlines")) {
            put(facts, "deadlines", deadline, deadline.path("date").asString());
        }
        for (JsonNode recurrence : reading.path("recurrences")) {
            int times = Math.max(1, recurrence.path("times").asInt(1));
            put(facts, "recurrences", recurrence, recurrence.path("every").asString(), times);
        }
        for (JsonNode target : reading.path("targets")) {
            BigDecimal value = new BigDecimal(target.path("value").asString()).stripTrailingZeros();
            String unit = squeeze(target.path("unit"));
            boolean whole = unit.equals("%") && value.compareTo(BigDecimal.valueOf(100)) == 0;
            String bound = target.path("op").asString();
            put(facts, "targets", target, whole && bound.equals("=") ? ">=" : bound, value.toPlainString(), unit);
        }
        return facts;
    }

    private static void put(Map<String, Set<String>> facts, String kind, JsonNode entry, Object... parts) {
        StringBuilder fact = new StringBuilder(entry.path("line").asString());
        for (Object part : parts) {
            fact.append('|').append(part);
        }
        facts.computeIfAbsent(kind, unused -> new HashSet<>()).add(fact.toString());
    }

    private static String month(JsonNode date, String whole) {
        String text = date.isNull() || date.isMissingNode() ? "null" : date.asString();
        return text.matches("\\d{4}") ? text + whole : text;
    }

    private static String squeeze(JsonNode text) {
        return text.asString().replaceAll("\\s", "");
    }
}
