package org.anshe.hazard.internal;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.AreaLevel;

/**
 * How a hazard is handled beside the loop.
 *
 * @param level which level confirms, assigns and re-inspects
 * @param limits limits set for this hazard alone
 * @param pending what is under way besides
 * @param extensions how often its deadline was extended
 */
record Handling(AreaLevel level, Map<HazardClock, TimeLimit> limits, Set<Pending> pending, int extensions) {

    static final Handling USUAL = new Handling(AreaLevel.COMMUNITY, Map.of(), Set.of(), 0);

    Handling {
        limits = Map.copyOf(limits);
        pending = Set.copyOf(pending);
    }

    boolean has(Pending one) {
        return pending.contains(one);
    }

    Handling with(Pending one) {
        Set<Pending> more = pending.isEmpty() ? EnumSet.noneOf(Pending.class) : EnumSet.copyOf(pending);
        more.add(one);
        return new Handling(level, limits, more, extensions);
    }

    Handling without(Pending... ended) {
        if (pending.isEmpty()) {
            return this;
        }
        Set<Pending> fewer = EnumSet.copyOf(pending);
        fewer.removeAll(Set.of(ended));
        return new Handling(level, limits, fewer, extensions);
    }

    Handling at(AreaLevel other) {
        return new Handling(other, limits, pending, extensions);
    }

    Handling limited(HazardClock clock, TimeLimit limit) {
        Map<HazardClock, TimeLimit> more = new LinkedHashMap<>(limits);
        more.put(clock, limit);
        return new Handling(level, more, pending, extensions);
    }

    Handling extended() {
        return new Handling(level, limits, pending, extensions + 1);
    }
}
