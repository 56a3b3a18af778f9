package org.anshe.enforcement.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.shared.OfficeTime;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How long departments have to answer, in working days; {@code data/enforcement/terms.json}. */
@Component
class EnforcementTerms {

    private final Content content;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EnforcementTerms(JsonMapper json, WorkingCalendar calendar, Clock clock) {
        try (InputStream in = new ClassPathResource("data/enforcement/terms.json").getInputStream()) {
            content = json.readValue(in, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Content(
            int version,
            String effectiveFrom,
            String source,
            int answerWorkingDays,
            int answerNearWorkingDays,
            int feedbackWorkingDays,
            int feedbackNearDays) {}

    /** From when on something is near, and its last moment. */
    record Term(Instant nearAt, Instant dueAt) {}

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return WorkingCalendar.dayOf(clock.instant());
    }

    /** For the department that was asked now to take a case. */
    Term answer() {
        LocalDate today = today();
        LocalDate last = calendar.plusWorkingDays(today, content.answerWorkingDays());
        LocalDate near = calendar.plusWorkingDays(
                today, Math.max(0, content.answerWorkingDays() - content.answerNearWorkingDays()));
        return new Term(near.atStartOfDay(OfficeTime.ZONE).toInstant(), WorkingCalendar.endOf(last));
    }

    /** The last day for feedback when nobody names one. */
    LocalDate feedbackDay() {
        return calendar.plusWorkingDays(today(), content.feedbackWorkingDays());
    }

    /** For feedback that is due on a day. */
    Term feedback(LocalDate last) {
        Instant due = WorkingCalendar.endOf(last);
        Instant near = last.minusDays(content.feedbackNearDays())
                .atStartOfDay(OfficeTime.ZONE)
                .toInstant();
        return new Term(near.isBefore(now()) && now().isBefore(due) ? now() : near, due);
    }
}
