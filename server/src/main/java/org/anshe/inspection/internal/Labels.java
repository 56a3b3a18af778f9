package org.anshe.inspection.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anshe.identity.People;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of what a page of rows refers to, fetched at once. */
@Component
class Labels {

    private final RegisterObjects register;
    private final Areas areas;
    private final Units units;
    private final People people;

    Labels(RegisterObjects register, Areas areas, Units units, People people) {
        this.register = register;
        this.areas = areas;
        this.units = units;
        this.people = people;
    }

    Map<UUID, RegisterObject> objects(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : register.byIds(ids);
    }

    Map<AreaKey, String> areas(Collection<AreaKey> keys) {
        return keys.isEmpty() ? Map.of() : areas.names(keys);
    }

    Map<UUID, String> units(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : names(units.byIds(ids), Units.Unit::name);
    }

    Map<UUID, String> people(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : names(people.byIds(ids), People.Person::name);
    }

    /** The ids that rows hold, without those that are missing. */
    static <T, K> java.util.Set<K> keys(Collection<T> rows, Function<T, @Nullable K> key) {
        java.util.Set<K> keys = new java.util.LinkedHashSet<>();
        for (T row : rows) {
            K value = key.apply(row);
            if (value != null) {
                keys.add(value);
            }
        }
        return keys;
    }

    static <K> @Nullable String of(Map<K, String> names, @Nullable K key) {
        return key == null ? null : names.get(key);
    }

    private static <T> Map<UUID, String> names(Map<UUID, T> found, Function<T, String> name) {
        return found.entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, one -> Objects.requireNonNull(name.apply(one.getValue()))));
    }
}
