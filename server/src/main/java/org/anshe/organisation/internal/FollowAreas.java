package org.anshe.organisation.internal;

import java.util.HashMap;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.internal.MembershipRepository.Holder;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.territory.AreaRecoded;
import org.anshe.territory.AreaRetired;
import org.anshe.territory.Areas;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Lets holders follow their area: to its new key, or out of office with it. Units stay where they were entered. */
@Component
class FollowAreas {

    private static final Caller SYSTEM = Caller.system("area succession");

    private final MembershipRepository memberships;
    private final Areas areas;
    private final AuditTrail audit;

    FollowAreas(MembershipRepository memberships, Areas areas, AuditTrail audit) {
        this.memberships = memberships;
        this.areas = areas;
        this.audit = audit;
    }

    /** Goes by the key that counts today, not by the event's: a later change of the same area may come first. */
    @ApplicationModuleListener
    void on(AreaRecoded recoded) {
        AreaKey today = areas.current(recoded.from());
        if (today.equals(recoded.from())) {
            return;
        }
        boolean isInUse = areas.find(today).filter(area -> !area.retired()).isPresent();
        for (Holder holder : memberships.runningHolders(recoded.from())) {
            release(holder, Map.of("recodedTo", today));
            if (isInUse && memberships.addUnlessHeld(new Holder(Ids.next(), today, holder.role(), holder.person()))) {
                audit.record(
                        SYSTEM,
                        "area.hold",
                        Subject.of("area", today),
                        today,
                        Map.of("role", holder.role(), "person", holder.person(), "recodedFrom", recoded.from()));
            }
        }
    }

    @ApplicationModuleListener
    void on(AreaRetired retired) {
        memberships.runningHolders(retired.area()).forEach(holder -> release(holder, Map.of("retired", true)));
    }

    private void release(Holder holder, Map<String, ?> because) {
        memberships.endHolder(holder.id());
        Map<String, Object> facts = new HashMap<>(because);
        facts.put("role", holder.role());
        facts.put("person", holder.person());
        audit.record(SYSTEM, "area.release", Subject.of("area", holder.area()), holder.area(), facts);
    }
}
