package org.anshe.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** People as other modules need them: names, units, roles. */
public interface People {

    /**
     * A person.
     *
     * @param unitId null for a person of no unit
     */
    record Person(UUID id, String name, @Nullable UUID unitId) {}

    /** A new person; without a login when {@code login} is null. */
    record NewPerson(
            UUID id,
            String name,
            @Nullable UUID unitId,
            @Nullable String phone,
            @Nullable String login,
            @Nullable String password) {}

    Optional<Person> find(UUID id);

    Map<UUID, Person> byIds(Collection<UUID> ids);

    /** Registers people in one go; those already there are left as they are. Passwords are hashed once each. */
    void register(Caller caller, List<NewPerson> people);

    /** Gives a role to a person within an area range and/or for a unit. */
    void assign(Caller caller, UUID person, String role, @Nullable AreaRange areas, @Nullable UUID unit);

    /** The person as a caller with everything that person may do now; for work done on a person's behalf. */
    Caller callerOf(UUID person);
}
