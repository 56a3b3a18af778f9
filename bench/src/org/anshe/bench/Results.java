package org.anshe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the figures as JSON and prints them as a short page. */
final class Results {

    private static final String PEER = """
            The best published peer is the complaint system of DIGIT (k6, March 2026; create → assign → resolve → search \
            through gateway, workflow and message broker on 16 virtual processors and 32 GB): 37 lives a second at up to \
            100,000 rows and 6.3 at a million, where its authors name a search by LIKE that was still switched on. Ours has \
            five steps and a list, one process and the load generator on the machine above.
            """;

    private Results() {}

    static void write(Path directory, Map<String, Object> result) throws IOException {
        Files.createDirectories(directory);
        String name = "lifecycle-" + result.get("hazards");
        Files.writeString(directory.resolve(name + ".json"), Json.write(result) + "\n");
        String page = page(result);
        Files.writeString(directory.resolve(name + ".md"), page);
        System.out.print(page);
    }

    private static String page(Map<String, Object> result) {
        StringBuilder page = new StringBuilder("# Life-cycle of a hazard, ")
                .append(String.format("%,d", result.get("hazards")))
                .append(" hazards\n\n")
                .append(result.get("at"))
                .append(": ");
        map(result.get("machine")).forEach((name, fact) -> page.append(name).append(' ').append(fact).append("; "));
        page.append("fsync on. Loaded rows have no attachments, audit entries or stored events; every life shows one picture"
                + " that was uploaded before.\n\n");
        lifecycle(page, result);
        pages(page, result);
        return page.append("\n").append(PEER).toString();
    }

    private static void lifecycle(StringBuilder page, Map<String, Object> result) {
        page.append("| connections | lives/s | bare SQL/s | ratio |");
        Lives.STEPS.forEach(step -> page.append(' ').append(step).append(" p50/p95/p99 ms |"));
        page.append(" notices shown p50/p95/p99 ms | cores server/database/load/stolen | processor ms a life | bare |\n|---|---|---|---|");
        page.append("---|".repeat(Lives.STEPS.size() + 4)).append('\n');
        for (Object one : (List<?>) result.get("lifecycle")) {
            Map<?, ?> run = map(one);
            Double bare = bare(result, run.get("connections"))
                    .map(beside -> (Double) beside.get("livesPerSecond"))
                    .orElse(null);
            double rate = (Double) run.get("livesPerSecond");
            page.append("| ").append(run.get("connections")).append(" | ").append(rate).append(" | ")
                    .append(bare == null ? "–" : bare).append(" | ")
                    .append(bare == null ? "–" : Math.round(rate / bare * 100) / 100.0).append(" |");
            Lives.STEPS.forEach(step -> {
                Map<?, ?> times = map(map(run.get("milliseconds")).get(step));
                page.append(' ').append(times.get("p50")).append('/').append(times.get("p95")).append('/')
                        .append(times.get("p99")).append(" |");
            });
            Map<?, ?> shown = map(run.get("noticesShownMilliseconds"));
            page.append(' ').append(shown.get("p50")).append('/').append(shown.get("p95")).append('/')
                    .append(shown.get("p99")).append(" |");
            Map<?, ?> cores = map(run.get("coresUsed"));
            page.append(' ').append(cores.get("server")).append('/').append(cores.get("database")).append('/')
                    .append(cores.get("load")).append('/').append(cores.get("stolen")).append(" | ").append(cpu(run)).append(" | ")
                    .append(bare(result, run.get("connections")).map(Results::cpu).orElse("–")).append(" |\n");
        }
    }

    private static void pages(StringBuilder page, Map<String, Object> result) {
        Map<?, ?> pages = map(result.get("pages"));
        page.append("\n| page, ms p50/p95 | street | district |\n|---|---|---|\n");
        map(pages.get("street")).forEach((name, times) -> {
            Map<?, ?> street = map(times);
            Map<?, ?> district = map(map(pages.get("district")).get(name));
            page.append("| ").append(name).append(" | ").append(street.get("p50")).append('/').append(street.get("p95"))
                    .append(" | ").append(district.get("p50")).append('/').append(district.get("p95")).append(" |\n");
        });
    }

    private static Optional<Map<?, ?>> bare(Map<String, Object> result, Object connections) {
        if (!(result.get("bareSql") instanceof List<?> runs)) {
            return Optional.empty();
        }
        for (Object run : runs) {
            if (map(run).get("connections").equals(connections)) {
                return Optional.of(map(run));
            }
        }
        return Optional.empty();
    }

    private static String cpu(Map<?, ?> run) {
        Map<?, ?> each = map(run.get("cpuMillisecondsALife"));
        return each.get("server") + "/" + each.get("database") + "/" + each.get("load");
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
