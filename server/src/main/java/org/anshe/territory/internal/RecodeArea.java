package org.anshe.territory.internal;

import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas;
import org.anshe.territory.TerritoryProblem;
import org.anshe.territory.internal.AreaRepository.Change;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an area the new code that was published for it, with everything below. */
@Service
public class RecodeArea {

    private final AreaRepository areas;
    private final Areas directory;
    private final ManagedAreas managed;
    private final MoveAreas moves;
    private final AuditTrail audit;

    RecodeArea(AreaRepository areas, Areas directory, ManagedAreas managed, MoveAreas moves, AuditTrail audit) {
        this.areas = areas;
        this.directory = directory;
        this.managed = managed;
        this.moves = moves;
        this.audit = audit;
    }

    @Transactional
    public void recode(Caller caller, AreaKey from, AreaKey to, String reason) {
        managed.take(caller, from);
        ManagedAreas.requireChange(caller, to);
        boolean free = areas.list(java.util.List.of(to.value())).isEmpty();
        if (!free || from.level() != to.level() || from.contains(to)) {
            throw new ProblemException(TerritoryProblem.NOT_RECODABLE, "key", to);
        }
        to.parent().ifPresent(directory::getActive);
        moves.move(caller, moves.plan(from, to), Change.RECODED, reason);
        audit.record(caller, "area.recode", Subject.of("area", from), to, Map.of("to", to, "reason", reason));
    }
}
