package org.anshe.identity;

import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/** People as whoever hands over their work needs them. */
public interface Colleagues {

    /**
     * Somebody and where that person belongs.
     *
     * @param area null for a person of no single area
     */
    record Colleague(
            UUID id,
            String name,
            @Nullable AreaKey area,
            @Nullable UUID unitId,
            boolean retired) {}

    /** The person, when the scope covers where that person belongs. People of no area are for a scope of everything. */
    Optional<Colleague> find(Scope scope, UUID person);

    /** As {@link #find}, and nobody retires the person until the transaction ends. */
    Optional<Colleague> hold(Scope scope, UUID person);

    /** What the person may do now; empty for one who has left or was disabled. */
    Optional<Caller> active(UUID person);
}
