package org.anshe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code ./anshe bench lifecycle}: how many hazards a second go through their whole life, what each step and page costs,
 * and how far that is from the same statements without an application, at a given number of hazards.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Options options;
        try {
            options = Options.parse(args);
        } catch (Options.BadUsage e) {
            System.err.println("anshe: " + e.getMessage());
            System.exit(2);
            return;
        }
        Path data = options.data() == null ? Files.createTempDirectory("anshe-bench") : options.data();
        boolean done = false;
        try {
            run(options, data);
            done = true;
        } catch (BareSql.Drifted e) {
            System.err.println("anshe: " + e.getMessage());
        } finally {
            if (options.data() == null) {
                remove(data);
            }
        }
        System.exit(done ? 0 : 1);
    }

    private static void run(Options options, Path data) throws Exception {
        Map<String, Object> result = new LinkedHashMap<>();
        try (ServerUnderTest server = ServerUnderTest.start(options, data)) {
            result.put("hazards", options.hazards());
            result.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS));
            result.put("machine", Machine.describe(data, version(server)));
            prepare(options, server, result);
            if (options.onlyStatements()) {
                bareSql(server, new Lives(server)).record(Files.createDirectories(data.resolve("bench-scripts")), 1,
                        options.acceptStatements());
                say("the application asks the statements that are kept");
                return;
            }
            measure(options, server, data, result);
        }
        Results.write(options.results(), result);
    }

    private static void prepare(Options options, ServerUnderTest server, Map<String, Object> result) throws Exception {
        Path mark = server.data().resolve("bench.hazards");
        if (Files.exists(mark)) {
            if (!Files.readString(mark).strip().equals(Integer.toString(options.hazards()))) {
                throw new IOException(server.data() + " holds another number of hazards: " + Files.readString(mark));
            }
            say("using the " + options.hazards() + " hazards in " + server.data());
            return;
        }
        Person first = new Person(Person.client(), server.address());
        first.get("/api/setup");
        first.post("/api/setup", "{\"token\": \"" + server.setUpToken().orElseThrow()
                + "\", \"login\": \"benchadmin\", \"name\": \"测量\", \"password\": \"" + Ground.PASSWORD + "\"}");
        try (Connection db = server.connect()) {
            db.setAutoCommit(false);
            Ground.lay(db, "benchadmin");
            db.commit();
        }
        if (options.hazards() > 0) {
            say("loading " + options.hazards() + " hazards");
            LoadHazards.Took took = new LoadHazards(server, options.hazards(), options.words()).load();
            Map<String, Object> loading = new LinkedHashMap<>();
            loading.put("copySeconds", seconds(took.copied()));
            loading.put("indexSeconds", seconds(took.indexed()));
            loading.put("rollUpSeconds", seconds(took.gathered()));
            loading.put("analyseSeconds", seconds(took.analysed()));
            result.put("loading", loading);
            say("loaded: " + loading);
        }
        Files.writeString(mark, Integer.toString(options.hazards()));
    }

    private static void measure(Options options, ServerUnderTest server, Path data, Map<String, Object> result)
            throws Exception {
        result.put("rows", rows(server));
        say("rows: " + result.get("rows"));
        Lives lives = new Lives(server);
        int most = options.connections().stream().mapToInt(Integer::intValue).max().orElse(1);
        lives.warmUp(most);
        BareSql sql = bareSql(server, lives);
        boolean bareSql = options.bareSql() && BareSql.available();
        List<Path> scripts = bareSql
                ? sql.record(Files.createDirectories(data.resolve("bench-scripts")), most, options.acceptStatements())
                : List.of();
        List<Object> driven = new ArrayList<>();
        List<Object> bare = new ArrayList<>();
        // One right after the other: a machine that others use is not as fast at every hour.
        for (int connections : options.connections()) {
            driven.add(lives.drive(connections, Duration.ofSeconds(options.seconds())));
            say(driven.getLast().toString());
            if (bareSql) {
                bare.add(sql.run(scripts, connections, options.seconds()));
                say("bare SQL: " + bare.getLast());
            }
        }
        result.put("lifecycle", driven);
        if (!bareSql) {
            say("bare SQL is left out: " + (options.bareSql() ? "there is no pgbench" : "as asked"));
        }
        result.put("bareSql", bareSql ? bare : "left out");
        Map<String, Object> pages = new LinkedHashMap<>();
        for (Ground.Worker who : Pages.people()) {
            say("pages for " + who.login());
            pages.put(who.equals(Ground.DISTRICT_OFFICER) ? "district" : "street",
                    new Pages(Ground.ALL.get(2), options.words()).measure(server, who));
        }
        result.put("pages", pages);
    }

    private static BareSql bareSql(ServerUnderTest server, Lives lives) {
        return new BareSql(server, lives, Path.of(System.getProperty("bench.statements", "bench/statements.sql")));
    }

    private static Map<String, Object> rows(ServerUnderTest server) throws Exception {
        Map<String, Object> rows = new LinkedHashMap<>();
        try (Connection db = server.connect();
                Statement statement = db.createStatement()) {
            for (String table : List.of("hazard.hazard", "hazard.step", "hazard.wording", "report.hazard_month")) {
                rows.put(table, number(statement, "select greatest(reltuples, 0)::bigint from pg_class where oid = '" + table
                        + "'::regclass"));
            }
            rows.put("open hazards", number(statement, "select count(*) from hazard.hazard where open"));
            rows.put("database megabytes", number(statement, "select pg_database_size('anshe') / 1000000"));
        }
        return rows;
    }

    private static long number(Statement statement, String sql) throws Exception {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String version(ServerUnderTest server) throws Exception {
        try (Connection db = server.connect()) {
            return db.getMetaData().getDatabaseProductVersion();
        }
    }

    private static double seconds(Duration duration) {
        return Math.round(duration.toMillis() / 100.0) / 10.0;
    }

    private static void say(String words) {
        System.err.println("anshe: " + words);
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
