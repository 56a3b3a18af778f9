package org.anshe.register.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.anshe.register.internal.type.FieldValues;
import org.anshe.register.internal.type.TypeDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the values of a form that is being filled in, without saving anything. */
@Service
public class EvaluateFields {

    private final KeyReferences references;

    EvaluateFields(KeyReferences references) {
        this.references = references;
    }

    public FieldValues evaluate(TypeDefinition type, Map<String, @Nullable Object> sent) {
        Map<String, Object> given = new LinkedHashMap<>();
        sent.forEach((code, value) -> {
            if (value != null) {
                given.put(code, value);
            }
        });
        return FieldValues.read(type, given, references);
    }
}
