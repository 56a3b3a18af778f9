package org.anshe.enforcement.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.JointActionKind;
import org.anshe.shared.AreaKey;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;

/**
 * What is planned.
 *
 * @param unitId the leading unit
 * @param unitIds those that are invited
 */
public record JointActionContent(
        JointActionKind kind,
        String title,
        @Nullable String plan,
        AreaKey area,
        UUID unitId,
        LocalDate plannedFrom,
        LocalDate plannedTo,
        Set<UUID> unitIds,
        List<Place> places) {

    public JointActionContent {
        unitIds = Set.copyOf(unitIds);
        places = List.copyOf(places);
        if (plannedTo.isBefore(plannedFrom)) {
            throw invalid("/plannedTo");
        }
    }

    /** A registered object, or a place in free words. */
    public record Place(@Nullable UUID objectId, @Nullable String words) {

        public Place {
            words = Facts.text(words);
            if ((objectId == null) == (words == null)) {
                throw invalid("/places");
            }
        }
    }

    private static ProblemException invalid(String pointer) {
        return new ProblemException(SharedProblem.INVALID, Map.of(), List.of(new FieldError(pointer, "range")));
    }
}
