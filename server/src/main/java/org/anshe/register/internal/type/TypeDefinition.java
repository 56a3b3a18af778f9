package org.anshe.register.internal.type;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;

/** What one version of a type says. */
public record TypeDefinition(
        LocalText names, String icon, List<FieldDefinition> fields, List<Hint> hints, List<ClassRule> classRules) {

    /** How serious a hint looks. */
    public enum Tone {
        @JsonProperty("red")
        RED,
        @JsonProperty("orange")
        ORANGE,
        @JsonProperty("yellow")
        YELLOW,
        @JsonProperty("blue")
        BLUE
    }

    /**
     * Something to tell whoever looks at an object, when all conditions hold.
     *
     * @param source the standard or law behind it, null for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hint(
            String code,
            Tone tone,
            List<Condition> when,
            LocalText text,
            @Nullable String source) {
        public Hint {
            when = List.copyOf(when);
        }
    }

    /** Proposes a supervision class when all conditions hold; the first rule that fits counts. */
    public record ClassRule(int supervisionClass, List<Condition> when, LocalText text) {
        public ClassRule {
            when = List.copyOf(when);
        }
    }

    public TypeDefinition {
        fields = List.copyOf(fields);
        hints = hints == null ? List.of() : List.copyOf(hints);
        classRules = classRules == null ? List.of() : List.copyOf(classRules);
    }

    /** The fields that are asked for. */
    public List<FieldDefinition> active() {
        return fields.stream().filter(field -> !field.withdrawn()).toList();
    }

    public Optional<FieldDefinition> field(String code) {
        return fields.stream().filter(field -> field.code().equals(code)).findFirst();
    }

    public List<Hint> hintsFor(Map<String, ?> values, LocalDate today) {
        return hints.stream().filter(hint -> all(hint.when(), values, today)).toList();
    }

    public Optional<ClassRule> classFor(Map<String, ?> values, LocalDate today) {
        return classRules.stream()
                .filter(rule -> all(rule.when(), values, today))
                .findFirst();
    }

    private static boolean all(List<Condition> conditions, Map<String, ?> values, LocalDate today) {
        return conditions.stream().allMatch(condition -> condition.holds(values, today));
    }
}
