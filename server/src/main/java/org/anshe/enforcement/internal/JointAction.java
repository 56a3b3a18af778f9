package org.anshe.enforcement.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.attachment.Attachments;
import org.anshe.enforcement.JointActionKind;
import org.anshe.enforcement.JointActionStatus;
import org.anshe.enforcement.UnitAnswer;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A joint action with its units.
 *
 * @param unitId the leading unit
 */
record JointAction(
        UUID id,
        String number,
        JointActionKind kind,
        String title,
        AreaKey area,
        UUID unitId,
        LocalDate plannedFrom,
        LocalDate plannedTo,
        JointActionStatus state,
        int version,
        @Nullable LocalDate heldOn,
        List<Part> parts) {

    static final String KIND = "joint-action";
    static final String VIEW = "joint-action.view";
    static final String ARRANGE = "joint-action.arrange";
    static final String TAKE_PART = "joint-action.take-part";

    JointAction {
        parts = List.copyOf(parts);
    }

    /** One unit of it. */
    record Part(UUID id, UUID unitId, UnitAnswer answer, boolean tookPart, boolean fedBack) {

        /** Who came says what it did; the leading unit says it in the summary. */
        boolean owes() {
            return tookPart && answer != UnitAnswer.LEADING && !fedBack;
        }
    }

    /** Seen where it takes place, and by every unit of it wherever that works. */
    boolean seenBy(Caller caller) {
        return parts.stream().anyMatch(part -> caller.may(VIEW, area, part.unitId()));
    }

    List<Part> owing() {
        return parts.stream().filter(Part::owes).toList();
    }

    CourseRepository.Of course() {
        return new CourseRepository.Of(KIND, id, number, area);
    }

    /** Files are opened by all units that were invited, as the action itself. */
    Attachments.Owner owner() {
        Set<UUID> partners = parts.stream()
                .map(Part::unitId)
                .filter(unit -> !unit.equals(unitId))
                .collect(Collectors.toSet());
        return new Attachments.Owner(KIND, id, area, unitId, partners, VIEW);
    }
}
