package org.anshe.territory.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.AreaRetired;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.TerritoryProblem;
import org.anshe.territory.internal.AreaRepository.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an area out of use. It stays readable with everything that lies in it; nothing new enters it. */
@Service
public class RetireArea {

    private final AreaRepository areas;
    private final ManagedAreas managed;
    private final AreaCache cache;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RetireArea(
            AreaRepository areas,
            ManagedAreas managed,
            AreaCache cache,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.areas = areas;
        this.managed = managed;
        this.cache = cache;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param withBelow retires the areas below as well; without it they must have been retired before */
    @Transactional
    public void retire(Caller caller, AreaKey key, String reason, boolean withBelow) {
        Area area = managed.take(caller, key);
        List<Area> all = areas.listActive(key.range());
        if (all.size() > 1 && !withBelow) {
            throw new ProblemException(TerritoryProblem.HAS_AREAS_BELOW, Map.of("count", all.size() - 1));
        }
        areas.retire(all.stream().map(Area::key).toList(), reason);
        cache.forget();
        for (Area one : all) {
            areas.note(caller, one.key(), Change.RETIRED, one.name(), null, reason);
            events.publishEvent(new AreaRetired(one.key(), clock.instant()));
        }
        audit.record(
                caller,
                "area.retire",
                Subject.of("area", key),
                key,
                Map.of("name", area.name(), "reason", reason, "count", all.size()));
    }
}
