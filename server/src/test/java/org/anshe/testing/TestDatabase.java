package org.anshe.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.anshe.postgres.EmbeddedPostgres;
import org.anshe.postgres.EmbeddedPostgres.Durability;
import org.anshe.postgres.ModuleMigrations;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One real PostgreSQL per test process, brought to the newest version by the real migrations. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where a test may put up a mail server; until then nobody listens there. */
    public static final int MAIL_PORT = freePort();

    private static final EmbeddedPostgres SERVER = start();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-data");
            EmbeddedPostgres server = EmbeddedPostgres.start(data, Durability.VOLATILE);
            ModuleMigrations.migrate(dataSource(server), "classpath:db/migration");
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection outside Spring, for looking at what the application left behind. */
    public static PGSimpleDataSource dataSource() {
        return dataSource(SERVER);
    }

    private static PGSimpleDataSource dataSource(EmbeddedPostgres server) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.jdbcUrl());
        dataSource.setUser(server.user());
        dataSource.setPassword(server.password());
        return dataSource;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(Map.of(
                        "spring.datasource.url",
                        SERVER.jdbcUrl(),
                        "spring.datasource.username",
                        SERVER.user(),
                        "spring.datasource.password",
                        SERVER.password(),
                        "spring.datasource.hikari.maximum-pool-size",
                        "8",
                        "anshe.data",
                        Path.of("target/test-files").toAbsolutePath().toString(),
                        // Tests push and deliver themselves, to servers of their own on this machine.
                        "anshe.notification.background",
                        "false",
                        "anshe.notification.webhook.allow-private",
                        "true",
                        "anshe.notification.mail.from",
                        "anshe@office.test",
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        Integer.toString(MAIL_PORT)))
                .applyTo(context);
    }
}
