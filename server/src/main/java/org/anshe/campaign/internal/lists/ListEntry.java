package org.anshe.campaign.internal.lists;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that a list holds itself.
 *
 * @param about the entry of another part it belongs to
 */
public record ListEntry(
        UUID id,
        String part,
        int position,
        @Nullable UUID about,
        Map<String, String> cells,
        Instant changedAt,
        String changedByName,
        @Nullable String withdrawReason,
        int version) {

    public ListEntry {
        cells = Map.copyOf(cells);
    }
}
