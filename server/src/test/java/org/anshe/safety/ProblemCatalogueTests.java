package org.anshe.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anshe.shared.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the server refuses, permits or records has words in the three languages of the console. */
class ProblemCatalogueTests {

    private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.anshe");

    private final JsonMapper json = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-Hant", "en"})
    void everyProblemHasATitleAndAdvice(String locale) throws IOException {
        Map<String, JsonNode> words = words("problems", locale);
        List<String> missing = new ArrayList<>();
        for (ProblemType problem : problems()) {
            JsonNode text = words.get(problem.type());
            for (String part : List.of("title", "advice")) {
                if (text == null || text.path(part).asString("").isBlank()) {
                    missing.add(problem.type() + " " + part);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noWordsAreKeptForProblemsThatAreNoMore() throws IOException {
        Set<String> known = new TreeSet<>();
        problems().forEach(problem -> known.add(problem.type()));

        assertThat(words("problems", "zh-CN").keySet().stream().filter(type -> type.startsWith("/")))
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-Hant", "en"})
    void everyPermissionHasAName(String locale) throws IOException {
        Set<String> permissions = new TreeSet<>();
        for (Path file : files(Path.of("src/main/resources/data/permissions"), "*.json")) {
            permissions.addAll(json.readTree(Files.readString(file)).propertyNames());
        }

        assertThat(words("permissions", locale).keySet()).containsAll(permissions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-Hant", "en"})
    void everyActOnTheAuditTrailHasAName(String locale) throws IOException {
        assertThat(words("actions", locale).keySet()).containsAll(AuditActions.in(CLASSES));
    }

    @Test
    void theActsAreReallyFound() {
        assertThat(AuditActions.in(CLASSES)).contains("session.open", "person.assign", "role.change", "event.replay");
    }

    @Test
    void everyProblemHasAnAddressOfItsOwn() {
        assertThat(problems().stream().map(ProblemType::type)).doesNotHaveDuplicates();
    }

    private static List<ProblemType> problems() {
        List<ProblemType> found = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            if (type.isAssignableTo(ProblemType.class) && type.isEnum()) {
                for (Object constant : Objects.requireNonNull(type.reflect().getEnumConstants())) {
                    found.add((ProblemType) constant);
                }
            }
        }
        return found;
    }

    /** What all modules say under a key, as the console joins it. */
    private Map<String, JsonNode> words(String section, String locale) throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        List<Path> files = new ArrayList<>(files(WEB.resolve("console/pages"), locale + ".json"));
        files.add(WEB.resolve("shared/locales/" + locale + ".json"));
        for (Path file : files) {
            json.readTree(Files.readString(file))
                    .path(section)
                    .properties()
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        }
        return all;
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        String wanted = name.replace("*", "");
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(wanted))
                    .toList();
        }
    }
}
