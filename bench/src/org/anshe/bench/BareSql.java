package org.anshe.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The same statements without the application: what the server asked its database in one life is written as a pgbench
 * script, with a new id and number for each life. The statements are kept beside this code, so that a change of what
 * the application asks is seen as a change of that file.
 */
final class BareSql {

    private static final Pattern SESSION_USED = Pattern.compile("^UPDATE identity\\.session\\s+SET SESSION_ID");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(\\+\\d\\d(:?\\d\\d)?|Z)");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final ServerUnderTest server;
    private final Lives lives;
    private final Path kept;

    BareSql(ServerUnderTest server, Lives lives, Path kept) {
        this.server = server;
        this.lives = lives;
        this.kept = kept;
    }

    /** Records the statements of each client, step by step, and writes a script for each: clients do not share a session. */
    List<Path> record(Path directory, int clients, boolean accept) throws Exception {
        Statements statements = new Statements(server);
        for (int i = 0; i < clients; i++) {
            lives.crew(i).live(Lives.newId(), Lives.page(i), new Timings(Lives.STEPS));
        }
        statements.listen(true);
        Set<String> known = new HashSet<>();
        for (int i = 0; i < clients; i++) {
            Map<String, List<Statements.Executed>> steps = new LinkedHashMap<>();
            lives.crew(i).live(Lives.newId(), Lives.page(i), new Recorder(steps, statements));
            known.addAll(ids(steps));
        }
        List<Path> scripts = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Map<String, List<Statements.Executed>> steps = new LinkedHashMap<>();
            UUID id = Lives.newId();
            Instant from = Instant.now();
            lives.crew(i).live(id, Lives.page(i), new Recorder(steps, statements));
            String number = number(id);
            scripts.add(Files.writeString(
                    directory.resolve("life-" + i + ".sql"),
                    new Script(id, number, from, Instant.now(), known).of(steps)));
            if (i == 0) {
                compare(steps, accept);
            }
        }
        statements.listen(false);
        return scripts;
    }

    /** Times nothing, listens instead. */
    private static final class Recorder extends Timings {
        private final Map<String, List<Statements.Executed>> steps;
        private final Statements statements;

        Recorder(Map<String, List<Statements.Executed>> steps, Statements statements) {
            super(Lives.STEPS);
            this.steps = steps;
            this.statements = statements;
        }

        @Override
        void time(String step, Request request) throws Exception {
            steps.put(step, withoutSessionUse(statements.during(request::send)));
        }
    }

    /** A session says once a minute that it is used; whether that falls into a recorded life is chance. */
    private static List<Statements.Executed> withoutSessionUse(List<Statements.Executed> all) {
        List<Statements.Executed> kept = new ArrayList<>(all);
        for (int i = kept.size() - 2; i > 0; i--) {
            if (SESSION_USED.matcher(kept.get(i).sql()).find()) {
                kept.subList(i - 1, i + 2).clear();
                i--;
            }
        }
        return kept;
    }

    private String number(UUID id) throws Exception {
        try (Connection db = server.connect();
                var query = db.prepareStatement("select number from hazard.hazard where id = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void compare(Map<String, List<Statements.Executed>> steps, boolean accept) throws IOException {
        StringBuilder text = new StringBuilder("-- What the application asks its database in one life of a hazard, written by\n"
                + "-- `./anshe bench lifecycle --accept-statements`. A benchmark that finds other statements says so.\n");
        steps.forEach((step, all) -> {
            text.append("\n-- ").append(step).append('\n');
            all.forEach(one -> text.append(one.sql()
                            .replaceAll("\\s+", " ")
                            .replaceAll("\\(\\$\\d+(, \\$\\d+)*\\)", "(\\$…)")
                            .replaceAll("\\$\\d+", "\\$")
                            .strip())
                    .append(";\n"));
        });
        String fresh = text.toString();
        if (accept || !Files.exists(kept)) {
            Files.writeString(kept, fresh);
        } else if (!Files.readString(kept).equals(fresh)) {
            Path other = kept.resolveSibling("statements.found.sql");
            Files.writeString(other, fresh);
            throw new Drifted("The application asks other statements than " + kept + " says: compare it with " + other
                    + " and run again with --accept-statements");
        }
        Files.deleteIfExists(kept.resolveSibling("statements.found.sql"));
    }

    static final class Drifted extends IOException {
        Drifted(String message) {
            super(message);
        }
    }

    /** The ids that stand alone as values. */
    private static Set<String> ids(Map<String, List<Statements.Executed>> steps) {
        return steps.values().stream()
                .flatMap(List::stream)
                .flatMap(one -> one.values().stream())
                .filter(value -> value != null && UUIDS.matcher(value).matches())
                .collect(Collectors.toSet());
    }

    /**
     * One life as a script, with ids, number and moments of its own each time it runs.
     *
     * @param known ids that other lives had too: people, units, files; the rest was made in this life
     */
    private record Script(UUID id, String number, Instant from, Instant until, Set<String> known) {

        String of(Map<String, List<Statements.Executed>> steps) {
            StringBuilder script = new StringBuilder(
                    "select uuidv7()::text as hid, '2026-' || (700000000 + nextval('bench_number')) as hnum \\gset\n");
            steps.values().forEach(all -> all.forEach(one -> script.append(inlined(one)).append(";\n")));
            return script.toString();
        }

        private String inlined(Statements.Executed one) {
            String sql = one.sql().replaceAll("\\s+", " ").strip();
            return PLACE.matcher(sql).replaceAll(place -> Matcher.quoteReplacement(
                    literal(one.values().get(Integer.parseInt(place.group(1)) - 1))));
        }

        private String literal(String value) {
            if (value == null) {
                return "null";
            }
            if (value.equals(id.toString())) {
                return ":hid";
            }
            if (value.equals(number)) {
                return ":hnum";
            }
            if (UUIDS.matcher(value).matches() && !known.contains(value)) {
                return "md5(:hid || '" + value + "')::uuid";
            }
            if (MOMENT.matcher(value).matches()) {
                String iso = value.replace(' ', 'T');
                Instant moment = java.time.OffsetDateTime.parse(
                                iso.matches(".*[+-]\\d\\d$") ? iso + ":00" : iso)
                        .toInstant();
                if (!moment.isBefore(from.minusSeconds(1)) && !moment.isAfter(until.plusSeconds(1))) {
                    return "statement_timestamp()";
                }
            }
            if (value.contains(id.toString()) || value.contains(number)) {
                return "replace(replace(" + quoted(value.replace(id.toString(), "@id@").replace(number, "@number@"))
                        + ", '@id@', :hid), '@number@', :hnum)";
            }
            return quoted(value);
        }

        /** Without colons, which pgbench takes for variables. */
        private static String quoted(String value) {
            return "E'" + value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a") + "'";
        }
    }

    Map<String, Object> run(List<Path> scripts, int clients, int seconds) throws Exception {
        try (Connection db = server.connect();
                var statement = db.createStatement()) {
            statement.execute("create sequence if not exists public.bench_number cache 1000");
        }
        bench(scripts.subList(0, clients), Math.max(2, seconds / 3));
        CpuShare before = CpuShare.now(server);
        List<String> said = bench(scripts.subList(0, clients), seconds);
        double rate = said.stream().mapToDouble(one -> found(RATE, one)).sum();
        CpuShare after = CpuShare.now(server);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("connections", clients);
        result.put("livesPerSecond", Math.round(rate * 10) / 10.0);
        result.put("coresUsed", after.since(before));
        result.put("cpuMillisecondsALife", after.each(before, Math.round(seconds * rate)));
        return result;
    }

    /** One pgbench for each client: each prepares the statements of its own script and no others. */
    private List<String> bench(List<Path> scripts, int seconds) throws Exception {
        List<Process> running = new ArrayList<>();
        for (Path script : scripts) {
            ProcessBuilder builder = new ProcessBuilder(
                            "pgbench", "-n", "-M", "prepared", "-h", "127.0.0.1", "-p",
                            Integer.toString(server.databasePort()), "-U", "anshe", "-c", "1", "-T",
                            Integer.toString(seconds), "-f", script.toString(), "anshe")
                    .redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", server.databasePassword());
            running.add(builder.start());
        }
        List<String> said = new ArrayList<>();
        for (Process process : running) {
            said.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (process.waitFor() != 0) {
                running.forEach(Process::destroy);
                throw new IOException("pgbench failed:\n" + said.getLast());
            }
        }
        return said;
    }

    private static double found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    static boolean available() {
        try {
            return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
