package org.anshe.register.internal.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anshe.register.internal.type.FieldReader.Unfit;
import org.anshe.shared.ProblemException.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The values of an object as its type wants them, and what is wrong with those that do not fit.
 *
 * @param values in their stored form, without those that are missing
 */
public record FieldValues(Map<String, Object> values, List<FieldError> errors) {

    /** Reads what was sent, field by field. Fields the type does not know are refused. */
    public static FieldValues read(TypeDefinition type, Map<String, ?> sent, References references) {
        FieldReader reader = new FieldReader(references);
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        int known = 0;
        for (FieldDefinition field : type.fields()) {
            Object raw = sent.get(field.code());
            known += raw == null ? 0 : 1;
            try {
                Object value = reader.read(field, raw);
                if (value != null) {
                    values.put(field.code(), value);
                } else if (field.required() && !field.withdrawn()) {
                    errors.add(new FieldError(pointer(field.code()), "required"));
                }
            } catch (Unfit unfit) {
                errors.add(new FieldError(pointer(field.code()), unfit.code()));
            }
        }
        if (known < sent.size()) {
            sent.keySet().stream()
                    .filter(code -> type.field(code).isEmpty())
                    .forEach(code -> errors.add(new FieldError(pointer(code), "unknown-field")));
        }
        return new FieldValues(values, errors);
    }

    /** The first credit code among the fields. */
    public static @Nullable String creditCode(TypeDefinition type, Map<String, ?> values) {
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.CREDIT_CODE && values.get(field.code()) != null)
                .map(field -> String.valueOf(values.get(field.code())))
                .findFirst()
                .orElse(null);
    }

    /** What the search of the list looks through. */
    public static String searchText(TypeDefinition type, String name, @Nullable String address, Map<String, ?> values) {
        StringBuilder text = new StringBuilder(name);
        if (address != null) {
            text.append(' ').append(address);
        }
        for (FieldDefinition field : type.fields()) {
            Object value = field.searched() && !field.personal() ? values.get(field.code()) : null;
            if (value != null) {
                text.append(' ').append(value);
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static String pointer(String code) {
        return "/fields/" + code;
    }
}
