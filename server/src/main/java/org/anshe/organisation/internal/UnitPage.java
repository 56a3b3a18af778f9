package org.anshe.organisation.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.identity.People;
import org.anshe.identity.People.Person;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.internal.MembershipQueries.Holder;
import org.anshe.organisation.internal.MembershipQueries.Post;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts and holders with the names of the people. */
@Component
public class UnitPage {

    private final MembershipQueries memberships;
    private final UnitRepository units;
    private final People people;

    UnitPage(MembershipQueries memberships, UnitRepository units, People people) {
        this.memberships = memberships;
        this.units = units;
        this.people = people;
    }

    /** Somebody by name. */
    public record Named(UUID id, String name) {}

    /**
     * A post and who holds it today.
     *
     * @param otherUnit the unit whose post this one is bound to; null when a person was named
     * @param people one person, or those who hold the other post today
     */
    public record Member(
            UUID id,
            String post,
            @Nullable Named otherUnit,
            @Nullable String otherPost,
            List<Named> people,
            int sort,
            Instant since,
            @Nullable Instant endedAt) {}

    /** Who holds an area. */
    public record AreaHolder(
            UUID id,
            AreaHolderRole role,
            Named person,
            Instant since,
            @Nullable Instant until) {}

    public List<String> aliases(UUID unit) {
        return units.aliases(unit);
    }

    public List<Member> members(Caller caller, UUID unit) {
        List<Post> posts = memberships.posts(caller.scope(), unit, true);
        Map<UUID, List<UUID>> bound = memberships.holdersByPost(caller.scope(), unit);
        Map<UUID, Person> names = people.byIds(Stream.concat(
                        posts.stream().map(Post::personId).filter(person -> person != null),
                        bound.values().stream().flatMap(Collection::stream))
                .distinct()
                .toList());
        return posts.stream()
                .map(post -> new Member(
                        post.id(),
                        post.post(),
                        post.otherUnitId() == null
                                ? null
                                : new Named(post.otherUnitId(), String.valueOf(post.otherUnitName())),
                        post.otherPost(),
                        named(
                                post.personId() == null
                                        ? bound.getOrDefault(post.id(), List.of())
                                        : List.of(post.personId()),
                                names),
                        post.sort(),
                        post.since(),
                        post.endedAt()))
                .toList();
    }

    public List<AreaHolder> holders(Caller caller, AreaKey area, boolean former) {
        if (!caller.scopeFor("unit.view").covers(area, null)) {
            throw new ProblemException(SharedProblem.NOT_FOUND, "area", area);
        }
        List<Holder> holders = memberships.holders(caller.scope(), area, former);
        Map<UUID, Person> names =
                people.byIds(holders.stream().map(Holder::personId).distinct().toList());
        return holders.stream()
                .map(holder -> new AreaHolder(
                        holder.id(),
                        holder.role(),
                        named(List.of(holder.personId()), names).getFirst(),
                        holder.since(),
                        holder.until()))
                .toList();
    }

    private static List<Named> named(List<UUID> ids, Map<UUID, Person> names) {
        return ids.stream()
                .map(id -> {
                    Person person = names.get(id);
                    return new Named(id, person == null ? "" : person.name());
                })
                .toList();
    }
}
