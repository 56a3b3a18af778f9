package org.anshe.organisation.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.organisation.Units;
import org.anshe.organisation.internal.MembershipRepository.Post;
import org.anshe.organisation.internal.UnitNames.Place;
import org.anshe.organisation.internal.UnitRepository.Match;
import org.anshe.organisation.internal.UnitRepository.Name;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of units as other modules ask for it. */
@Service
class UnitDirectory implements Units {

    private final UnitRepository units;
    private final MembershipRepository memberships;
    private final Areas areas;
    private final AuditTrail audit;

    UnitDirectory(UnitRepository units, MembershipRepository memberships, Areas areas, AuditTrail audit) {
        this.units = units;
        this.memberships = memberships;
        this.areas = areas;
        this.audit = audit;
    }

    @Override
    public Optional<Unit> find(UUID id) {
        return Optional.ofNullable(units.byIds(List.of(id)).get(id));
    }

    @Override
    public Unit getActive(UUID id) {
        Unit unit = find(id).orElseThrow(() -> new ProblemException(OrganisationProblem.UNKNOWN_UNIT, "unit", id));
        if (unit.retired()) {
            throw new ProblemException(OrganisationProblem.RETIRED_UNIT, Map.of("unit", id, "name", unit.name()));
        }
        return unit;
    }

    @Override
    public Map<UUID, Unit> byIds(Collection<UUID> ids) {
        return units.byIds(ids);
    }

    @Override
    public Optional<Unit> findByName(String name, AreaKey area) {
        UnitNames.Parts meant = UnitNames.parts(name, placesDownTo(area));
        Comparator<Match> best = Comparator.comparing((Match match) -> !match.exact())
                .thenComparing(
                        match -> meant.level() != null && match.unit().area().level() != meant.level())
                .thenComparing(match -> match.unit().area().level(), Comparator.reverseOrder())
                .thenComparing(Match::alias);
        return units.matches(name.strip(), meant.normal(), chain(area)).stream()
                .min(best)
                .map(Match::unit);
    }

    @Override
    public Map<AreaKey, Unit> ofCommunities(Collection<AreaKey> communities) {
        return units.ofCommunities(communities);
    }

    @Override
    @Transactional
    public void register(Caller caller, List<NewUnit> list) {
        List<UUID> added = units.add(list);
        Set<UUID> fresh = new HashSet<>(added);
        Map<AreaKey, List<Place>> places = new HashMap<>();
        List<Name> names = new ArrayList<>();
        for (NewUnit unit : list) {
            if (fresh.contains(unit.id())) {
                names.add(name(unit.id(), unit.name(), false, places.computeIfAbsent(unit.area(), this::placesDownTo)));
            }
        }
        units.putNames(added, names);
        if (!added.isEmpty()) {
            AreaKey at = list.size() == 1 ? list.getFirst().area() : null;
            audit.record(caller, "unit.register", Subject.of("units", added.size()), at, Map.of("count", added.size()));
        }
    }

    /** Enters the units of a table. */
    void enter(List<UnitTable.Entry> entries) {
        units.add(entries.stream().map(UnitTable.Entry::unit).toList());
        Map<AreaKey, List<Place>> places = new HashMap<>();
        List<Name> names = new ArrayList<>();
        for (UnitTable.Entry entry : entries) {
            NewUnit unit = entry.unit();
            List<Place> down = places.computeIfAbsent(unit.area(), this::placesDownTo);
            names.addAll(names(unit.id(), unit.name(), entry.aliases(), down));
            if (entry.phone() != null) {
                units.setPhone(unit.id(), entry.phone());
            }
        }
        units.putNames(List.of(), names);
    }

    /** Writes the names a unit goes by; none of them twice. */
    void name(UUID unit, String name, Collection<String> aliases, AreaKey area) {
        units.putNames(List.of(unit), names(unit, name, aliases, placesDownTo(area)));
    }

    private static List<Name> names(UUID unit, String name, Collection<String> aliases, List<Place> places) {
        List<Name> names = new ArrayList<>(List.of(name(unit, name, false, places)));
        aliases.stream()
                .map(String::strip)
                .filter(alias -> !alias.isEmpty() && !alias.equals(name))
                .distinct()
                .forEach(alias -> names.add(name(unit, alias, true, places)));
        return names;
    }

    private static Name name(UUID unit, String name, boolean alias, List<Place> places) {
        return new Name(unit, name.strip(), alias, UnitNames.parts(name, places).normal());
    }

    private List<Place> placesDownTo(AreaKey area) {
        List<AreaKey> chain = chain(area);
        Map<AreaKey, String> names = areas.names(chain);
        return chain.stream()
                .filter(names::containsKey)
                .map(key -> new Place(names.getOrDefault(key, ""), key.level()))
                .toList();
    }

    /** From the province down to the area itself. */
    static List<AreaKey> chain(AreaKey area) {
        List<AreaKey> chain = new ArrayList<>();
        for (@Nullable AreaKey at = area; at != null; at = at.parent().orElse(null)) {
            chain.addFirst(at);
        }
        return chain;
    }

    @Override
    @Transactional
    public void appoint(Caller caller, UUID unit, UUID person, String post) {
        Unit active = getActive(unit);
        if (memberships.isHeldBy(unit, post, person)) {
            return;
        }
        memberships.add(new Post(Ids.next(), unit, post, person, null, null, 0));
        audit.record(
                caller,
                "unit.appoint",
                Subject.of("unit", unit),
                active.area(),
                Map.of("person", person, "post", post.strip()));
    }
}
