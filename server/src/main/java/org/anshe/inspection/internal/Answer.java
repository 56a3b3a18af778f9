package org.anshe.inspection.internal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one item.
 *
 * @param grade of the hazard a failed item opens; null takes the item's own
 * @param measure what was done at once when the fault was put right on the spot, null when it was not
 * @param photosAfter of the fault put right
 */
public record Answer(
        @NotBlank String itemCode,
        @NotNull Result result,
        @Nullable @Size(max = 1000) String note,
        @Nullable HazardGrade grade,
        @Nullable @Size(max = 1000) String measure,
        @Nullable @Size(max = 20) List<UUID> photos,
        @Nullable @Size(max = 20) List<UUID> photosAfter) {

    public enum Result {
        PASS,
        FAIL,
        NOT_APPLICABLE
    }

    public Answer {
        note = note == null || note.isBlank() ? null : note.strip();
        measure = measure == null || measure.isBlank() ? null : measure.strip();
        photos = photos == null ? List.of() : List.copyOf(photos);
        photosAfter = photosAfter == null ? List.of() : List.copyOf(photosAfter);
    }

    /** The photos before; never null once made. */
    List<UUID> before() {
        return photos == null ? List.of() : photos;
    }

    List<UUID> after() {
        return photosAfter == null ? List.of() : photosAfter;
    }

    boolean failed() {
        return result == Result.FAIL;
    }
}
