package org.anshe.organisation.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.identity.Colleagues;
import org.anshe.identity.Colleagues.Colleague;
import org.anshe.identity.HeldRoles;
import org.anshe.identity.HeldRoles.HeldRole;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.HeldWork.Look;
import org.anshe.organisation.WorkTransfer;
import org.anshe.organisation.internal.HandOverParts.Part;
import org.anshe.organisation.internal.HandOverParts.Share;
import org.anshe.organisation.internal.HandOverRepository.HandOver;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a person holds, and what a hand-over would move, without moving it. */
@Service
public class PreviewHandOver {

    private final HandOverParts parts;
    private final HandOverWork execution;
    private final Colleagues colleagues;
    private final HeldRoles roles;
    private final Clock clock;

    PreviewHandOver(HandOverParts parts, HandOverWork execution, Colleagues colleagues, HeldRoles roles, Clock clock) {
        this.parts = parts;
        this.execution = execution;
        this.colleagues = colleagues;
        this.roles = roles;
        this.clock = clock;
    }

    /** How much of one kind a person holds where the caller hands over work, and whether there is more elsewhere. */
    public record Held(String kind, int count, boolean elsewhere, List<HeldWork.Item> examples) {}

    /** Everything a person holds. */
    public record Holdings(Colleague person, List<Held> work) {}

    /** What one kind of work comes to for one successor. */
    public record ShareLook(
            UUID successor,
            String successorName,
            String kind,
            @Nullable AreaKey area,
            Look look) {}

    /**
     * What would happen.
     *
     * @param roles those that were asked for, each with whether it goes along
     */
    public record Preview(List<ShareLook> shares, List<HeldRole> roles) {}

    @Transactional(readOnly = true)
    public Holdings holdings(Caller caller, UUID person) {
        Colleague from = from(caller, person);
        WorkTransfer all = HandOverWork.transfer(
                caller,
                record(caller, from),
                new Share(
                        new Part(caller.person(), Set.of(), null, false),
                        parts.kinds().getFirst(),
                        List.of(),
                        List.of()),
                Map.of(caller.person(), caller));
        return new Holdings(
                from,
                parts.kinds().stream()
                        .map(work -> held(work, work.look(all)))
                        .filter(held -> held.count() > 0 || held.elsewhere())
                        .toList());
    }

    private static Held held(HeldWork work, Look look) {
        List<HeldWork.Item> examples = new ArrayList<>(look.examples());
        examples.addAll(look.keptExamples());
        return new Held(
                work.kind(),
                look.movable() + look.kept(),
                look.elsewhere(),
                examples.stream().limit(HeldWork.EXAMPLES).toList());
    }

    @Transactional(readOnly = true)
    public Preview preview(Caller caller, UUID person, List<Part> asked) {
        Colleague from = from(caller, person);
        List<Share> shares = parts.shares(from.id(), asked);
        Map<UUID, Caller> successors = new HashMap<>();
        List<HeldRole> going = new ArrayList<>();
        for (Part part : asked) {
            UUID to = part.successor();
            Caller successor = execution.successor(caller, to, false);
            if (part.roles()) {
                going.addAll(roles.of(caller, from.id(), to));
            }
            successors.putIfAbsent(to, successor);
        }
        asked.stream()
                .filter(Part::roles)
                .forEach(part -> successors.computeIfPresent(
                        part.successor(),
                        (id, successor) -> HandOverParts.with(
                                successor,
                                going.stream()
                                        .filter(role -> role.refusal() == null)
                                        .toList())));
        HandOver record = record(caller, from);
        List<ShareLook> looks = new ArrayList<>();
        for (Share share : shares) {
            WorkTransfer transfer = HandOverWork.transfer(caller, record, share, successors);
            Look look = share.work().look(transfer);
            if (look.movable() > 0 || look.kept() > 0 || look.elsewhere()) {
                looks.add(new ShareLook(
                        transfer.to().person(),
                        transfer.to().name(),
                        share.work().kind(),
                        share.part().area(),
                        look));
            }
        }
        return new Preview(looks, going);
    }

    private Colleague from(Caller caller, UUID person) {
        return colleagues
                .find(caller.scopeFor(HandOverWork.PERMISSION), person)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    /** The record there would be. */
    private HandOver record(Caller caller, Colleague from) {
        return new HandOver(
                Ids.next(),
                from,
                "",
                clock.instant().atZone(OfficeTime.ZONE).toLocalDate(),
                clock.instant(),
                caller.personId(),
                caller.name());
    }
}
