package org.anshe.deadline.internal;

import static org.anshe.deadline.internal.db.Tables.CALENDAR_DAY;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anshe.deadline.WorkingCalendar;
import org.jooq.DSLContext;
import org.jooq.Row3;
import org.jooq.impl.DSL;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calendar table, filled from {@code data/calendar/china.json} and editable afterwards. A year the table does not
 * know is worked Monday to Friday.
 */
@Repository
@Order(5)
class CalendarRepository implements WorkingCalendar, ApplicationRunner {

    private final DSLContext sql;
    private final JsonMapper json;
    private volatile Map<LocalDate, Boolean> exceptions = Map.of();

    CalendarRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The shipped file: for each year, name of the feast → days. */
    record Shipped(int version, String source, Map<String, Year> years) {}

    record Year(Map<String, List<LocalDate>> holidays, Map<String, List<LocalDate>> workingDays) {}

    @Override
    public void run(ApplicationArguments arguments) {
        List<Row3<LocalDate, Boolean, String>> days = new ArrayList<>();
        read().years().values().forEach(year -> {
            year.holidays().forEach((name, list) -> list.forEach(day -> days.add(day(day, false, name))));
            year.workingDays().forEach((name, list) -> list.forEach(day -> days.add(day(day, true, name))));
        });
        sql.insertInto(CALENDAR_DAY)
                .columns(CALENDAR_DAY.DAY, CALENDAR_DAY.WORKING, CALENDAR_DAY.NAME)
                .valuesOfRows(days)
                .onConflictDoNothing()
                .execute();
        reload();
    }

    void reload() {
        exceptions = Map.copyOf(sql.select(CALENDAR_DAY.DAY, CALENDAR_DAY.WORKING)
                .from(CALENDAR_DAY)
                .fetchMap(CALENDAR_DAY.DAY, CALENDAR_DAY.WORKING));
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

    private static Row3<LocalDate, Boolean, String> day(LocalDate day, boolean working, String name) {
        return DSL.row(day, working, name);
    }
}
