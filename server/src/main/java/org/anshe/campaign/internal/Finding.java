package org.anshe.campaign.internal;

import java.util.UUID;
import org.anshe.campaign.internal.reading.Passage;
import org.jspecify.annotations.Nullable;

/**
 * One thing found in a document.
 *
 * @param read what the reader read; null when a person added it
 * @param data what holds now, as read or as edited
 */
record Finding(UUID id, Passage passage, @Nullable FindingData read, FindingData data, Decision decision, int version) {

    FindingKind kind() {
        return data.kind();
    }

    boolean accepted() {
        return decision == Decision.ACCEPTED;
    }
}
