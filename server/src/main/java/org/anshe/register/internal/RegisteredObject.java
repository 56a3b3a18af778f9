package org.anshe.register.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object with everything that is known about it.
 *
 * @param version counts the changes; a change names the version it was made from
 */
public record RegisteredObject(
        UUID id,
        String type,
        int typeVersion,
        ObjectContent content,
        @Nullable Integer supervisionClass,
        @Nullable Instant classSince,
        int version,
        Instant registeredAt,
        String registeredBy,
        @Nullable UUID importId,
        Instant changedAt,
        @Nullable Instant retiredAt,
        @Nullable String retiredReason) {

    /** The object after its content was changed. */
    RegisteredObject changedTo(ObjectContent later, int ofTypeVersion, Instant at) {
        return new RegisteredObject(
                id,
                type,
                ofTypeVersion,
                later,
                supervisionClass,
                classSince,
                version + 1,
                registeredAt,
                registeredBy,
                importId,
                at,
                retiredAt,
                retiredReason);
    }

    /** The object after its class was set. */
    RegisteredObject classed(@Nullable Integer given, Instant at) {
        return new RegisteredObject(
                id,
                type,
                typeVersion,
                content,
                given,
                at,
                version + 1,
                registeredAt,
                registeredBy,
                importId,
                at,
                retiredAt,
                retiredReason);
    }

    boolean isRetired() {
        return retiredAt != null;
    }
}
