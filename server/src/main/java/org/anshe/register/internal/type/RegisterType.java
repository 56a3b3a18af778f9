package org.anshe.register.internal.type;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A type as it stands.
 *
 * @param shipped whether it came with the product
 */
public record RegisterType(
        String code, int version, boolean shipped, @Nullable Instant retiredAt, TypeDefinition definition) {}
