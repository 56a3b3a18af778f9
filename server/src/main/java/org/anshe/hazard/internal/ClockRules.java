package org.anshe.hazard.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long each clock runs, from {@code data/clocks/hazard.json}: the version in force on the day the clock starts, and
 * of its rules the one that names most of clock, grade and domain. Limits end with a day, never in the middle of it.
 */
@Component
class ClockRules {

    private final List<Version> versions;
    private final WorkingCalendar calendar;

    ClockRules(JsonMapper json, WorkingCalendar calendar) {
        this.calendar = calendar;
        try (InputStream in = new ClassPathResource("data/clocks/hazard.json").getInputStream()) {
            this.versions = json.readValue(in, File.class).versions().stream()
                    .sorted(Comparator.comparing(Version::effectiveFrom).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record File(String source, List<Version> versions) {}

    record Version(LocalDate effectiveFrom, int nearPercent, List<Rule> rules) {}

    /** Days after the day it starts, which does not count; 0 ends with that day, or with the next one worked. */
    record Rule(
            HazardClock clock,
            @Nullable HazardGrade grade,
            @Nullable String domain,
            int days,
            @JsonProperty("of") Days kind) {

        boolean fits(HazardClock wanted, HazardGrade of, String in) {
            return clock == wanted && (grade == null || grade == of) && (domain == null || domain.equals(in));
        }

        /** The domain weighs less than the grade: a major hazard has a law of its own. */
        int exactness() {
            return (grade == null ? 0 : 2) + (domain == null ? 0 : 1);
        }
    }

    enum Days {
        WORKING,
        CALENDAR
    }

    RunningClock start(HazardClock clock, HazardGrade grade, String domain, Instant from) {
        LocalDate day = WorkingCalendar.dayOf(from);
        Version version = inForce(day);
        Rule rule = version.rules().stream()
                .filter(one -> one.fits(clock, grade, domain))
                .max(Comparator.comparingInt(Rule::exactness))
                .orElseThrow(() -> new IllegalStateException("No rule for the clock " + clock));
        return running(clock, from, WorkingCalendar.endOf(lastDay(rule, day)));
    }

    /** A clock whose end somebody chose. */
    RunningClock running(HazardClock clock, Instant from, Instant dueAt) {
        long whole = Math.max(0, Duration.between(from, dueAt).toMillis());
        int percent = inForce(WorkingCalendar.dayOf(from)).nearPercent();
        Instant nearAt = from.plusMillis(whole / 100 * percent + whole % 100 * percent / 100);
        return new RunningClock(clock, nearAt.isAfter(dueAt) ? dueAt : nearAt, dueAt);
    }

    private LocalDate lastDay(Rule rule, LocalDate day) {
        return switch (rule.kind()) {
            case CALENDAR -> day.plusDays(rule.days());
            case WORKING -> rule.days() == 0 ? calendar.onOrAfter(day) : calendar.plusWorkingDays(day, rule.days());
        };
    }

    private Version inForce(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst()
                .orElse(versions.getLast());
    }
}
