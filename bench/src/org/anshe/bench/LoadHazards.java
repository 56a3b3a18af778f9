package org.anshe.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills five years of hazards by COPY: rows of the hazard, its words, its timeline and its running deadline; numbers and
 * sequences go on where the load ends. Left out: attachments, audit entries and stored events.
 *
 * <p>Triggers and foreign keys are off while loading and secondary indexes are made afterwards, since each would be asked
 * ten million times; what the triggers add up for figures is gathered in the end by the function that a restore uses.
 */
final class LoadHazards {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int FLUSH = 1 << 16;

    private final ServerUnderTest server;
    private final int hazards;
    private final boolean withWords;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Instant end = ZonedDateTime.now(OFFICE).truncatedTo(ChronoUnit.DAYS).toInstant();
    private final int firstYear = ZonedDateTime.now(OFFICE).getYear() - 5;

    LoadHazards(ServerUnderTest server, int hazards, boolean withWords) {
        this.server = server;
        this.hazards = hazards;
        this.withWords = withWords;
    }

    /** How long each part took. */
    record Took(Duration copied, Duration indexed, Duration gathered, Duration analysed) {}

    Took load() throws IOException, SQLException, InterruptedException {
        long begun = System.nanoTime();
        List<String> indexes = dropIndexes();
        // Cleaning up in the middle of it would only be in the way.
        run("alter table hazard.hazard set (autovacuum_enabled = off)", "alter table hazard.step set (autovacuum_enabled = off)",
                "alter table hazard.wording set (autovacuum_enabled = off)");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<?>> parts = List.of(both.submit(() -> {
                copyHazards();
                return null;
            }), both.submit(() -> {
                copySteps();
                return null;
            }));
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("Loading failed", e.getCause());
        }
        long copied = System.nanoTime();
        run(indexes.toArray(String[]::new));
        long indexed = System.nanoTime();
        run("select report.gather_hazards()", "select report.fold_hazards(now() - interval '1 minute')");
        long gathered = System.nanoTime();
        run("vacuum (analyze) hazard.hazard", "vacuum (analyze) report.hazard_month", "vacuum report.settled_hazard",
                "vacuum (analyze) hazard.step", "vacuum (analyze) hazard.wording", "analyze deadline.running_deadline", "checkpoint",
                "alter table hazard.hazard reset (autovacuum_enabled)", "alter table hazard.step reset (autovacuum_enabled)",
                "alter table hazard.wording reset (autovacuum_enabled)");
        long analysed = System.nanoTime();
        return new Took(Duration.ofNanos(copied - begun), Duration.ofNanos(indexed - copied),
                Duration.ofNanos(gathered - indexed), Duration.ofNanos(analysed - gathered));
    }

    private HazardLife life(long number) {
        double share = Math.pow((number + 0.5) / hazards, 0.75);
        Instant begin = end.minus(5 * 365, ChronoUnit.DAYS);
        long seconds = (long) (share * begin.until(end, ChronoUnit.SECONDS));
        // Reports come between seven and twenty o'clock.
        long inDay = seconds % 86_400 * 13 / 24 + 7 * 3600;
        return new HazardLife(number, begin.plusSeconds(seconds - seconds % 86_400 + inDay).plusMillis(number % 1000), now);
    }

    private void copyHazards() throws SQLException, IOException {
        int[][] numbers = new int[Ground.STREETS][8];
        try (Connection db = loading();
                Connection other = loading();
                Connection third = loading();
                Copy rows = new Copy(db, """
                        copy hazard.hazard (id, number, version, state, area_key, description, domain, grade, source,
                            object_id, place, reporter_id, reporter_name, reported_at, unit_id, measure,
                            responsible_id, responsible_name, funding_needed, due_at, contingency, confirmed_at,
                            assigned_at, submitted_at, submitted_by, closed_at, closed_by, closed_in_time, rejected_at,
                            rectifiers, returned_count, clock, clock_near_at, clock_due_at, clock_since, clock_unit)
                            from stdin""");
                Copy words = new Copy(other, "copy hazard.wording (hazard_id, text) from stdin");
                Copy deadlines = new Copy(third, """
                        copy deadline.running_deadline (subject, subject_id, kind, area_key, unit_id, near_at, due_at,
                            wake_at) from stdin""")) {
            for (long i = 0; i < hazards; i++) {
                HazardLife life = life(i);
                int year = life.reported.atZone(OFFICE).getYear();
                int count = ++numbers[life.street.number() - 1][year - firstYear];
                String number = year + "-" + "0".repeat(Math.max(0, 6 - Integer.toString(count).length())) + count;
                boolean settled = life.submitted != null;
                boolean given = life.assigned != null;
                rows.row(life.id, number, life.version(), life.state, life.area, life.description, life.domain,
                        life.major ? "MAJOR" : "GENERAL", life.source, life.object, life.place, life.reporter.id(),
                        life.reporter.name(), life.reported, given ? life.department : null,
                        given ? life.measure : null, given ? life.handler.id() : null,
                        given ? life.handler.name() : null, given ? "f" : null, life.due, given ? "现场警戒并联系值班" : null,
                        life.confirmed, life.assigned, life.submitted, settled ? life.handler.id() : null, life.closed,
                        life.closed == null ? null : life.street.closer().id(),
                        life.closed == null ? null : life.submitted.isAfter(life.due) ? "f" : "t", life.rejected,
                        settled ? "{" + life.handler.id() + "}" : "{}", life.returned, life.clock,
                        life.clock == null ? null : life.clockNear(), life.clockDue, life.clockSince,
                        life.clock == null ? null : "WORKING_DAYS");
                if (withWords) {
                    words.row(life.id, number + " " + life.description + " " + life.place);
                }
                if (life.clock != null) {
                    Instant wake = life.clockNear().isAfter(now) ? life.clockNear()
                            : life.clockDue.isAfter(now) ? life.clockDue.plusMillis(1) : null;
                    deadlines.row("hazard", life.id, life.clock, life.area, given ? life.department : null,
                            life.clockNear(), life.clockDue, wake);
                }
            }
        }
        continueNumbers(numbers);
    }

    private void copySteps() throws SQLException, IOException {
        try (Connection db = loading();
                Copy rows = new Copy(db, """
                        copy hazard.step (hazard_id, seq, at, actor_id, actor_name, action, from_state, to_state, facts)
                        from stdin""")) {
            for (long i = 0; i < hazards; i++) {
                HazardLife life = life(i);
                int seq = 0;
                for (HazardLife.Step step : life.steps) {
                    rows.row(life.id, ++seq, step.at(), step.by().id(), step.by().name(), step.action(), step.from(),
                            step.to(), step.facts());
                }
            }
        }
    }

    private void continueNumbers(int[][] numbers) throws SQLException, IOException {
        List<String> statements = new ArrayList<>();
        for (int s = 0; s < numbers.length; s++) {
            for (int y = 0; y < numbers[s].length; y++) {
                if (numbers[s][y] > 0) {
                    long street = Ground.ALL.get(s).key();
                    int year = firstYear + y;
                    statements.add("select hazard.next_number(" + street + ", " + year + ")");
                    statements.add("select setval('hazard.number_" + street + "_" + year + "', " + numbers[s][y] + ")");
                }
            }
        }
        run(statements.toArray(String[]::new));
    }

    private List<String> dropIndexes() throws SQLException, IOException {
        List<String> definitions = new ArrayList<>();
        try (Connection db = server.connect();
                Statement statement = db.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
                    where i.indrelid in ('hazard.hazard'::regclass, 'hazard.wording'::regclass) and not i.indisprimary
                    order by 1""")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    definitions.add(rows.getString(2));
                }
            }
            for (String name : names) {
                statement.execute("drop index " + name);
            }
        }
        return definitions;
    }

    private void run(String... statements) throws SQLException, IOException {
        try (Connection db = server.connect();
                Statement statement = db.createStatement()) {
            statement.execute("set maintenance_work_mem = '1GB'; set work_mem = '512MB';"
                    + " set max_parallel_maintenance_workers = 2; set hash_mem_multiplier = 4");
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private Connection loading() throws SQLException, IOException {
        Connection db = server.connect();
        try (Statement statement = db.createStatement()) {
            statement.execute("set session_replication_role = replica; set synchronous_commit = off");
        }
        return db;
    }

    /** One COPY in text format. */
    private static final class Copy implements AutoCloseable {
        private final CopyIn copy;
        private final StringBuilder buffer = new StringBuilder(FLUSH + 4096);

        Copy(Connection db, String sql) throws SQLException {
            copy = db.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        }

        void row(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    buffer.append('\t');
                }
                buffer.append(values[i] == null ? "\\N" : values[i].toString());
            }
            buffer.append('\n');
            if (buffer.length() > FLUSH) {
                flush();
            }
        }

        private void flush() throws SQLException {
            byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            buffer.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            flush();
            copy.endCopy();
        }
    }
}
