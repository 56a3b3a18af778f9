package org.anshe.register.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * What is registered about an object, apart from its supervision class.
 *
 * @param longitude degrees east (CGCS2000); null together with the latitude
 * @param fields values by field code, as the type's schema wants them
 */
public record ObjectContent(
        String name,
        AreaKey area,
        @Nullable UUID unitId,
        @Nullable String address,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable String contactName,
        @Nullable String contactPhone,
        Map<String, ?> fields) {

    /** The value of a member before and after a change. */
    public record Change(@Nullable Object before, @Nullable Object after) {}

    /** What differs in the later content, by member and field code. */
    Map<String, Change> changesTo(ObjectContent later) {
        Map<String, Change> changes = new LinkedHashMap<>();
        compare(changes, "name", name, later.name);
        compare(changes, "area", area.toString(), later.area.toString());
        compare(changes, "unit", text(unitId), text(later.unitId));
        compare(changes, "address", address, later.address);
        compare(changes, "longitude", longitude, later.longitude);
        compare(changes, "latitude", latitude, later.latitude);
        compare(changes, "contact", contactName, later.contactName);
        compare(changes, "phone", contactPhone, later.contactPhone);
        later.fields.forEach((code, value) -> compare(changes, code, fields.get(code), value));
        fields.forEach((code, value) -> {
            if (!later.fields.containsKey(code)) {
                compare(changes, code, value, null);
            }
        });
        return changes;
    }

    /** This content with everything the other one says; what the other leaves open stays. */
    ObjectContent filledFrom(ObjectContent other) {
        Map<String, Object> merged = new LinkedHashMap<>(fields);
        merged.putAll(other.fields);
        return new ObjectContent(
                name,
                area,
                or(other.unitId, unitId),
                or(other.address, address),
                or(other.longitude, longitude),
                or(other.latitude, latitude),
                or(other.contactName, contactName),
                or(other.contactPhone, contactPhone),
                merged);
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static void compare(
            Map<String, Change> changes, String member, @Nullable Object before, @Nullable Object after) {
        boolean isSame = before instanceof Number && after instanceof Number
                ? new java.math.BigDecimal(before.toString()).compareTo(new java.math.BigDecimal(after.toString())) == 0
                : Objects.equals(before, after);
        if (!isSame) {
            changes.put(member, new Change(before, after));
        }
    }
}
