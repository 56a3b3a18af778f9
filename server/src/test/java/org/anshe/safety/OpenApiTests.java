package org.anshe.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anshe.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The published description of the API is the committed one, from which the console's types are made. */
@IntegrationTest
class OpenApiTests {

    private static final Path COMMITTED = Path.of("..", "web", "shared", "api", "openapi.json")
            .toAbsolutePath()
            .normalize();
    private static final String REFRESH =
            "mvn -o test -pl server -am -Dtest=OpenApiTests -Dopenapi.update=true -Dsurefire.failIfNoSpecifiedTests=false";

    @Autowired
    MockMvc mvc;

    private final JsonMapper json = new JsonMapper();

    private String published() throws Exception {
        String text =
                mvc.perform(get("/openapi.json")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        return normal(text);
    }

    /** Sorted, printed in one way, and without the address of the server that was asked. */
    private String normal(String text) {
        ObjectNode document = (ObjectNode) sorted(json.readTree(text));
        document.remove("servers");
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    /** Members in the order of their names, so that a change of the code changes as little as it means. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.propertyNames().stream().sorted().forEach(name -> object.set(name, sorted(node.get(name))));
            return object;
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(one -> array.add(sorted(one)));
            return array;
        }
        return node;
    }

    @Test
    void theCommittedDescriptionIsThePublishedOne() throws Exception {
        String published = published();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, published);
        }

        assertThat(normal(Files.readString(COMMITTED)))
                .as("web/shared/api/openapi.json is out of date; refresh it with: " + REFRESH)
                .isEqualTo(published);
    }

    @Test
    void everyOperationTellsHowItRefuses() throws Exception {
        JsonNode document = json.readTree(published());

        assertThat(document.at("/info/title").asString()).isEqualTo("Anshe");
        assertThat(document.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(operation
                                        .getValue()
                                        .at("/responses/default/content/application~1problem+json/schema/$ref")
                                        .asString())
                                .as(operation.getKey() + " " + path.getKey())
                                .isEqualTo("#/components/schemas/Problem")));
    }
}
