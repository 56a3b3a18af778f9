package org.anshe.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Hazards driven through their whole life over HTTP, each step by the person who may take it, without pauses. */
final class Lives {

    static final List<String> STEPS = List.of("report", "confirm", "assign", "submit", "close", "list");

    private static final List<String> PAGES = List.of(
            "/api/hazards?domain=fire&limit=20",
            "/api/hazards?state=SUBMITTED&limit=20",
            "/api/hazards?open=true&limit=20",
            "/api/hazards?grade=MAJOR&limit=20");

    /** A server that has been up for a day compiles no more; waited for until it hardly does, some minutes at most. */
    private static final double STILL_COMPILING = 0.05;

    private static final Duration WARM_UP = Duration.ofMinutes(8);
    private static final Duration LAST_NOTICES = Duration.ofSeconds(3);
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final ServerUnderTest server;
    private final List<Crew> crews = new ArrayList<>();

    Lives(ServerUnderTest server) {
        this.server = server;
    }

    /** The people around one connection, each with a session of their own. */
    record Crew(
            long area, UUID department, UUID handlerId, Person reporter, Person officer, Person handler, Person closer,
            UUID picture) {

        static Crew logIn(HttpClient http, String address, int number) throws IOException, InterruptedException {
            Ground.Street street = Ground.ALL.get(number % Ground.STREETS);
            int community = number % Ground.COMMUNITIES;
            int department = number % Ground.DEPARTMENTS;
            Person handler = person(http, address, street.handlers().get(department));
            return new Crew(
                    street.grid(community, number % Ground.GRIDS),
                    street.departments().get(department),
                    street.handlers().get(department).id(),
                    person(http, address, street.reporters().get(community)),
                    person(http, address, street.officer()),
                    handler,
                    person(http, address, street.closer()),
                    handler.upload());
        }

        private static Person person(HttpClient http, String address, Ground.Worker who)
                throws IOException, InterruptedException {
            return new Person(http, address).logIn(who.login(), Ground.PASSWORD);
        }

        void live(UUID id, String page, Timings times) throws Exception {
            String hazard = "/api/hazards/" + id;
            times.time("report", () -> reporter.post("/api/hazards", """
                    {"id": "%s", "description": "楼道堆放杂物，占用疏散通道", "domain": "fire", "grade": "GENERAL",
                     "source": "PATROL", "areaKey": "%d", "place": "3幢2单元"}""".formatted(id, area)));
            times.time("confirm", () -> officer.post(hazard + "/confirm", "{\"version\": 1}"));
            times.time("assign", () -> officer.post(hazard + "/assign", """
                    {"version": 2, "unitId": "%s", "measure": "清理并张贴告知", "responsibleId": "%s",
                     "fundingNeeded": false, "contingency": "现场警戒并联系值班"}""".formatted(department, handlerId)));
            times.time("submit", () -> handler.post(hazard + "/submit", """
                    {"version": 3, "result": "已清理", "photosAfter": ["%s"]}""".formatted(picture)));
            times.time("close", () -> closer.post(hazard + "/close", "{\"version\": 4, \"note\": \"复查合格\"}"));
            times.time("list", () -> officer.get(page));
        }
    }

    Crew crew(int number) throws IOException, InterruptedException {
        HttpClient http = Person.client();
        while (crews.size() <= number) {
            crews.add(Crew.logIn(http, server.address(), crews.size()));
        }
        return crews.get(number);
    }

    static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000),
                0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }

    static String page(int number) {
        return PAGES.get(number % PAGES.size());
    }

    /** Lives a second and what each step cost, with so many people at work at the same time. */
    Map<String, Object> drive(int connections, Duration length) throws Exception {
        crew(connections - 1);
        run(connections, SETTLE, new Timings(STEPS));
        Timings times = new Timings(STEPS);
        List<Person> handlers =
                crews.stream().limit(connections).map(Crew::handler).toList();
        Map<String, Object> result = new LinkedHashMap<>();
        try (Notices notices = Notices.watch(handlers)) {
            CpuShare before = CpuShare.now(server);
            long begun = System.nanoTime();
            long lives = run(connections, length, times);
            double seconds = (System.nanoTime() - begun) / 1e9;
            CpuShare after = CpuShare.now(server);
            result.put("connections", connections);
            result.put("livesPerSecond", Math.round(lives / seconds * 10) / 10.0);
            result.put("lives", lives);
            result.put("failures", times.failures());
            result.put("coresUsed", after.since(before));
            result.put("cpuMillisecondsALife", after.each(before, lives));
            result.put("milliseconds", times.summary());
            Thread.sleep(LAST_NOTICES);
            result.put("noticesShownMilliseconds", notices.summary());
        }
        return result;
    }

    void warmUp(int connections) throws Exception {
        crew(connections - 1);
        long limit = System.nanoTime() + WARM_UP.toNanos();
        double compiling;
        do {
            CpuShare before = CpuShare.now(server);
            run(connections, SETTLE.multipliedBy(2), new Timings(STEPS));
            compiling = CpuShare.now(server).compiling(before);
        } while (compiling > STILL_COMPILING && System.nanoTime() < limit);
    }

    private long run(int connections, Duration length, Timings times) throws Exception {
        LongAdder lives = new LongAdder();
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int c = 0; c < connections; c++) {
                Crew crew = crew(c);
                int first = c;
                all.add(people.submit(() -> {
                    for (int n = first; System.nanoTime() < end; n++) {
                        try {
                            crew.live(newId(), page(n), times);
                            lives.increment();
                        } catch (IOException e) {
                            times.failed();
                            if (times.failures() == 1) {
                                System.err.println("bench: " + e.getMessage());
                            }
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return lives.sum();
    }
}
