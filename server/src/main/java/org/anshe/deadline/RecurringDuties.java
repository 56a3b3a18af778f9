package org.anshe.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** Duties that come back every day, week, month or quarter, and their occurrences. */
public interface RecurringDuties {

    /**
     * A duty.
     *
     * @param subject kind of record it comes from, for example {@code campaign}
     * @param every P1D, P1W, P1M, P3M, P6M or P1Y
     * @param times how often within each period
     * @param until last day, null without end
     */
    record Duty(
            UUID id,
            String subject,
            UUID subjectId,
            String title,
            AreaKey area,
            @Nullable UUID unitId,
            Period every,
            int times,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** Puts duties into the calendar; their occurrences appear as their periods begin. Idempotent on the id. */
    void register(Caller caller, List<Duty> duties);

    /** Ends duties as of now; what was done stays. */
    void end(Caller caller, String subject, UUID subjectId);
}
