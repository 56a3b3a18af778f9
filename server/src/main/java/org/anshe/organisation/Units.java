package org.anshe.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** Units as other modules need them: one directory for everybody who leads, cooperates, holds or is checked. */
public interface Units {

    /** What a unit is. */
    enum Kind {
        GOVERNMENT,
        DEPARTMENT,
        STATION,
        COMMUNITY,
        ENTERPRISE,
        COMMITTEE,
        LEADING_GROUP,
        WORKING_GROUP,
        OFFICE
    }

    /**
     * One unit.
     *
     * @param area where it works: a department of the street has the key of the street
     * @param parentId the unit it belongs to, null for none
     */
    record Unit(
            UUID id,
            String name,
            Kind kind,
            AreaKey area,
            @Nullable UUID parentId,
            boolean retired) {}

    record NewUnit(
            UUID id,
            String name,
            Kind kind,
            AreaKey area,
            @Nullable UUID parentId,
            @Nullable String creditCode) {}

    Optional<Unit> find(UUID id);

    /** The unit; one that does not exist or is retired is refused with a problem of this module. */
    Unit getActive(UUID id);

    Map<UUID, Unit> byIds(Collection<UUID> ids);

    /** The unit a document means by this name: working in the area or above it, by name or alias; nearest area first. */
    Optional<Unit> findByName(String name, AreaKey area);

    /** The active unit of each community, by the key of the community; communities without one are left out. */
    Map<AreaKey, Unit> ofCommunities(Collection<AreaKey> communities);

    /** Registers units in one go; those already there are left as they are. */
    void register(Caller caller, List<NewUnit> units);

    /** Gives a person a post in a unit, for example 组长. */
    void appoint(Caller caller, UUID unit, UUID person, String post);
}
