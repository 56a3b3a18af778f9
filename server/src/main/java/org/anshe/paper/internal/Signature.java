package org.anshe.paper.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature in a place of a paper.
 *
 * @param witness who saw the refusal, null for a signature
 * @param image PNG, null when it was or will be written on the printed paper, or refused
 */
public record Signature(
        UUID id,
        String place,
        String name,
        Way way,
        @Nullable String witness,
        byte @Nullable [] image,
        Instant recordedAt,
        String recordedBy) {

    /** Drawn on a screen, by hand on the print, or refused. */
    public enum Way {
        DRAWN,
        ON_PAPER,
        REFUSED
    }
}
