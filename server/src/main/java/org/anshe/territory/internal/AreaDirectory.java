package org.anshe.territory.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.territory.Areas;
import org.anshe.territory.TerritoryProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The area tree as other modules ask for it. */
@Service
class AreaDirectory implements Areas {

    private final AreaRepository areas;
    private final AreaCache cache;
    private final AuditTrail audit;

    AreaDirectory(AreaRepository areas, AreaCache cache, AuditTrail audit) {
        this.areas = areas;
        this.cache = cache;
        this.audit = audit;
    }

    @Override
    public Optional<Area> find(AreaKey key) {
        return Optional.ofNullable(cache.get(List.of(key), areas::list).get(key));
    }

    @Override
    public List<Area> named(String name, List<AreaRange> within) {
        return areas.named(name, within);
    }

    /** Asks the database, not the cache: a row must not enter an area that was retired a moment ago. */
    @Override
    public Area getActive(AreaKey key) {
        Area area = areas.list(List.of(key.value())).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(TerritoryProblem.UNKNOWN_AREA, "area", key));
        if (area.retired()) {
            throw new ProblemException(TerritoryProblem.RETIRED_AREA, Map.of("area", key, "name", area.name()));
        }
        return area;
    }

    @Override
    public Map<AreaKey, String> names(Collection<AreaKey> keys) {
        return cache.get(keys, areas::list).values().stream().collect(Collectors.toMap(Area::key, Area::name));
    }

    @Override
    public String path(AreaKey key) {
        return paths(List.of(key)).getOrDefault(key, "");
    }

    @Override
    public Map<AreaKey, String> paths(Collection<AreaKey> keys) {
        Map<AreaKey, List<AreaKey>> ways = keys.stream()
                .distinct()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> chain(key).stream()
                                .filter(above ->
                                        above.equals(key) || above.level().compareTo(AreaLevel.STREET) >= 0)
                                .toList()));
        Map<AreaKey, String> names =
                names(ways.values().stream().flatMap(List::stream).distinct().toList());
        Map<AreaKey, String> paths = new LinkedHashMap<>();
        ways.forEach((key, way) -> {
            if (names.containsKey(key)) {
                paths.put(
                        key,
                        way.stream().filter(names::containsKey).map(names::get).collect(Collectors.joining(" / ")));
            }
        });
        return paths;
    }

    @Override
    public List<Area> meant(Scope scope, String text) {
        List<AreaKey> keys =
                OfficialCode.key(text).map(List::of).orElseGet(() -> new AreaNamePaths(scope, areas).find(text));
        return areas.list(keys.stream().map(AreaKey::value).toList()).stream()
                .filter(area -> !area.retired() && scope.covers(area.key(), null))
                .toList();
    }

    @Override
    public AreaKey current(AreaKey key) {
        return areas.findRecoded(key).orElse(key);
    }

    @Override
    public AreaKey ownKey(AreaKey key) {
        return areas.lastOwnKey(key);
    }

    @Override
    public List<AreaRange> ranges(AreaKey key) {
        return Succession.rangesOf(key.range(), areas);
    }

    @Override
    @Transactional
    public void register(Caller caller, List<NewArea> list) {
        Map<AreaKey, NewArea> fresh = new LinkedHashMap<>();
        list.forEach(area -> fresh.putIfAbsent(area.key(), area));
        requireParents(fresh);
        int added = areas.add(List.copyOf(fresh.values()));
        cache.forget();
        if (added > 0) {
            AreaKey at = fresh.size() == 1 ? fresh.keySet().iterator().next() : null;
            audit.record(caller, "area.register", Subject.of("areas", added), at, Map.of("count", added));
        }
    }

    private void requireParents(Map<AreaKey, NewArea> fresh) {
        List<AreaKey> parents = fresh.keySet().stream()
                .flatMap(key -> key.parent().stream())
                .filter(parent -> !fresh.containsKey(parent))
                .distinct()
                .toList();
        Map<AreaKey, Area> known = areas
                .list(parents.stream().map(AreaKey::value).toList())
                .stream()
                .collect(Collectors.toMap(Area::key, area -> area));
        for (AreaKey parent : parents) {
            Area area = known.get(parent);
            if (area == null) {
                throw new ProblemException(TerritoryProblem.UNKNOWN_PARENT, "parent", parent);
            }
        }
    }

    /** From the province down to the area itself, without levels that are left out. */
    static List<AreaKey> chain(AreaKey key) {
        List<AreaKey> chain = new ArrayList<>();
        for (Optional<AreaKey> at = Optional.of(key);
                at.isPresent();
                at = at.get().parent()) {
            chain.addFirst(at.get());
        }
        return chain;
    }
}
