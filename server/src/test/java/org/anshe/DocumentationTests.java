package org.anshe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name must exist. */
class DocumentationTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./anshe ([a-z][a-z-]*)");

    @Test
    void everyLinkedFileExists() {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher matcher = LINK.matcher(read(document));
            while (matcher.find()) {
                if (!Files.exists(document.resolveSibling(matcher.group(1)).normalize())) {
                    broken.add(ROOT.relativize(document) + " → " + matcher.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyNamedCommandIsOneOfTheScript() {
        String script = read(ROOT.resolve("anshe"));
        List<String> unknown = new ArrayList<>();
        for (Path document : documents()) {
            Matcher matcher = COMMAND.matcher(read(document));
            while (matcher.find()) {
                Pattern arm = Pattern.compile("(?m)^ {4}(.*\\| )?" + matcher.group(1) + "( \\|.*)?\\)$");
                if (!arm.matcher(script).find()) {
                    unknown.add(ROOT.relativize(document) + ": ./anshe " + matcher.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static List<Path> documents() {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
