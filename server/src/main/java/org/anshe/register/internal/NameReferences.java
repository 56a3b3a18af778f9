package org.anshe.register.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.register.internal.type.References;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.anshe.territory.Areas;
import org.anshe.territory.Areas.Area;
import org.jspecify.annotations.Nullable;

/**
 * A table names areas by name, path or code and units by name. What was found once is remembered for the rest of the
 * table.
 */
final class NameReferences implements References {

    private static final int MOST_KEPT = 20_000;

    private final Areas areas;
    private final Units units;
    private final List<AreaRange> within;
    private final Map<String, Optional<AreaKey>> foundAreas = new HashMap<>();
    private final Map<String, Optional<UUID>> foundUnits = new HashMap<>();
    private @Nullable AreaKey near;

    NameReferences(Areas areas, Units units, Scope scope) {
        this.areas = areas;
        this.units = units;
        this.within = scope.grants().stream()
                .map(grant -> grant.areas() == null ? AreaRange.EVERYWHERE : grant.areas())
                .toList();
    }

    /** The area from which units are looked for. */
    void near(AreaKey area) {
        near = area;
    }

    @Override
    public Optional<AreaKey> area(String text) {
        if (foundAreas.size() > MOST_KEPT) {
            foundAreas.clear();
        }
        Optional<AreaKey> known = foundAreas.get(text);
        if (known == null) {
            known = findArea(text);
            foundAreas.put(text, known);
        }
        return known;
    }

    private Optional<AreaKey> findArea(String text) {
        if (text.matches("[1-9][0-9]{5,18}")) {
            return areas.find(AreaKey.parse(text))
                    .filter(area -> !area.retired())
                    .map(Area::key);
        }
        List<String> path = segments(text);
        List<Area> found = areas.named(path.isEmpty() ? text : path.getLast(), within).stream()
                .filter(area -> endsWith(segments(areas.path(area.key())), path))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst().key()) : Optional.empty();
    }

    @Override
    public Optional<UUID> unit(String text) {
        AreaKey from = near;
        if (from == null) {
            return Optional.empty();
        }
        if (foundUnits.size() > MOST_KEPT) {
            foundUnits.clear();
        }
        String key = from + " " + text;
        Optional<UUID> known = foundUnits.get(key);
        if (known == null) {
            known = units.findByName(text, from).filter(unit -> !unit.retired()).map(Units.Unit::id);
            foundUnits.put(key, known);
        }
        return known;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("[/／>]"))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Whether the wanted names follow each other in this order at the end of the path, levels left out allowed. */
    private static boolean endsWith(List<String> path, List<String> wanted) {
        int at = path.size() - 1;
        for (int i = wanted.size() - 1; i >= 0; i--) {
            while (at >= 0 && !path.get(at).equals(wanted.get(i))) {
                at--;
            }
            if (at-- < 0) {
                return false;
            }
        }
        return true;
    }
}
