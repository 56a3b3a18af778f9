package org.anshe.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this process. It listens on the loopback interface only, on a free port, with a
 * password that is generated per data directory. It syncs to disk, so a write that was acknowledged survives a kill.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** What the server promises: {@link #DURABLE} for people's data, {@link #VOLATILE} for tests and code generation. */
    public enum Durability {
        DURABLE,
        VOLATILE
    }

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String DATABASE = "anshe";
    private static final String USER = "anshe";

    private final ServerAccount account;
    private final Path programs;
    private final Path cluster;
    private final String password;
    private final int port;
    private final Process process;

    private EmbeddedPostgres(
            ServerAccount account, Path programs, Path cluster, String password, int port, Process process) {
        this.account = account;
        this.programs = programs;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the server, making a new cluster when the directory holds none. Returns when it accepts connections.
     *
     * @param dataDirectory holds the cluster in {@code pg} and its password in {@code pg.secret}
     */
    public static EmbeddedPostgres start(Path dataDirectory, Durability durability) {
        try {
            ServerAccount account = ServerAccount.choose();
            Path programs = PostgresBinaries.unpackInto(account.cache());
            Path data = dataDirectory.toAbsolutePath().normalize();
            Files.createDirectories(data);
            Path cluster = data.resolve("pg");
            String password = secret(data.resolve("pg.secret"));
            account.own(data);
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(account, programs, data, cluster, password);
            }
            stopStale(account, programs, cluster);
            int port = freePort();
            Process process = launch(account, programs, data, cluster, port, durability);
            EmbeddedPostgres server = new EmbeddedPostgres(account, programs, cluster, password, port, process);
            server.awaitReady(data.resolve("pg.log"));
            server.createDatabase();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL in " + dataDirectory, e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server as an administrator would: transactions are ended, everything is written. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            account.run(List.of(
                    programs.resolve("bin/pg_ctl").toString(),
                    "-D",
                    cluster.toString(),
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    "30",
                    "stop"));
            process.waitFor(Duration.ofSeconds(30));
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop cleanly; it recovers at the next start", e);
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void initialise(ServerAccount account, Path programs, Path data, Path cluster, String password)
            throws IOException {
        Path passwordFile = data.resolve("pg.init");
        Files.writeString(passwordFile, password);
        account.own(data);
        try {
            // The C.UTF-8 locale of PostgreSQL itself: trigrams find Chinese text, and no system locale is needed.
            account.run(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "-D",
                    cluster.toString(),
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C.UTF-8",
                    "--data-checksums"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** A server left over from a killed process still owns the directory: end it before starting a new one. */
    private static void stopStale(ServerAccount account, Path programs, Path cluster) throws IOException {
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            account.tryRun(List.of(
                    programs.resolve("bin/pg_ctl").toString(),
                    "-D",
                    cluster.toString(),
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    "30",
                    "stop"));
        }
    }

    private static Process launch(
            ServerAccount account, Path programs, Path data, Path cluster, int port, Durability durability)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(), "-D", cluster.toString(), "-p", Integer.toString(port)));
        Properties settings = new Properties();
        settings.setProperty("listen_addresses", "127.0.0.1");
        settings.setProperty("unix_socket_directories", "");
        settings.setProperty("max_connections", "60");
        settings.setProperty("shared_buffers", "128MB");
        settings.setProperty("timezone", "Asia/Shanghai");
        settings.setProperty("max_wal_size", "2GB");
        settings.setProperty("wal_compression", "pglz");
        if (durability == Durability.DURABLE) {
            Memory memory = Memory.ofMachine();
            settings.setProperty("shared_buffers", memory.sharedBuffers());
            settings.setProperty("effective_cache_size", memory.effectiveCacheSize());
        } else {
            settings.setProperty("fsync", "off");
            settings.setProperty("synchronous_commit", "off");
            settings.setProperty("full_page_writes", "off");
        }
        for (String name : settings.stringPropertyNames()) {
            command.add("-c");
            command.add(name + "=" + settings.getProperty(name));
        }
        return PostgresProcess.launch(account.withParentDeathSignal(command), data.resolve("pg.log"));
    }

    private void awaitReady(Path log) throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            if (!process.isAlive()) {
                throw new IOException("PostgreSQL stopped at start; see " + log + ":\n" + tail(log));
            }
            try (Connection ignored = connect("postgres")) {
                return;
            } catch (SQLException notYet) {
                LOG.trace("PostgreSQL is not ready yet", notYet);
                pause();
            }
        }
        process.destroy();
        throw new IOException("PostgreSQL was not ready after " + START_LIMIT.toSeconds() + " s; see " + log);
    }

    private void createDatabase() throws IOException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = 'anshe'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("create database anshe");
                }
            }
        } catch (SQLException e) {
            throw new IOException("Cannot create the database", e);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, login);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            OwnerOnly.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }
}
