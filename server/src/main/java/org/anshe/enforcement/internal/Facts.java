package org.anshe.enforcement.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts of a step for the timeline: names and values in order, unknown ones left out. */
final class Facts {

    private Facts() {}

    static Map<String, Object> of(@Nullable Object... namesAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object name = namesAndValues[i];
            Object value = namesAndValues[i + 1];
            if (name != null && value != null && !value.toString().isBlank()) {
                facts.put(name.toString(), value.toString().strip());
            }
        }
        return facts;
    }

    /** What was written, or null when it was nothing. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
