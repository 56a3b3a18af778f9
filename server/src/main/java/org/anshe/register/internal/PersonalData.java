package org.anshe.register.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.anshe.register.internal.ObjectContent.Change;
import org.anshe.register.internal.ObjectQueries.HistoryEntry;
import org.anshe.register.internal.type.FieldDefinition;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sees the data about persons of an object at once: those who keep the object, and the people of its own unit.
 * Others see them masked, in the object as in its history, and ask for them by {@link RevealObject}.
 */
@Component
public class PersonalData {

    /** Members of every object that say nothing about a person. */
    private static final Set<String> PLAIN =
            Set.of("name", "area", "unit", "address", "longitude", "latitude", "class");

    private final TypeRepository types;

    PersonalData(TypeRepository types) {
        this.types = types;
    }

    public boolean isOpenTo(Caller caller, RegisteredObject object) {
        ObjectContent content = object.content();
        UUID unit = content.unitId();
        return caller.may(ObjectAccess.EDIT, content.area(), unit)
                || unit != null
                        && caller.scopeFor(ObjectAccess.VIEW).grants().stream()
                                .anyMatch(grant -> unit.equals(grant.unit()));
    }

    /** The content with the data about persons masked. */
    public ObjectContent masked(RegisteredObject object) {
        ObjectContent content = object.content();
        return new ObjectContent(
                content.name(),
                content.area(),
                content.unitId(),
                content.address(),
                content.longitude(),
                content.latitude(),
                Masking.text(content.contactName()),
                Masking.phone(content.contactPhone()),
                Masking.fields(types.get(object.type()).definition(), content.fields()));
    }

    /** The history with the data about persons masked; a field the type no longer knows counts as one of them. */
    public List<HistoryEntry> masked(RegisteredObject object, List<HistoryEntry> history) {
        TypeDefinition type = types.get(object.type()).definition();
        return history.stream()
                .map(entry -> new HistoryEntry(
                        entry.version(),
                        entry.kind(),
                        entry.at(),
                        entry.byName(),
                        masked(type, entry.changes()),
                        entry.reason()))
                .toList();
    }

    private static Map<String, Change> masked(TypeDefinition type, Map<String, Change> changes) {
        Map<String, Change> masked = new LinkedHashMap<>();
        changes.forEach((member, change) -> masked.put(
                member,
                PLAIN.contains(member)
                        ? change
                        : new Change(masked(type, member, change.before()), masked(type, member, change.after()))));
        return masked;
    }

    private static @Nullable Object masked(TypeDefinition type, String member, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (member.equals("phone")) {
            return Masking.phone(value.toString());
        }
        for (FieldDefinition field : type.fields()) {
            if (field.code().equals(member)) {
                return field.personal() ? Masking.value(field, value) : value;
            }
        }
        return Objects.requireNonNull(Masking.text(value.toString()));
    }
}
