package org.anshe.territory.internal;

import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.internal.AreaRepository.Change;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an area another name or another place among its neighbours; its key and rows stay. */
@Service
public class RenameArea {

    private final AreaRepository areas;
    private final ManagedAreas managed;
    private final AreaCache cache;
    private final AuditTrail audit;

    RenameArea(AreaRepository areas, ManagedAreas managed, AreaCache cache, AuditTrail audit) {
        this.areas = areas;
        this.managed = managed;
        this.cache = cache;
        this.audit = audit;
    }

    @Transactional
    public void rename(Caller caller, AreaKey key, String name, int sort) {
        Area area = managed.take(caller, key);
        String wanted = name.strip();
        areas.rename(key, wanted, sort);
        cache.forget();
        if (!wanted.equals(area.name())) {
            areas.note(caller, key, Change.RENAMED, area.name(), wanted, null);
            audit.record(
                    caller, "area.rename", Subject.of("area", key), key, Map.of("from", area.name(), "to", wanted));
        }
    }
}
