package org.anshe.deadline;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import org.anshe.deadline.internal.CalendarRepository;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
class CalendarIntegrationTests {

    private static final String YEARS = "/api/calendar-years";
    private static final String NEW_YEAR = day("2031-01-01", false, "元旦");
    private static final String MADE_UP = day("2031-01-04", true, "元旦");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    CalendarRepository start;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate sql;

    private Caller administrator = Caller.system("nobody");

    @BeforeEach
    void whoManagesEverything() {
        administrator = people.everywhere("system-administrator");
    }

    @AfterEach
    void asItWasShipped() throws Exception {
        sql.update("delete from deadline.calendar_day where extract(year from day) in (2020, 2031)");
        sql.update("delete from deadline.calendar_year where year in (2020, 2031)");
        start.run(new DefaultApplicationArguments());
        clock.set(MovableClock.START);
    }

    @Test
    void isForThoseOnlyWhoManageItEverywhere() throws Exception {
        mvc.perform(get(YEARS)).andExpect(status().isUnauthorized());
        mvc.perform(get(YEARS).with(as(people.everywhere("auditor")))).andExpect(status().isForbidden());
        AreaKey street = TestPeople.newStreet();
        Caller ofAStreet = people.with("system-administrator", street);
        mvc.perform(get(YEARS).with(as(ofAStreet))).andExpect(status().isForbidden());
        mvc.perform(get(YEARS + "/2031").with(as(ofAStreet))).andExpect(status().isForbidden());
        replace(ofAStreet, 2031, null, NEW_YEAR).andExpect(status().isForbidden());
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 1, 1))).isTrue();
    }

    @Test
    void aYearThatIsBroughtInCountsAtOnce() throws Exception {
        mvc.perform(get(YEARS + "/2031").with(as(administrator)))
                .andExpect(jsonPath("$.version").isEmpty())
                .andExpect(jsonPath("$.days").isEmpty());

        replace(administrator, 2031, null, NEW_YEAR + "," + MADE_UP)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(0))
                .andExpect(jsonPath("$.days.length()").value(2));

        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 1, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 1, 4)))
                .as("a Saturday that is made up")
                .isTrue();
        mvc.perform(get(YEARS).with(as(administrator)))
                .andExpect(jsonPath("$.years[0].year").value(2031))
                .andExpect(jsonPath("$.years[0].days").value(2))
                .andExpect(jsonPath("$.years[0].changedBy").value(administrator.name()));
        assertThat(sql.queryForObject(
                        "select facts ->> 'added' from audit.entry where action = 'calendar.replace' and actor_id = ?",
                        String.class,
                        administrator.person()))
                .contains("2031-01-01 holiday 元旦", "2031-01-04 working 元旦");
    }

    @Test
    void aDayTakenOutStaysOutAfterTheNextStart() throws Exception {
        LocalDate newYear = LocalDate.of(2020, 1, 1);
        assertThat(calendar.isWorkingDay(newYear)).isFalse();

        replace(administrator, 2020, 0, "").andExpect(status().isOk());
        start.run(new DefaultApplicationArguments());

        assertThat(calendar.isWorkingDay(newYear)).isTrue();
    }

    @Test
    void whoComesSecondIsTold() throws Exception {
        replace(administrator, 2031, null, NEW_YEAR).andExpect(status().isOk());

        replace(administrator, 2031, null, MADE_UP)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
        replace(administrator, 2031, 7, MADE_UP).andExpect(status().isConflict());
        replace(administrator, 2031, 0, MADE_UP).andExpect(jsonPath("$.version").value(1));
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 1, 1))).isTrue();
    }

    @Test
    void refusesADayOfAnotherYearAndADayTwice() throws Exception {
        replace(administrator, 2031, null, NEW_YEAR + "," + day("2032-01-01", false, "元旦") + "," + NEW_YEAR)
                .andExpect(status().isBadRequest())
                .andExpect(
                        jsonPath("$.errors[?(@.pointer=='/days/1/day')].code").value("range"))
                .andExpect(
                        jsonPath("$.errors[?(@.pointer=='/days/2/day')].code").value("duplicate"));
        replace(administrator, 2031, null, day("2031-01-01", false, " ")).andExpect(status().isBadRequest());
        replace(administrator, 1999, null, "").andExpect(status().isBadRequest());
    }

    @Test
    void aYearIsMissedSixtyDaysBeforeItBegins() throws Exception {
        clock.set(LocalDate.of(2026, 11, 1).atStartOfDay(OfficeTime.ZONE).toInstant());
        mvc.perform(get(YEARS).with(as(administrator)))
                .andExpect(jsonPath("$.missing").isEmpty());

        clock.advance(Duration.ofDays(1));
        mvc.perform(get(YEARS).with(as(administrator)))
                .andExpect(jsonPath("$.missing").value(2027));
    }

    private ResultActions replace(Caller caller, int year, @Nullable Integer version, String days) throws Exception {
        return mvc.perform(put(YEARS + "/" + year)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":" + version + ",\"days\":[" + days + "]}"));
    }

    private static String day(String day, boolean working, String name) {
        return "{\"day\":\"" + day + "\",\"working\":" + working + ",\"name\":\"" + name + "\"}";
    }
}
