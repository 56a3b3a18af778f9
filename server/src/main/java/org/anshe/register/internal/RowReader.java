package org.anshe.register.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.register.internal.TableColumn.Common;
import org.anshe.register.internal.TableColumn.Member;
import org.anshe.register.internal.TableColumn.OfField;
import org.anshe.register.internal.type.CommonMembers;
import org.anshe.register.internal.type.FieldValues;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.table.RowError;
import org.anshe.shared.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table: each becomes an object to register, or a list of what is wrong with it. */
final class RowReader {

    private static final String PERMISSION = "register.import";

    /** What a row turned out to be. */
    sealed interface Result permits Good, Bad, Example {}

    record Good(
            ObjectContent content,
            @Nullable Integer supervisionClass,
            @Nullable String creditCode) implements Result {}

    record Bad(List<RowError> errors) implements Result {}

    /** The example row of the template. */
    record Example() implements Result {}

    private final TypeDefinition type;
    private final Caller caller;
    private final NameReferences references;
    private final @Nullable AreaKey defaultArea;
    private final List<String> examples;
    private final Map<Member, String> members = new HashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final Map<String, Integer> firstSeen = new HashMap<>();

    RowReader(
            TypeDefinition type,
            TableWords words,
            List<String> headings,
            Caller caller,
            NameReferences references,
            @Nullable AreaKey defaultArea) {
        this.type = type;
        this.caller = caller;
        this.references = references;
        this.defaultArea = defaultArea;
        this.examples =
                words.template("example").all().stream().map(String::strip).toList();
        Map<String, TableColumn> known = TableColumn.byHeading(type, words);
        for (String heading : headings) {
            switch (known.get(heading)) {
                case Common common -> members.putIfAbsent(common.member(), heading);
                case OfField field -> fields.putIfAbsent(field.field().code(), heading);
                case null -> ignored.add(heading);
            }
        }
    }

    /** Headings nothing is known of. */
    List<String> ignored() {
        return ignored;
    }

    /** What must be there and is not: names of columns. */
    List<String> missing(TableWords words) {
        List<String> missing = new ArrayList<>();
        if (!members.containsKey(Member.NAME)) {
            missing.add(words.column("name").simplified());
        }
        if (!members.containsKey(Member.AREA) && defaultArea == null) {
            missing.add(words.column("area").simplified());
        }
        type.active().stream()
                .filter(field -> field.required() && !fields.containsKey(field.code()))
                .forEach(field -> missing.add(field.names().simplified()));
        return missing;
    }

    Result read(TableRow row) {
        String name = cell(row, Member.NAME);
        if (examples.stream().anyMatch(name::startsWith)) {
            return new Example();
        }
        List<FieldError> errors = new ArrayList<>();
        AreaKey area = area(row, errors);
        UUID unit = unit(row, errors);
        CommonMembers common = CommonMembers.read(
                name,
                cell(row, Member.ADDRESS),
                degrees(row, Member.LONGITUDE, errors),
                degrees(row, Member.LATITUDE, errors),
                cell(row, Member.CONTACT),
                cell(row, Member.PHONE),
                errors);
        Integer supervisionClass = supervisionClass(row, errors);
        Map<String, String> cells = new HashMap<>();
        fields.forEach((code, heading) -> cells.put(code, row.get(heading)));
        FieldValues values = FieldValues.read(type, cells, references);
        errors.addAll(values.errors());
        if (area != null && errors.isEmpty() && !caller.may(PERMISSION, area, unit)) {
            errors.add(new FieldError("/area", "outside-area"));
        }
        String creditCode = FieldValues.creditCode(type, values.values());
        if (area != null && errors.isEmpty() && isRepeated(row.number(), common.name(), area, creditCode)) {
            errors.add(new FieldError("/name", "duplicate-in-file"));
        }
        if (area == null || !errors.isEmpty()) {
            return new Bad(errors.stream().map(error -> rowError(row, error)).toList());
        }
        ObjectContent content = new ObjectContent(
                common.name(),
                area,
                unit,
                common.address(),
                common.longitude(),
                common.latitude(),
                common.contactName(),
                common.contactPhone(),
                values.values());
        return new Good(content, supervisionClass, creditCode);
    }

    private boolean isRepeated(int row, String name, AreaKey area, @Nullable String creditCode) {
        Integer sameName = firstSeen.putIfAbsent(area + " " + name, row);
        Integer sameCode = creditCode == null ? null : firstSeen.putIfAbsent(creditCode, row);
        return sameName != null || sameCode != null;
    }

    private @Nullable AreaKey area(TableRow row, List<FieldError> errors) {
        String text = cell(row, Member.AREA);
        if (text.isEmpty() && defaultArea != null) {
            references.near(defaultArea);
            return defaultArea;
        }
        Optional<AreaKey> area = text.isEmpty() ? Optional.empty() : references.area(text);
        if (area.isEmpty()) {
            errors.add(new FieldError("/area", text.isEmpty() ? "required" : "area"));
            return null;
        }
        references.near(area.get());
        return area.get();
    }

    private @Nullable UUID unit(TableRow row, List<FieldError> errors) {
        String text = cell(row, Member.UNIT);
        if (text.isEmpty()) {
            return null;
        }
        Optional<UUID> unit = references.unit(text);
        if (unit.isEmpty()) {
            errors.add(new FieldError("/unit", "unit"));
        }
        return unit.orElse(null);
    }

    private @Nullable Double degrees(TableRow row, Member member, List<FieldError> errors) {
        String text = cell(row, member);
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            errors.add(new FieldError("/" + member.code(), "number"));
            return null;
        }
    }

    private @Nullable Integer supervisionClass(TableRow row, List<FieldError> errors) {
        return switch (cell(row, Member.CLASS)) {
            case "" -> null;
            case "1", "一", "一类", "一類", "1类" -> 1;
            case "2", "二", "二类", "二類", "2类" -> 2;
            case "3", "三", "三类", "三類", "3类" -> 3;
            default -> {
                errors.add(new FieldError("/class", "range"));
                yield null;
            }
        };
    }

    private String cell(TableRow row, Member member) {
        String heading = members.get(member);
        return heading == null ? "" : row.get(heading);
    }

    private RowError rowError(TableRow row, FieldError error) {
        String heading = heading(error.pointer());
        return heading == null
                ? new RowError(row.number(), null, error.code(), null)
                : RowError.of(row, heading, error.code());
    }

    private @Nullable String heading(String pointer) {
        if (pointer.startsWith("/fields/")) {
            String code = pointer.substring("/fields/".length());
            return fields.containsKey(code)
                    ? fields.get(code)
                    : type.field(code).map(field -> field.names().simplified()).orElse(null);
        }
        return switch (pointer) {
            case "/name" -> members.get(Member.NAME);
            case "/area" -> members.get(Member.AREA);
            case "/address" -> members.get(Member.ADDRESS);
            case "/longitude" -> members.get(Member.LONGITUDE);
            case "/latitude" -> members.get(Member.LATITUDE);
            case "/class" -> members.get(Member.CLASS);
            case "/unit" -> members.get(Member.UNIT);
            case "/contactName" -> members.get(Member.CONTACT);
            case "/contactPhone" -> members.get(Member.PHONE);
            default -> null;
        };
    }
}
