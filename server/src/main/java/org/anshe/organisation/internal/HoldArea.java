package org.anshe.organisation.internal;

import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.People;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.organisation.internal.MembershipRepository.Holder;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the people who hold an area, and ends it. */
@Service
public class HoldArea {

    private final MembershipRepository memberships;
    private final Areas areas;
    private final People people;
    private final AuditTrail audit;

    HoldArea(MembershipRepository memberships, Areas areas, People people, AuditTrail audit) {
        this.memberships = memberships;
        this.areas = areas;
        this.people = people;
        this.audit = audit;
    }

    @Transactional
    public void hold(Caller caller, AreaKey area, UUID id, AreaHolderRole role, UUID person) {
        requireChange(caller, area);
        areas.getActive(area);
        if (!role.fits(area.level())) {
            throw new ProblemException(OrganisationProblem.WRONG_LEVEL, Map.of("role", role, "level", area.level()));
        }
        if (people.find(person).isEmpty()) {
            throw new ProblemException(OrganisationProblem.UNKNOWN_PERSON, "person", person);
        }
        if (memberships.add(new Holder(id, area, role, person))) {
            audit.record(caller, "area.hold", Subject.of("area", area), area, Map.of("role", role, "person", person));
        }
    }

    @Transactional
    public void end(Caller caller, AreaKey area, UUID id) {
        requireChange(caller, area);
        Holder holder = memberships
                .findRunningHolder(id)
                .filter(running -> running.area().equals(area))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "holder", id));
        memberships.endHolder(id);
        audit.record(
                caller,
                "area.release",
                Subject.of("area", area),
                area,
                Map.of("role", holder.role(), "person", holder.person()));
    }

    private static void requireChange(Caller caller, AreaKey area) {
        if (caller.scopeFor(ManagedUnits.PERMISSION).covers(area, null)) {
            return;
        }
        boolean seen = caller.scopeFor("unit.view").covers(area, null);
        throw seen
                ? new ProblemException(SharedProblem.FORBIDDEN, "permission", ManagedUnits.PERMISSION)
                : new ProblemException(SharedProblem.NOT_FOUND, "area", area);
    }
}
