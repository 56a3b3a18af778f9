package org.anshe.campaign.internal.lists;

import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * One row of a part, whatever the part is made of.
 *
 * @param id of the hazard, the measure or the entry
 * @param open whether somebody still has to do something about it; null where that means nothing
 * @param cells texts, codes, days and moments in ISO form, and amounts; what is unknown is left out
 * @param about the entry of another part it belongs to
 * @param version of an own entry; null for the rows of a view
 */
public record ListLine(
        UUID id,
        AreaKey area,
        @Nullable UUID unitId,
        @Nullable Boolean open,
        Map<String, Object> cells,
        @Nullable UUID about,
        @Nullable Integer version) {}
