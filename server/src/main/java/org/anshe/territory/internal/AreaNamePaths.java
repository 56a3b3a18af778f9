package org.anshe.territory.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Scope;
import org.anshe.territory.Areas.Area;

/** Finds areas by how people write them: 桂园社区, or 青石街道/桂园社区 where the name alone is not enough. */
final class AreaNamePaths {

    private final Scope scope;
    private final AreaRepository areas;
    private final Map<String, List<AreaKey>> fresh = new HashMap<>();
    private final Map<AreaKey, String> names = new HashMap<>();
    private final Map<String, List<AreaKey>> answers = new HashMap<>();

    AreaNamePaths(Scope scope, AreaRepository areas) {
        this.scope = scope;
        this.areas = areas;
    }

    /** Makes an area of the same table known. */
    void add(AreaKey key, String name) {
        names.put(key, name);
        fresh.computeIfAbsent(name, any -> new ArrayList<>()).add(key);
        answers.clear();
    }

    /** The areas a path can mean: its last name is the area's, the ones before it stand above. */
    List<AreaKey> find(String path) {
        return answers.computeIfAbsent(path, this::search);
    }

    private List<AreaKey> search(String path) {
        List<String> steps = Arrays.stream(path.split("[/／>＞]"))
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .toList();
        if (steps.isEmpty()) {
            return List.of();
        }
        List<AreaKey> found = new ArrayList<>(fresh.getOrDefault(steps.getLast(), List.of()));
        for (Area area : areas.named(steps.getLast(), scope)) {
            names.put(area.key(), area.name());
            if (!found.contains(area.key())) {
                found.add(area.key());
            }
        }
        return found.stream().filter(key -> runsThrough(key, steps)).toList();
    }

    private boolean runsThrough(AreaKey key, List<String> steps) {
        if (steps.size() == 1) {
            return true;
        }
        List<String> chain = AreaDirectory.chain(key).stream()
                .map(above -> name(above).orElse(""))
                .toList();
        int step = 0;
        for (String name : chain) {
            if (step < steps.size() && name.equals(steps.get(step))) {
                step++;
            }
        }
        return step == steps.size();
    }

    /** The name of an area, of the table or of the tree. */
    Optional<String> name(AreaKey key) {
        return Optional.ofNullable(names.computeIfAbsent(
                key,
                missing -> areas.list(List.of(missing.value())).stream()
                        .map(Area::name)
                        .findFirst()
                        .orElse("")));
    }
}
