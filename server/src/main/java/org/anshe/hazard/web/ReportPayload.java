package org.anshe.hazard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.Hazards;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * A report.
 *
 * @param id UUID made by the client
 * @param domain code of the hazard domain dictionary
 * @param photosBefore ids of uploaded files
 * @param repeatOf an earlier hazard that this one repeats
 * @param fixedOnSpot when it was put right at once; needs a photo before and one after
 */
record ReportPayload(
        @NotNull UUID id,
        @NotBlank @Size(max = 2000) String description,
        @NotBlank String domain,
        @NotNull HazardGrade grade,
        @NotNull HazardSource source,
        @Nullable UUID sourceId,
        @NotNull AreaKey areaKey,
        @Nullable UUID objectId,
        @Nullable @Size(max = 300) String place,
        @Nullable @Size(max = 20) List<UUID> photosBefore,
        @Nullable @Valid OnSpotPayload fixedOnSpot,
        @Nullable UUID repeatOf) {

    /** What was done at once. */
    record OnSpotPayload(
            @NotBlank @Size(max = 2000) String measure,
            @NotNull @Size(min = 1, max = 20) List<UUID> photosAfter) {}

    Hazards.Report report() {
        return new Hazards.Report(
                id,
                description,
                domain,
                grade,
                source,
                sourceId,
                areaKey,
                objectId,
                place,
                photosBefore == null ? List.of() : photosBefore,
                fixedOnSpot == null ? null : new Hazards.FixedOnSpot(fixedOnSpot.measure(), fixedOnSpot.photosAfter()));
    }
}
