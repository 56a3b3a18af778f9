package org.anshe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as {@code ./anshe run} starts it, with its own PostgreSQL, on a free port. */
final class ServerUnderTest implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(" is ready at (http://\\S+)");
    private static final Pattern SET_UP = Pattern.compile("/setup\\?token=(\\S+)");

    private final Process process;
    private final Path data;
    private final Path log;

    private ServerUnderTest(Process process, Path data, Path log) {
        this.process = process;
        this.data = data;
        this.log = log;
    }

    static ServerUnderTest start(Options options, Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path log = data.resolve("server.log");
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(options.javaOptions());
        command.addAll(List.of("-jar", options.app().toString(), "serve", "--data", data.toString(), "--port", "0"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServerUnderTest server = new ServerUnderTest(process, data, log);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        for (int tries = 0; server.said(READY).isEmpty(); tries++) {
            if (!process.isAlive() || tries > 3_000) {
                throw new IOException("The server did not start:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return server;
    }

    String address() throws IOException {
        return said(READY).orElseThrow();
    }

    /** The token of the first set-up; empty when there are accounts already. */
    Optional<String> setUpToken() throws IOException {
        return said(SET_UP);
    }

    long pid() {
        return process.pid();
    }

    Path data() {
        return data;
    }

    int databasePort() throws IOException {
        return Integer.parseInt(postmaster().get(3).strip());
    }

    long databasePid() throws IOException {
        return Long.parseLong(postmaster().getFirst().strip());
    }

    String databasePassword() throws IOException {
        return Files.readString(data.resolve("pg.secret")).strip();
    }

    Connection connect() throws IOException, SQLException {
        Properties login = new Properties();
        login.setProperty("user", "anshe");
        login.setProperty("password", databasePassword());
        login.setProperty("options", "-c jit=off");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort() + "/anshe", login);
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("pg/postmaster.pid"));
    }

    private Optional<String> said(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.exists(log) ? Files.readString(log) : "");
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
