package org.anshe.territory.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.Areas.NewArea;
import org.anshe.territory.TerritoryProblem;
import org.anshe.territory.internal.AreaRepository.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds one area below another, for example a grid of a community. */
@Service
public class AddArea {

    private final AreaRepository areas;
    private final ManagedAreas managed;
    private final AreaCache cache;
    private final AuditTrail audit;

    AddArea(AreaRepository areas, ManagedAreas managed, AreaCache cache, AuditTrail audit) {
        this.areas = areas;
        this.managed = managed;
        this.cache = cache;
        this.audit = audit;
    }

    /**
     * @param number as it stands in the official code, 1 to 99 or 999; null takes the next that was never given
     * @return key of the new area
     */
    @Transactional
    public AreaKey add(Caller caller, AreaKey parent, @Nullable Integer number, String name) {
        Area above = managed.take(caller, parent);
        AreaLevel[] levels = AreaLevel.values();
        int at = above.level().ordinal() + 1;
        if (at == levels.length) {
            throw new ProblemException(TerritoryProblem.FULL, "parent", parent);
        }
        AreaKey key = number == null ? nextFree(areas, parent, levels[at]) : keyOf(parent, levels[at], number);
        String official = number == null ? null : OfficialCode.of(key).orElse(null);
        if (areas.add(List.of(new NewArea(key, name.strip(), official))) == 0) {
            throw new ProblemException(TerritoryProblem.KEY_TAKEN, "key", key);
        }
        cache.forget();
        areas.note(caller, key, Change.CREATED, null, name.strip(), null);
        audit.record(caller, "area.add", Subject.of("area", key), key, Map.of("name", name.strip()));
        return key;
    }

    private static AreaKey keyOf(AreaKey parent, AreaLevel level, int number) {
        if (number < 1 || number > level.largestNumber()) {
            throw new ProblemException(TerritoryProblem.BAD_CODE, "number", number);
        }
        return parent.below(level, number);
    }

    /** The number after the largest ever given; where that was the last one, the smallest never given. */
    static AreaKey nextFree(AreaRepository areas, AreaKey parent, AreaLevel level) {
        Set<AreaKey> taken = new HashSet<>(areas.childKeys(parent));
        int largest = level.largestNumber();
        int highest = 0;
        for (int number = 1; number <= largest; number++) {
            if (taken.contains(parent.below(level, number))) {
                highest = number;
            }
        }
        for (int step = 0; step < largest; step++) {
            AreaKey candidate = parent.below(level, (highest + step) % largest + 1);
            if (!taken.contains(candidate)) {
                return candidate;
            }
        }
        throw new ProblemException(TerritoryProblem.FULL, "parent", parent);
    }
}
