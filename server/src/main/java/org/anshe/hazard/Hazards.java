package org.anshe.hazard;

import java.util.List;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** What other modules may ask of the closed loop. */
public interface Hazards {

    /**
     * A hazard that was found.
     *
     * @param id made by whoever found it: reporting again with the same id changes nothing
     * @param domain code of the hazard domain dictionary, for example {@code fire}
     * @param sourceId the check, campaign or report it came from
     * @param photosBefore files uploaded by the caller
     * @param fixedOnSpot when it was put right at once: what was done, with photos after
     */
    record Report(
            UUID id,
            String description,
            String domain,
            HazardGrade grade,
            HazardSource source,
            @Nullable UUID sourceId,
            AreaKey area,
            @Nullable UUID objectId,
            @Nullable String place,
            List<UUID> photosBefore,
            @Nullable FixedOnSpot fixedOnSpot) {}

    record FixedOnSpot(String measure, List<UUID> photosAfter) {}

    /** Takes the report into the loop and returns its number, for example {@code 2026-000123}. */
    String report(Caller caller, Report report);
}
