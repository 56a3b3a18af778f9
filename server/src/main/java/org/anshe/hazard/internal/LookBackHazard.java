package org.anshe.hazard.internal;

import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardLookedBack;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at a closed hazard again and finds it still in order (回头看). */
@Service
public class LookBackHazard {

    private final HazardSteps steps;
    private final Evidence evidence;

    LookBackHazard(HazardSteps steps, Evidence evidence) {
        this.steps = steps;
        this.evidence = evidence;
    }

    @Transactional
    public void lookBack(Caller caller, UUID id, int version, @Nullable String note, List<UUID> photos) {
        Hazard before = steps.begin(caller, id, version, HazardAction.LOOK_BACK);
        HazardState.Settled state = before.in(HazardState.Settled.class);
        HazardState.LookedBack next = state.lookBack(before.independent(caller));
        evidence.link(caller, before, Evidence.REINSPECTION, photos);
        steps.finish(
                caller,
                before,
                before.to(next, null),
                HazardAction.LOOK_BACK,
                Facts.of("note", note, "photos", photos.isEmpty() ? null : photos),
                new HazardLookedBack(id, before.identity().number(), before.area(), steps.now()));
    }
}
