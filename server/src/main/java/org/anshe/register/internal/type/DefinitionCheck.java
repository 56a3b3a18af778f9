package org.anshe.register.internal.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anshe.register.internal.type.FieldDefinition.Choice;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException.FieldError;

/** What is wrong with a definition, by JSON pointer; empty when it holds together. */
public final class DefinitionCheck {

    /** Codes taken by what every object has. */
    public static final Set<String> COMMON = Set.of(
            "id", "type", "name", "area", "unit", "address", "longitude", "latitude", "class", "contact", "phone");

    private static final Set<String> RESERVED = Set.of("types", "objects", "imports");
    private static final int MOST_FIELDS = 100;
    private static final int MOST_CHOICES = 200;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PATTERN = 200;
    private static final int LONGEST_TEXT = 2000;

    private final List<FieldError> errors = new ArrayList<>();

    private DefinitionCheck() {}

    public static List<FieldError> of(String code, TypeDefinition type) {
        DefinitionCheck check = new DefinitionCheck();
        check.check(code, type);
        return List.copyOf(check.errors);
    }

    /** What would make the values entered so far unreadable: a field that vanished or changed its kind. */
    public static List<FieldError> ofRevision(TypeDefinition before, TypeDefinition after) {
        List<FieldError> errors = new ArrayList<>();
        for (FieldDefinition old : before.fields()) {
            int at = after.fields().stream().map(FieldDefinition::code).toList().indexOf(old.code());
            if (at < 0) {
                errors.add(new FieldError("/fields/" + old.code(), "field-vanished"));
            } else if (after.fields().get(at).kind() != old.kind()) {
                errors.add(new FieldError("/fields/" + at + "/kind", "kind-fixed"));
            }
        }
        return errors;
    }

    private void check(String code, TypeDefinition type) {
        require("/code", code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") && code.length() <= 40, "format");
        require("/code", !RESERVED.contains(code), "taken");
        name("/names", type.names());
        require("/fields", type.fields().size() <= MOST_FIELDS, "length");
        Set<String> codes = new HashSet<>(COMMON);
        Set<String> titles = new HashSet<>();
        for (int i = 0; i < type.fields().size(); i++) {
            FieldDefinition field = type.fields().get(i);
            String at = "/fields/" + i;
            require(at + "/code", field.code().matches("[a-z][A-Za-z0-9]{0,39}"), "format");
            require(at + "/code", codes.add(field.code()), "taken");
            require(at + "/names", titles.add(field.names().simplified()), "taken");
            field(at, field);
        }
        for (int i = 0; i < type.hints().size(); i++) {
            TypeDefinition.Hint hint = type.hints().get(i);
            name("/hints/" + i + "/text", hint.text());
            conditions("/hints/" + i, type, hint.when());
        }
        for (int i = 0; i < type.classRules().size(); i++) {
            TypeDefinition.ClassRule rule = type.classRules().get(i);
            int proposed = rule.supervisionClass();
            require("/classRules/" + i + "/supervisionClass", proposed >= 1 && proposed <= 3, "range");
            conditions("/classRules/" + i, type, rule.when());
        }
    }

    private void field(String at, FieldDefinition field) {
        name(at + "/names", field.names());
        boolean isChoice = field.kind() == FieldKind.CHOICE;
        require(at + "/choices", isChoice != field.choices().isEmpty(), isChoice ? "required" : "unwanted");
        require(at + "/choices", field.choices().size() <= MOST_CHOICES, "length");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < field.choices().size(); i++) {
            Choice choice = field.choices().get(i);
            require(at + "/choices/" + i + "/code", choice.code().matches("[a-z0-9][a-z0-9-]{0,39}"), "format");
            require(at + "/choices/" + i + "/code", codes.add(choice.code()), "taken");
            name(at + "/choices/" + i + "/names", choice.names());
        }
        boolean isUpward =
                field.min() == null || field.max() == null || field.min().compareTo(field.max()) <= 0;
        require(at + "/max", isUpward, "range");
        require(at + "/maxLength", field.longest() >= 1 && field.longest() <= LONGEST_TEXT, "range");
        String pattern = field.pattern();
        require(
                at + "/pattern",
                pattern == null || pattern.length() <= LONGEST_PATTERN && SafePattern.isWellFormed(pattern),
                "format");
        require(at + "/searched", !(field.searched() && field.personal()), "personal-searched");
    }

    private void conditions(String at, TypeDefinition type, List<Condition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            String here = at + "/when/" + i;
            FieldKind kind =
                    type.field(condition.field()).map(FieldDefinition::kind).orElse(null);
            require(here + "/field", kind != null, "unknown-field");
            if (kind != null) {
                require(here + "/value", fits(condition, kind), "format");
            }
        }
    }

    private static boolean fits(Condition condition, FieldKind kind) {
        Object value = condition.value();
        boolean isNumeric = kind == FieldKind.NUMBER || kind == FieldKind.INTEGER;
        return switch (condition.op()) {
            case MISSING, PRESENT -> true;
            case EQUAL, NOT_EQUAL -> isNumeric ? value instanceof Number : value != null;
            case IN -> value instanceof Collection<?> all && !all.isEmpty();
            case BELOW, AT_MOST, ABOVE, AT_LEAST -> isNumeric && value instanceof Number;
            case PAST -> kind == FieldKind.DATE;
            case WITHIN_DAYS, OLDER_THAN_YEARS ->
                kind == FieldKind.DATE && value instanceof Integer count && count >= 0 && count <= 1000;
        };
    }

    private void name(String at, LocalText name) {
        require(at, !name.simplified().isEmpty(), "required");
        boolean isShort = name.all().stream().allMatch(text -> text.length() <= LONGEST_NAME * 4);
        require(at, isShort, "length");
    }

    private void require(String pointer, boolean holds, String code) {
        if (!holds) {
            errors.add(new FieldError(pointer, code));
        }
    }
}
