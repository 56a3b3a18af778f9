package org.anshe.territory.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.TerritoryProblem;
import org.anshe.territory.internal.AreaRepository.Change;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges an area into a neighbour of the same level. What lay below it gets the next numbers below the neighbour; rows
 * keep the keys they were written with and count to the neighbour from now on.
 */
@Service
public class MergeAreas {

    private final AreaRepository areas;
    private final ManagedAreas managed;
    private final MoveAreas moves;
    private final AuditTrail audit;

    MergeAreas(AreaRepository areas, ManagedAreas managed, MoveAreas moves, AuditTrail audit) {
        this.areas = areas;
        this.managed = managed;
        this.moves = moves;
        this.audit = audit;
    }

    @Transactional
    public void merge(Caller caller, AreaKey from, AreaKey into, String reason) {
        // Always in the same order, so that two merges never wait for each other.
        List<AreaKey> ordered = from.compareTo(into) < 0 ? List.of(from, into) : List.of(into, from);
        Map<AreaKey, Area> taken = new HashMap<>();
        ordered.forEach(key -> taken.put(key, managed.take(caller, key)));
        if (from.equals(into) || from.level() != into.level()) {
            throw new ProblemException(TerritoryProblem.NOT_MERGEABLE);
        }
        Area old = java.util.Objects.requireNonNull(taken.get(from));

        Map<Area, AreaKey> plan = new LinkedHashMap<>();
        plan.put(old, into);
        List<AreaKey> children = areas.listActive(from.range()).stream()
                .map(Area::key)
                .filter(key -> key.parent().filter(from::equals).isPresent())
                .toList();
        moves.move(caller, plan, Change.MERGED, reason);
        for (AreaKey child : children) {
            AreaKey free = AddArea.nextFree(areas, into, child.level());
            moves.move(caller, moves.plan(child, free), Change.MERGED, reason);
        }
        Map<String, Object> facts = Map.of("name", old.name(), "into", into, "reason", reason);
        audit.record(caller, "area.merge", Subject.of("area", from), into, facts);
    }
}
