package org.anshe.hazard.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.hazard.internal.FiveElements.Funding;
import org.anshe.hazard.internal.FiveElements.Responsible;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** What fixing on the spot settles by itself (立查立改): who did it and what, without money; no deadline was ever set. */
final class OnSpot {

    private OnSpot() {}

    static FiveElements elements(Caller caller, String measure) {
        return new FiveElements(
                measure.strip(),
                new Responsible(caller.personId(), caller.name()),
                new Funding.NotNeeded(),
                null,
                null);
    }

    static Map<String, ?> facts(@Nullable String measure, List<UUID> before, List<UUID> after, Map<String, ?> more) {
        Map<String, Object> facts = new LinkedHashMap<>(more);
        if (measure != null) {
            facts.put("measure", measure.strip());
        }
        if (!before.isEmpty()) {
            facts.put("photosBefore", before);
        }
        if (!after.isEmpty()) {
            facts.put("photosAfter", after);
        }
        return facts;
    }
}
