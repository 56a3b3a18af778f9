package org.anshe.register.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.anshe.register.internal.type.FieldDefinition;
import org.anshe.register.internal.type.FieldKind;
import org.anshe.register.internal.type.TypeDefinition;
import org.jspecify.annotations.Nullable;

/** Personal data as lists and exports show them: enough to recognise, not enough to use. */
public final class Masking {

    private static final int SHOWN_START = 3;
    private static final int SHOWN_END = 4;

    private Masking() {}

    /** 138****5678; a short number shows its last two digits. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        if (phone.length() <= SHOWN_START + SHOWN_END) {
            return "****" + phone.substring(Math.max(0, phone.length() - 2));
        }
        return phone.substring(0, SHOWN_START) + "****" + phone.substring(phone.length() - SHOWN_END);
    }

    /** The first character of a name. */
    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(0, 1)) + "**";
    }

    /** The fields with those about persons masked. */
    public static Map<String, Object> fields(TypeDefinition type, Map<String, ?> fields) {
        Map<String, Object> masked = new LinkedHashMap<>();
        for (FieldDefinition field : type.fields()) {
            Object value = fields.get(field.code());
            if (value != null) {
                masked.put(field.code(), field.personal() ? value(field, value) : value);
            }
        }
        return masked;
    }

    /** The value of a field about a person. */
    static Object value(FieldDefinition field, Object value) {
        String text = String.valueOf(value);
        String masked = field.kind() == FieldKind.PHONE ? phone(text) : text(text);
        return masked == null ? "" : masked;
    }
}
