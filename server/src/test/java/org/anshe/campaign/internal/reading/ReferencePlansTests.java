package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Scores the reading of reference plans, where a directory of them is at hand. */
class ReferencePlansTests {

    private static final String SUFFIX = ".gold.json";

    @Test
    void readsTheReferencePlans() throws Exception {
        Path directory = directory();
        List<Path> answers = answers(directory);
        Assumptions.assumeFalse(answers.isEmpty(), "no reference plans in " + directory.toAbsolutePath());
        JsonMapper mapper = JsonMapper.builder().build();
        ReadingScore score = new ReadingScore();

        for (Path answer : answers) {
            String slug = answer.getFileName().toString().replace(SUFFIX, "");
            PlanReading reading = new PlanReader().read(PlanDocuments.open(directory.resolve(slug + ".txt")));
            score.add(mapper.readTree(new PlanReadingJson().write(reading)), mapper.readTree(answer.toFile()));
        }

        Map<String, Double> kinds = score.byKind();
        System.out.println("reference plans: " + answers.size() + " " + kinds + " mean " + score.mean());
        assertThat(kinds).allSatisfy((kind, f1) -> assertThat(f1).as(kind).isGreaterThanOrEqualTo(0.90));
        assertThat(score.mean()).isGreaterThanOrEqualTo(0.95);
    }

    private static Path directory() {
        return Path.of(Optional.ofNullable(System.getProperty("anshe.reference.plans"))
                .or(() -> Optional.ofNullable(System.getenv("ANSHE_REFERENCE_PLANS")))
                .orElse("../../shared/plans"));
    }

    private static List<Path> answers(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
