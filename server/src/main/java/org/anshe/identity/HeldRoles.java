package org.anshe.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Roles when a person's work is handed over. Rights are not work: they go along only when somebody asks for it who may
 * give them.
 */
public interface HeldRoles {

    /** Why a role does not go along. */
    enum Refusal {
        /** The caller looks after people, but not that far. */
        BEYOND_OWN_SCOPE,
        /** The caller does not hold there what the role permits. */
        BEYOND_OWN_RIGHTS,
        /** Nobody changes the own rights. */
        OWN_ACCOUNT
    }

    /**
     * A role held now.
     *
     * @param names by language
     * @param refusal null when the caller may hand it over
     */
    record HeldRole(
            UUID assignment,
            String role,
            Map<String, String> names,
            @Nullable AreaRange areas,
            @Nullable UUID unit,
            Set<String> permissions,
            @Nullable Refusal refusal) {}

    /** The roles of a person, each with whether this caller may give it to the other. */
    List<HeldRole> of(Caller caller, UUID from, UUID to);

    /** Ends what may be handed over and gives it to the other, who may have it already; returns what went along. */
    List<HeldRole> move(Caller caller, UUID from, UUID to);
}
