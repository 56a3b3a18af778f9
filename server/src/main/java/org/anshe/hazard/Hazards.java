package org.anshe.hazard;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/** What other modules may ask of the closed loop. */
public interface Hazards {

    /**
     * A hazard that was found.
     *
     * @param id made by whoever found it: reporting again with the same id changes nothing
     * @param domain code of the hazard domain dictionary, for example {@code fire}
     * @param sourceId the check, campaign or report it came from
     * @param photosBefore files uploaded by the caller; at least one picture when it was fixed on the spot
     * @param fixedOnSpot when it was put right at once: what was done, with at least one picture after
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

    /** A hazard in short, for the record it came from. */
    record Summary(UUID id, String number, HazardGrade grade, HazardStatus state) {}

    /** The hazards that came from each of these checks or campaigns, as far as the scope shows them. */
    Map<UUID, List<Summary>> bySource(Scope scope, Collection<UUID> sourceIds);

    /** The first deadline among the open hazards that came from a check, as far as the scope shows them. */
    Optional<Instant> firstDeadline(Scope scope, UUID sourceId);

    /** Takes the report into the loop and returns its number, for example {@code 2026-000123}. */
    String report(Caller caller, Report report);

    /**
     * As {@link #report}, for what was found at a place the caller had been sent to: it is taken even when the object
     * has meanwhile moved out of the caller's areas, or its area was merged into another.
     */
    String reportFound(Caller caller, Report report);

    /** Whether there is a hazard domain of this code. */
    boolean isDomain(String code);
}
