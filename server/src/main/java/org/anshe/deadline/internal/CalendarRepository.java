package org.anshe.deadline.internal;

import static org.anshe.deadline.internal.db.Tables.CALENDAR_DAY;
import static org.anshe.deadline.internal.db.Tables.CALENDAR_YEAR;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anshe.deadline.WorkingCalendar;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calendar table. Years it does not know yet are filled from {@code data/calendar/china.json} at the start; later
 * ones are brought in by {@link ReplaceCalendarYear}. A year nobody knows is worked Monday to Friday.
 */
@Repository
@Order(5)
public class CalendarRepository implements WorkingCalendar, ApplicationRunner {

    private final DSLContext sql;
    private final JsonMapper json;
    private volatile Map<LocalDate, Boolean> exceptions = Map.of();

    CalendarRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The shipped file: for each year, name of the feast → days. */
    record Shipped(int version, String source, Map<String, Year> years) {}

    record Year(Map<String, List<LocalDate>> holidays, Map<String, List<LocalDate>> workingDays) {

        List<SpecialDay> days() {
            List<SpecialDay> days = new ArrayList<>();
            holidays.forEach((name, list) -> list.forEach(day -> days.add(new SpecialDay(day, false, name))));
            workingDays.forEach((name, list) -> list.forEach(day -> days.add(new SpecialDay(day, true, name))));
            return days;
        }
    }

    /** A day that is not as its day of the week would have it. */
    public record SpecialDay(LocalDate day, boolean working, String name) {}

    /**
     * A year the calendar knows.
     *
     * @param days how many special days it has
     * @param changedAt null for a year as it was shipped
     */
    public record KnownYear(
            int year,
            int version,
            int days,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        read().years().forEach((year, shipped) -> {
            if (addYear(Integer.parseInt(year), null, null)) {
                write(shipped.days());
            }
        });
        reload();
    }

    /** Other processes of this installation see a change after some minutes. */
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void reload() {
        exceptions = Map.copyOf(sql.select(CALENDAR_DAY.DAY, CALENDAR_DAY.WORKING)
                .from(CALENDAR_DAY)
                .fetchMap(CALENDAR_DAY.DAY, CALENDAR_DAY.WORKING));
    }

    /** Newest first. */
    List<KnownYear> years() {
        Field<Integer> days = DSL.field(DSL.selectCount().from(CALENDAR_DAY).where(ofYear(CALENDAR_YEAR.YEAR)));
        return sql.select(
                        CALENDAR_YEAR.YEAR,
                        CALENDAR_YEAR.VERSION,
                        days,
                        CALENDAR_YEAR.CHANGED_AT,
                        CALENDAR_YEAR.CHANGED_BY)
                .from(CALENDAR_YEAR)
                .orderBy(CALENDAR_YEAR.YEAR.desc())
                .fetch(Records.mapping(KnownYear::new));
    }

    Optional<Integer> findVersion(int year) {
        return sql.select(CALENDAR_YEAR.VERSION)
                .from(CALENDAR_YEAR)
                .where(CALENDAR_YEAR.YEAR.eq(year))
                .fetchOptional(CALENDAR_YEAR.VERSION);
    }

    /** Names of the special days from the first to the last one. */
    Map<LocalDate, String> names(LocalDate from, LocalDate to) {
        return sql.select(CALENDAR_DAY.DAY, CALENDAR_DAY.NAME)
                .from(CALENDAR_DAY)
                .where(CALENDAR_DAY.DAY.between(from, to))
                .fetchMap(CALENDAR_DAY.DAY, CALENDAR_DAY.NAME);
    }

    List<SpecialDay> days(int year) {
        return sql.select(CALENDAR_DAY.DAY, CALENDAR_DAY.WORKING, CALENDAR_DAY.NAME)
                .from(CALENDAR_DAY)
                .where(ofYear(DSL.val(year)))
                .orderBy(CALENDAR_DAY.DAY)
                .fetch(Records.mapping(SpecialDay::new));
    }

    /** False when the year is known already. */
    boolean addYear(int year, @Nullable String by, @Nullable Instant at) {
        return sql.insertInto(CALENDAR_YEAR)
                        .set(CALENDAR_YEAR.YEAR, year)
                        .set(CALENDAR_YEAR.CHANGED_BY, by)
                        .set(CALENDAR_YEAR.CHANGED_AT, at)
                        .onConflict(CALENDAR_YEAR.YEAR)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** False when the year is not of this version any more. */
    boolean changeYear(int year, int version, String by, Instant at) {
        return sql.update(CALENDAR_YEAR)
                        .set(CALENDAR_YEAR.VERSION, version + 1)
                        .set(CALENDAR_YEAR.CHANGED_BY, by)
                        .set(CALENDAR_YEAR.CHANGED_AT, at)
                        .where(CALENDAR_YEAR.YEAR.eq(year))
                        .and(CALENDAR_YEAR.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void replaceDays(int year, List<SpecialDay> days) {
        sql.deleteFrom(CALENDAR_DAY).where(ofYear(DSL.val(year))).execute();
        write(days);
    }

    private void write(List<SpecialDay> days) {
        if (!days.isEmpty()) {
            sql.insertInto(CALENDAR_DAY)
                    .columns(CALENDAR_DAY.DAY, CALENDAR_DAY.WORKING, CALENDAR_DAY.NAME)
                    .valuesOfRows(days.stream()
                            .map(day -> DSL.row(day.day(), day.working(), day.name()))
                            .toList())
                    .execute();
        }
    }

    private static Condition ofYear(Field<Integer> year) {
        return DSL.extract(CALENDAR_DAY.DAY, DatePart.YEAR).eq(year);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        Boolean exception = exceptions.get(day);
        if (exception != null) {
            return exception;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        LocalDate result = day;
        for (int left = days; left > 0; ) {
            result = result.plusDays(1);
            if (isWorkingDay(result)) {
                left--;
            }
        }
        return result;
    }

    @Override
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate result = day;
        while (!isWorkingDay(result)) {
            result = result.plusDays(1);
        }
        return result;
    }

    private Shipped read() {
        try (InputStream in = new ClassPathResource("data/calendar/china.json").getInputStream()) {
            return json.readValue(in, Shipped.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
