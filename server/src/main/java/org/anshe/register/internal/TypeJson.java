package org.anshe.register.internal;

import java.io.InputStream;
import org.anshe.register.internal.type.TypeDefinition;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Types as JSON. What a definition does not say is absent from the text. */
@Component
class TypeJson {

    private final JsonMapper json;

    TypeJson(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /** A shipped file: its code, its version and what it says. */
    record Shipped(String code, int version, TypeDefinition definition) {}

    String write(TypeDefinition definition) {
        return json.writeValueAsString(definition);
    }

    TypeDefinition read(String text) {
        return json.readValue(text, TypeDefinition.class);
    }

    Shipped readShipped(InputStream in) {
        JsonNode tree = json.readTree(in);
        return new Shipped(
                tree.required("code").asString(),
                tree.required("version").asInt(),
                json.treeToValue(tree, TypeDefinition.class));
    }
}
