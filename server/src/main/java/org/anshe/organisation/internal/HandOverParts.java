package org.anshe.organisation.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anshe.identity.HeldRoles.HeldRole;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what somebody asked for apart: one share for each successor and kind of work. */
@Component
public class HandOverParts {

    private final List<HeldWork> kinds;
    private final Areas areas;

    HandOverParts(List<HeldWork> kinds, Areas areas) {
        this.kinds = kinds.stream().sorted(Comparator.comparing(HeldWork::kind)).toList();
        this.areas = areas;
    }

    /**
     * What one successor is to take over.
     *
     * @param work kinds of work; all of them when empty
     * @param area only what lies there; null for everything that no other part takes
     * @param roles whether the roles go along
     */
    public record Part(
            UUID successor, Set<String> work, @Nullable AreaKey area, boolean roles) {

        public Part {
            work = Set.copyOf(work);
        }

        boolean takes(String kind) {
            return work.isEmpty() || work.contains(kind);
        }
    }

    /** One kind of work that goes to one successor; an area inside of its own that another share names is left to that. */
    record Share(Part part, HeldWork work, List<AreaRange> within, List<AreaRange> except) {}

    List<HeldWork> kinds() {
        return kinds;
    }

    /** Refused when a kind is unknown, when the leaver succeeds oneself, or when two parts ask for the same. */
    List<Share> shares(UUID from, List<Part> parts) {
        Set<String> known = kinds.stream().map(HeldWork::kind).collect(Collectors.toSet());
        List<FieldError> unknown = IntStream.range(0, parts.size())
                .filter(index -> !known.containsAll(parts.get(index).work()))
                .mapToObj(index -> new FieldError("/parts/" + index + "/work", "unknown"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), unknown);
        }
        if (parts.stream().anyMatch(part -> part.successor().equals(from))) {
            throw new ProblemException(OrganisationProblem.SAME_PERSON);
        }
        if (parts.stream().filter(Part::roles).count() > 1) {
            throw new ProblemException(OrganisationProblem.SHARES_OVERLAP, "work", "role");
        }
        List<Share> shares = new ArrayList<>();
        for (HeldWork work : kinds) {
            List<Part> takers =
                    parts.stream().filter(part -> part.takes(work.kind())).toList();
            takers.forEach(part -> shares.add(share(part, work, takers)));
        }
        return shares;
    }

    private Share share(Part part, HeldWork work, List<Part> takers) {
        List<AreaRange> except = new ArrayList<>();
        for (Part other : takers) {
            if (other == part) {
                continue;
            }
            Optional<AreaKey> mine = Optional.ofNullable(part.area());
            Optional<AreaKey> theirs = Optional.ofNullable(other.area());
            if (mine.equals(theirs)) {
                throw new ProblemException(OrganisationProblem.SHARES_OVERLAP, "work", work.kind());
            }
            theirs.filter(area -> mine.isEmpty() || mine.get().contains(area))
                    .ifPresent(area -> except.addAll(areas.ranges(area)));
        }
        return new Share(part, work, areas.rangesOf(part.area()), except);
    }

    /** The successor as one who has been given these roles besides. */
    static Caller with(Caller successor, Collection<HeldRole> roles) {
        Map<String, Scope> scopes = new HashMap<>(successor.scopes());
        for (HeldRole role : roles) {
            Scope held = new Scope(List.of(new Scope.Grant(role.areas(), role.unit())));
            role.permissions().forEach(permission -> scopes.merge(permission, held, HandOverParts::both));
        }
        return new Caller(successor.personId(), successor.name(), successor.unitId(), successor.permission(), scopes);
    }

    private static Scope both(Scope one, Scope other) {
        List<Scope.Grant> grants = new ArrayList<>(one.grants());
        grants.addAll(other.grants());
        return new Scope(grants);
    }
}
