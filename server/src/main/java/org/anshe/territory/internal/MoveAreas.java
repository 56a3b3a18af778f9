package org.anshe.territory.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.territory.AreaRecoded;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.Areas.NewArea;
import org.anshe.territory.internal.AreaRepository.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a subtree of areas new keys: the old areas stay as history, mapped to the new ones. */
@Component
class MoveAreas {

    private final AreaRepository areas;
    private final AreaCache cache;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoveAreas(AreaRepository areas, AreaCache cache, ApplicationEventPublisher events, Clock clock) {
        this.areas = areas;
        this.cache = cache;
        this.events = events;
        this.clock = clock;
    }

    /** What lies below {@code from}, itself included, under the key {@code to}. */
    Map<Area, AreaKey> plan(AreaKey from, AreaKey to) {
        Map<Area, AreaKey> plan = new LinkedHashMap<>();
        for (Area area : areas.listActive(from.range())) {
            plan.put(area, new AreaKey(area.key().value() - from.value() + to.value()));
        }
        return plan;
    }

    /** Adds the areas that are not there yet and retires the old ones in favour of them. */
    void move(Caller caller, Map<Area, AreaKey> plan, Change change, String reason) {
        List<NewArea> fresh = new ArrayList<>();
        plan.forEach((old, key) -> {
            // A number given here is no official code; one that was published is.
            String official = change == Change.RECODED ? OfficialCode.of(key).orElse(null) : null;
            fresh.add(new NewArea(key, old.name(), official));
        });
        Set<AreaKey> before = areas.existing(plan.values());
        areas.add(fresh);
        plan.forEach((old, key) -> {
            boolean joined = before.contains(key);
            areas.recode(old.key(), key, joined, reason);
            areas.note(caller, old.key(), change, old.key().toString(), key.toString(), reason);
            areas.note(caller, key, change, old.key().toString(), key.toString(), reason);
            events.publishEvent(new AreaRecoded(old.key(), key, joined, clock.instant()));
        });
        cache.forget();
    }
}
