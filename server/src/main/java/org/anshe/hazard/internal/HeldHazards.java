package org.anshe.hazard.internal;

import java.util.List;
import java.util.UUID;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.WorkTransfer;
import org.springframework.stereotype.Component;

/**
 * Open hazards somebody answers for. The successor answers for them from now on and can therefore close none of them;
 * who answered before has had a hand in them and cannot either.
 */
@Component
class HeldHazards implements HeldWork {

    private final HeldHazardRepository hazards;

    HeldHazards(HeldHazardRepository hazards) {
        this.hazards = hazards;
    }

    @Override
    public String kind() {
        return Hazard.KIND;
    }

    @Override
    public int countOf(UUID person) {
        return hazards.count(person);
    }

    @Override
    public Look look(WorkTransfer transfer) {
        return hazards.look(transfer);
    }

    @Override
    public List<Item> move(WorkTransfer transfer) {
        return hazards.move(transfer);
    }
}
