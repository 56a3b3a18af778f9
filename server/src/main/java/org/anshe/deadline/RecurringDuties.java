package org.anshe.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
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

    /**
     * Moves the last day of duties that run; null takes it away. Open periods fall due anew, those after the day fall
     * away; a duty that would begin after it ends.
     */
    void moveEnd(Caller caller, Collection<UUID> duties, @Nullable LocalDate until);

    /** Ends duties as of now; what was done stays, and what is open does not fall due any more. */
    void end(Caller caller, String subject, UUID subjectId);
}
