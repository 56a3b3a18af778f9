package org.anshe.campaign.internal.lists;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.ListProblem;
import org.anshe.hazard.HazardLedger;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes hazards into a list by hand, or leaves some out that its rule would take in. */
@Service
public class ChooseHazards {

    private final ListAccess access;
    private final ListRepository lists;
    private final HazardLedger ledger;
    private final AuditTrail audit;
    private final Clock clock;

    ChooseHazards(ListAccess access, ListRepository lists, HazardLedger ledger, AuditTrail audit, Clock clock) {
        this.access = access;
        this.lists = lists;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reason needed to leave out; may be given to take in */
    @Transactional
    public void choose(Caller caller, UUID id, Set<UUID> hazards, boolean taken, @Nullable String reason) {
        ListRow list = access.lockOpen(caller, id);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (!taken && why == null) {
            throw new ProblemException(ListProblem.REASON_REQUIRED);
        }
        List<HazardLedger.Named> named = ledger.named(caller.scopeFor("hazard.view"), list.area(), hazards);
        if (named.size() < hazards.size()) {
            throw new ProblemException(ListProblem.HAZARD_ELSEWHERE, "missing", hazards.size() - named.size());
        }
        lists.choose(id, hazards, taken, why, clock.instant(), caller.name());
        audit.record(
                caller,
                taken ? "list.take-in" : "list.leave-out",
                Subject.of("list", id),
                list.area(),
                Map.of(
                        "numbers",
                        named.stream().map(HazardLedger.Named::number).toList(),
                        "reason",
                        why == null ? "" : why));
    }
}
