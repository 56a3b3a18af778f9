package org.anshe.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** List, to-do board and dashboard as the console asks for them, for a street office and for the district above it. */
final class Pages {

    private static final int WARM_UP = 3;
    private static final int TIMES = 30;

    private final Map<String, String> paths = new LinkedHashMap<>();

    Pages(Ground.Street street, boolean words) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        LocalDate year = today.withDayOfYear(1);
        String half = span(year.withMonth(today.getMonthValue() > 6 ? 7 : 1), today.getMonthValue() > 6 ? year.withMonth(12) : year.withMonth(6));
        paths.put("list newest", "/api/hazards?limit=20");
        paths.put("list of a common domain", "/api/hazards?domain=fire&limit=20");
        paths.put("list of a rare domain", "/api/hazards?domain=other&limit=20");
        paths.put("list submitted", "/api/hazards?state=SUBMITTED&limit=20");
        paths.put("list open", "/api/hazards?open=true&limit=20");
        paths.put("list of two states", "/api/hazards?state=RETURNED&state=REPORTED&limit=20");
        paths.put("list major", "/api/hazards?grade=MAJOR&limit=20");
        paths.put("list major open", "/api/hazards?grade=MAJOR&open=true&limit=20");
        paths.put("list from superiors", "/api/hazards?source=SUPERIOR&limit=20");
        paths.put("list breached, due first", "/api/hazards?clock=BREACHED&sort=DUE&limit=20");
        paths.put("list waiting to be closed", "/api/hazards?waiting=REINSPECT&limit=20");
        paths.put("list of a community", "/api/hazards?area=" + street.community(3) + "&limit=20");
        paths.put("list of a grid", "/api/hazards?area=" + street.grid(3, 4) + "&limit=20");
        paths.put("list of a unit", "/api/hazards?unit=" + street.departments().getFirst() + "&limit=20");
        paths.put("list of a month years ago", "/api/hazards?reportedFrom=" + year.minusYears(3) + "&reportedTo="
                + year.minusYears(3).plusDays(30) + "&limit=20");
        paths.put("list by words", "/api/hazards?q=%E7%81%AD%E7%81%AB%E5%99%A8%E5%8E%8B%E5%8A%9B&limit=20");
        paths.put("list by words, few hits", "/api/hazards?q=28%E5%B9%A230%E5%AE%A4&limit=20");
        if (!words) {
            paths.keySet().removeIf(name -> name.startsWith("list by words"));
        }
        paths.put("list by number", "/api/hazards?q=" + year.getYear() + "-00004&limit=20");
        paths.put("to-do", "/api/hazards/to-do");
        paths.put("dashboard of this half-year", "/api/dashboard?" + half);
        paths.put("dashboard of this month", "/api/dashboard?" + span(today.withDayOfMonth(1), today));
        paths.put("dashboard of last year", "/api/dashboard?" + span(year.minusYears(1), year.minusMonths(1)));
        paths.put("dashboard of a quarter", "/api/dashboard?" + span(year.minusMonths(9), year.minusMonths(7)));
    }

    private static String span(LocalDate from, LocalDate monthOfEnd) {
        return "from=" + from + "&to=" + monthOfEnd.withDayOfMonth(monthOfEnd.lengthOfMonth());
    }

    /** Percentiles in milliseconds, one request after the other. */
    Map<String, Object> measure(ServerUnderTest server, Ground.Worker who) throws Exception {
        HttpClient http = Person.client();
        Person person = new Person(http, server.address()).logIn(who.login(), Ground.PASSWORD);
        Timings times = new Timings(paths.keySet());
        for (Map.Entry<String, String> page : paths.entrySet()) {
            try {
                ask(person, page.getValue(), times, page.getKey());
            } catch (IOException e) {
                times.failed();
                System.err.println("bench: " + page.getKey() + ": " + e.getMessage());
            }
        }
        return times.summary();
    }

    private static void ask(Person person, String path, Timings times, String name) throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < WARM_UP; i++) {
            person.get(path);
        }
        // What takes seconds is known after a few.
        int rounds = System.nanoTime() - begun > 6_000_000_000L ? WARM_UP : TIMES;
        for (int i = 0; i < rounds; i++) {
            times.time(name, () -> person.get(path));
        }
    }

    static List<Ground.Worker> people() {
        return List.of(Ground.ALL.get(2).officer(), Ground.DISTRICT_OFFICER);
    }
}
