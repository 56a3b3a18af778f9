package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadPlanCommandTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void printsTheExchangeFormat() throws IOException {
        assertThat(run(plan(), "--json")).isZero();

        JsonNode reading = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(reading.propertyNames())
                .containsExactly(
                        "title", "outline", "stages", "responsibilities", "deadlines", "recurrences", "targets");
        assertThat(reading.path("title").asString()).isEqualTo("2021年整治方案");
        assertThat(reading.path("stages").get(0).path("end").asString()).isEqualTo("2021-03");
        assertThat(reading.path("targets").get(0).path("value").isNumber()).isTrue();
        assertThat(reading.path("targets").get(0).path("by").isNull()).isTrue();
    }

    @Test
    void printsTablesForPeople() throws IOException {
        assertThat(run(plan())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Stages 阶段 (1)", "2021-03 … 2021-03", "整改率 >= 95 %");
    }

    @Test
    void explainsItsUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a.txt", "b.txt")).isEqualTo(2);
        assertThat(run("--help")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: read-plan FILE [--json]");
    }

    @Test
    void namesTheFactOfARefusal() {
        assertThat(run(directory.resolve("none.docx").toString())).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("NOT_FOUND", "none.docx");
        assertThat(out.size()).isZero();
    }

    private String plan() throws IOException {
        Path file = directory.resolve("plan.txt");
        Files.writeString(file, "2021年整治方案\n(一)动员部署阶段(3月)。整改率达到95%以上。\n");
        return file.toString();
    }

    private int run(String... args) {
        return ReadPlanCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
