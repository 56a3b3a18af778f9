package org.anshe.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/** Registered objects as other modules need them. */
public interface RegisterObjects {

    /**
     * One object.
     *
     * @param type code of the register, for example {@code small-premises}
     * @param unitId the enterprise or unit that answers for it, null when none is registered
     * @param supervisionClass 1 (closest) to 3, null when not classed
     */
    record RegisterObject(
            UUID id,
            String type,
            String name,
            AreaKey area,
            @Nullable UUID unitId,
            @Nullable String address,
            @Nullable Integer supervisionClass,
            boolean retired) {}

    /** A new object; {@code fields} hold what the schema of its type asks for. */
    record NewObject(
            UUID id,
            String type,
            String name,
            AreaKey area,
            @Nullable UUID unitId,
            @Nullable String address,
            @Nullable Integer supervisionClass,
            Map<String, ?> fields) {}

    /** Which objects a plan is about; empty sets do not restrict. */
    record ObjectFilter(Set<String> types, Set<Integer> supervisionClasses) {}

    /** Empty when there is none or it lies outside the scope. */
    Optional<RegisterObject> find(Scope scope, UUID id);

    Map<UUID, RegisterObject> byIds(Collection<UUID> ids);

    /**
     * Who answers for an object by its own entry: the principal, operator or head, else the contact. Empty when nobody
     * is entered, and to a caller who sees the data about persons of this object only masked.
     */
    Optional<String> answerable(Caller caller, UUID id);

    /** Active objects that match, within the scope, ordered by id, following {@code after}. */
    List<RegisterObject> select(Scope scope, ObjectFilter filter, @Nullable UUID after, int limit);

    long count(Scope scope, ObjectFilter filter);

    /** Codes of the registers there are. */
    Set<String> types();

    /** Registers objects in one go; those already there are left as they are. */
    void register(Caller caller, List<NewObject> objects);
}
