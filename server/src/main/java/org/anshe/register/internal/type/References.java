package org.anshe.register.internal.type;

import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;

/** Finds what a field points to: by key or id in a request, by name or code as well in a table. */
public interface References {

    /** The area within the caller's reach, empty when there is none or more than one that fits. */
    Optional<AreaKey> area(String text);

    Optional<UUID> unit(String text);
}
