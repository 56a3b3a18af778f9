package org.anshe.shared;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and what that person may do where. A controller takes it as a parameter; a use case takes it first.
 *
 * @param personId null for the system itself
 * @param name as printed on timelines and in the audit trail
 * @param unitId the unit the person belongs to, null for none
 * @param permission what the current request needs; {@link #scope()} is the scope of it
 */
public record Caller(
        @Nullable UUID personId, String name, @Nullable UUID unitId, String permission, Map<String, Scope> scopes) {

    private static final String ALL = "*";

    public Caller {
        scopes = Map.copyOf(scopes);
    }

    /** The system acting on its own: the scheduler, an import at the command line. */
    public static Caller system(String name) {
        return new Caller(null, name, null, ALL, Map.of(ALL, Scope.EVERYTHING));
    }

    /** The scope of the permission this request needs. */
    public Scope scope() {
        return scopeFor(permission);
    }

    public Scope scopeFor(String wanted) {
        Scope all = scopes.get(ALL);
        return all != null ? all : scopes.getOrDefault(wanted, Scope.NONE);
    }

    public boolean may(String wanted) {
        return !scopeFor(wanted).grants().isEmpty();
    }

    /** Whether the caller may do this to a row in this area that this unit holds. */
    public boolean may(String wanted, AreaKey area, @Nullable UUID unit) {
        return scopeFor(wanted).covers(area, unit);
    }

    /** Whether this is the person with this id; the system is nobody. */
    public boolean isPerson(@Nullable UUID id) {
        return personId != null && personId.equals(id);
    }

    /** The same person asking for something else. */
    public Caller with(String other) {
        return new Caller(personId, name, unitId, other, scopes);
    }

    public Set<String> permissions() {
        return scopes.keySet();
    }

    /** The person behind this call; fails for the system. */
    public UUID person() {
        if (personId == null) {
            throw new IllegalStateException("The system is not a person: " + name);
        }
        return personId;
    }
}
