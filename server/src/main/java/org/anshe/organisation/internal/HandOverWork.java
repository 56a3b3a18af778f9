package org.anshe.organisation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.Colleagues;
import org.anshe.identity.Colleagues.Colleague;
import org.anshe.identity.HeldRoles;
import org.anshe.identity.HeldRoles.HeldRole;
import org.anshe.organisation.HeldWork.Item;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.organisation.WorkTransfer;
import org.anshe.organisation.internal.HandOverParts.Part;
import org.anshe.organisation.internal.HandOverParts.Share;
import org.anshe.organisation.internal.HandOverRepository.Done;
import org.anshe.organisation.internal.HandOverRepository.HandOver;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the open work of a person to successors: all kinds in one transaction. What cannot be moved stays with the
 * person and is counted; what was done before stays in that person's name.
 */
@Service
public class HandOverWork {

    static final String PERMISSION = "work.hand-over";
    static final String ROLES = "role";

    private final HandOverParts parts;
    private final HandOverRepository handOvers;
    private final Colleagues colleagues;
    private final HeldRoles roles;
    private final AuditTrail audit;
    private final Clock clock;

    HandOverWork(
            HandOverParts parts,
            HandOverRepository handOvers,
            Colleagues colleagues,
            HeldRoles roles,
            AuditTrail audit,
            Clock clock) {
        this.parts = parts;
        this.handOvers = handOvers;
        this.colleagues = colleagues;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is asked for; {@code day} is when it was handed over in the office. */
    public record Wanted(UUID id, UUID person, String reason, LocalDate day, List<Part> parts) {

        public Wanted {
            parts = List.copyOf(parts);
        }
    }

    /** Idempotent on the id. */
    @Transactional
    public void handOver(Caller caller, Wanted wanted) {
        Instant now = clock.instant();
        if (wanted.day().isAfter(now.atZone(OfficeTime.ZONE).toLocalDate())) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), List.of(new FieldError("/handedOn", "future")));
        }
        Colleague from = colleagues
                .hold(caller.scopeFor(PERMISSION), wanted.person())
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        List<Share> shares = parts.shares(from.id(), wanted.parts());
        HandOver record = new HandOver(
                wanted.id(), from, wanted.reason().strip(), wanted.day(), now, caller.personId(), caller.name());
        if (!handOvers.add(record)) {
            requireSame(record);
            return;
        }
        Map<UUID, Caller> successors = new LinkedHashMap<>();
        wanted.parts().forEach(part -> successors.put(part.successor(), successor(caller, part.successor(), true)));
        List<Done> done = new ArrayList<>(moveRoles(caller, from, wanted.parts(), successors));
        for (Share share : shares) {
            WorkTransfer transfer = transfer(caller, record, share, successors);
            List<Item> moved = share.work().move(transfer);
            int kept = share.work().look(transfer).kept();
            if (!moved.isEmpty() || kept > 0) {
                done.add(new Done(
                        share.work().kind(), transfer.to(), share.part().area(), moved, kept));
            }
        }
        if (done.stream().allMatch(one -> one.items().isEmpty())) {
            throw new ProblemException(OrganisationProblem.NOTHING_MOVES);
        }
        handOvers.addShares(wanted.id(), done);
        record(caller, record, done);
    }

    /** Somebody in the caller's reach who can work. */
    Caller successor(Caller caller, UUID person, boolean hold) {
        Scope reach = caller.scopeFor(PERMISSION);
        if ((hold ? colleagues.hold(reach, person) : colleagues.find(reach, person)).isEmpty()) {
            throw new ProblemException(OrganisationProblem.UNKNOWN_PERSON, "person", person);
        }
        return colleagues
                .active(person)
                .orElseThrow(() -> new ProblemException(OrganisationProblem.SUCCESSOR_INACTIVE, "person", person));
    }

    /** Roles go first: whoever takes over the work may need them for it. */
    private List<Done> moveRoles(Caller caller, Colleague from, List<Part> asked, Map<UUID, Caller> successors) {
        for (Part part : asked) {
            if (part.roles()) {
                UUID to = part.successor();
                List<HeldRole> held = roles.of(caller, from.id(), to);
                List<HeldRole> moved = roles.move(caller, from.id(), to);
                Caller now = successor(caller, to, true);
                successors.put(to, now);
                List<Item> items = moved.stream()
                        .map(role -> new Item(role.assignment(), role.role(), from.area(), from.unitId()))
                        .toList();
                return held.isEmpty()
                        ? List.of()
                        : List.of(new Done(ROLES, now, null, items, held.size() - moved.size()));
            }
        }
        return List.of();
    }

    static WorkTransfer transfer(Caller caller, HandOver record, Share share, Map<UUID, Caller> successors) {
        Caller to = successors.get(share.part().successor());
        if (to == null) {
            throw new IllegalStateException("No successor " + share.part().successor());
        }
        return new WorkTransfer(
                record.id(),
                caller,
                caller.scopeFor(PERMISSION),
                new WorkTransfer.Named(record.from().id(), record.from().name()),
                to,
                share.within(),
                share.except(),
                record.reason(),
                record.day(),
                record.at());
    }

    /** A repeat of the request is answered like the first; the id of another hand-over is refused. */
    private void requireSame(HandOver record) {
        if (!handOvers.isOf(record.id(), record.from().id(), record.byId())) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
    }

    private void record(Caller caller, HandOver record, List<Done> done) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        done.forEach(one -> counts.merge(one.kind(), one.items().size(), Integer::sum));
        Colleague from = record.from();
        audit.record(
                caller,
                "work.hand-over",
                Subject.of("person", from.id()),
                from.area(),
                Map.of("name", from.name(), "handOver", record.id(), "reason", record.reason(), "moved", counts));
        done.stream().map(Done::to).distinct().forEach(to -> {
            Map<String, Integer> taken = new LinkedHashMap<>();
            done.stream()
                    .filter(one -> one.to().equals(to))
                    .forEach(one -> taken.merge(one.kind(), one.items().size(), Integer::sum));
            audit.record(
                    caller,
                    "work.take-over",
                    Subject.of("person", to.person()),
                    from.area(),
                    Map.of("name", to.name(), "from", from.name(), "handOver", record.id(), "moved", taken));
        });
    }
}
