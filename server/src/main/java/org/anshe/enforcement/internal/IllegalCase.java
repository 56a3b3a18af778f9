package org.anshe.enforcement.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.anshe.enforcement.CaseStatus;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A case.
 *
 * @param unitId the unit that found it
 * @param toUnitId the department that was asked to take it or took it
 */
record IllegalCase(
        UUID id,
        String number,
        AreaKey area,
        String domain,
        String act,
        LocalDate foundOn,
        @Nullable UUID unitId,
        @Nullable UUID toUnitId,
        CaseStatus state,
        int version,
        int transfers,
        @Nullable LocalDate concludedOn,
        @Nullable LocalDate exposedOn) {

    static final String KIND = "illegal-case";
    static final String VIEW = "illegal-case.view";
    static final String OPEN = "illegal-case.open";
    static final String TRANSFER = "illegal-case.transfer";
    static final String HANDLE = "illegal-case.handle";
    static final String EXPORT = "illegal-case.export";

    /** Seen where it was found, by the unit that found it and by the department that has it. */
    boolean seenBy(Caller caller) {
        return caller.may(VIEW, area, unitId) || (toUnitId != null && caller.may(VIEW, area, toUnitId));
    }

    /** Who has it now: the department once it was sent, else the unit that found it. */
    @Nullable UUID holder() {
        return toUnitId == null ? unitId : toUnitId;
    }

    CourseRepository.Of course() {
        return new CourseRepository.Of(KIND, id, number, area);
    }
}
