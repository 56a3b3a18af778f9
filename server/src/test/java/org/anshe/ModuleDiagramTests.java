package org.anshe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps {@code docs/modules.md} the picture of the code; {@code -Dmodules.update=true} draws it anew. */
class ModuleDiagramTests {

    private static final Path DIAGRAM = Path.of("../docs/modules.md");

    @Test
    void theDrawnModulesAreThoseOfTheCode() throws IOException {
        String drawn = draw(ModularityTests.MODULES);
        if (Boolean.getBoolean("modules.update")) {
            Files.writeString(DIAGRAM, drawn);
        }
        assertThat(Files.readString(DIAGRAM))
                .as("run: mvn test -pl server -am -Dtest=ModuleDiagramTests -Dmodules.update=true")
                .isEqualTo(drawn);
    }

    /** Leaves out `shared`, which everything uses. */
    private static String draw(ApplicationModules modules) {
        List<String> lines = new ArrayList<>();
        for (ApplicationModule module : modules) {
            String name = module.getIdentifier().toString();
            if (name.equals("shared") || name.equals("postgres")) {
                continue;
            }
            lines.add("    " + name);
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(other -> other.getIdentifier().toString())
                    .filter(other -> !other.equals("shared") && !other.equals(name))
                    .sorted()
                    .forEach(other -> lines.add("    " + name + " --> " + other));
        }
        return "# Modules\n\nDrawn from the code; `shared` is left out because everything uses it.\n\n"
                + "```mermaid\nflowchart TD\n"
                + String.join("\n", lines.stream().sorted().toList())
                + "\n```\n";
    }
}
