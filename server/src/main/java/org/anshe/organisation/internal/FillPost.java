package org.anshe.organisation.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.People;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.organisation.Units.Unit;
import org.anshe.organisation.internal.MembershipRepository.Post;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a post in a unit to a person, or binds it to a post of another unit, so that whoever holds that one holds this
 * one too; and ends it.
 */
@Service
public class FillPost {

    private final MembershipRepository memberships;
    private final UnitDirectory directory;
    private final ManagedUnits managed;
    private final People people;
    private final AuditTrail audit;

    FillPost(
            MembershipRepository memberships,
            UnitDirectory directory,
            ManagedUnits managed,
            People people,
            AuditTrail audit) {
        this.memberships = memberships;
        this.directory = directory;
        this.managed = managed;
        this.people = people;
        this.audit = audit;
    }

    /** A post and who fills it: a person, or a unit with one of its posts. */
    public record Filling(
            String post,
            @Nullable UUID personId,
            @Nullable UUID otherUnitId,
            @Nullable String otherPost,
            int sort) {}

    @Transactional
    public void fill(Caller caller, UUID unit, UUID id, Filling filling) {
        Unit at = managed.take(caller, unit);
        Map<String, Object> facts = new HashMap<>(Map.of("post", filling.post().strip()));
        if (filling.personId() != null) {
            UUID person = filling.personId();
            if (people.find(person).isEmpty()) {
                throw new ProblemException(OrganisationProblem.UNKNOWN_PERSON, "person", person);
            }
            facts.put("person", person);
        }
        if (filling.otherUnitId() != null) {
            UUID other = directory.getActive(filling.otherUnitId()).id();
            if (memberships.refersTo(other, unit)) {
                throw new ProblemException(OrganisationProblem.POST_CIRCLE);
            }
            facts.put("otherUnit", other);
        }
        String otherPost =
                filling.otherPost() == null ? null : filling.otherPost().strip();
        boolean added = memberships.add(new Post(
                id, unit, filling.post(), filling.personId(), filling.otherUnitId(), otherPost, filling.sort()));
        if (added) {
            audit.record(caller, "unit.appoint", Subject.of("unit", unit), at.area(), facts);
        }
    }

    /** Ends a post; who held it and when stays on record. */
    @Transactional
    public void end(Caller caller, UUID unit, UUID id) {
        Unit at = managed.take(caller, unit);
        Post post = memberships
                .findRunning(id)
                .filter(running -> running.unit().equals(unit))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "member", id));
        memberships.end(id);
        audit.record(caller, "unit.dismiss", Subject.of("unit", unit), at.area(), Map.of("post", post.post()));
    }
}
