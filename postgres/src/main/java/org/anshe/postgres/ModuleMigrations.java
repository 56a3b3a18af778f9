package org.anshe.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Applies the migrations of every module, lowest module first, so that a foreign key may point down the arrows and
 * never up. Each module owns one schema, one folder {@code <location>/<module>} and one history table in that schema.
 *
 * <p>Asking Flyway fourteen times costs over a second at every start. The build therefore ships a fingerprint of all
 * migrations, and a database that was brought to exactly this fingerprint is taken as it is.
 */
public final class ModuleMigrations {

    /** The modules that own tables, in the order of the arrows: a module may refer to those before it. */
    public static final List<String> ORDER = List.of(
            "shared",
            "identity",
            "audit",
            "notification",
            "attachment",
            "paper",
            "deadline",
            "territory",
            "organisation",
            "register",
            "risk",
            "hazard",
            "inspection",
            "enforcement",
            "campaign",
            "report");

    private static final String FINGERPRINT = "/db/migrations.sha256";

    private ModuleMigrations() {}

    /** Brings a running installation to the newest version. */
    public static void migrate(DataSource dataSource) {
        Optional<String> wanted = shippedFingerprint();
        if (wanted.isPresent() && wanted.equals(appliedFingerprint(dataSource))) {
            return;
        }
        migrate(dataSource, "classpath:db/migration");
        wanted.ifPresent(fingerprint -> remember(dataSource, fingerprint));
    }

    /**
     * Brings the database to the newest version, module by module.
     *
     * @param location Flyway location of the folder that holds one folder a module, for example {@code
     *     classpath:db/migration}
     */
    public static void migrate(DataSource dataSource, String location) {
        for (String module : ORDER) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations(location + "/" + module)
                    .schemas(module)
                    .defaultSchema(module)
                    .table("schema_history")
                    .failOnMissingLocations(false)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        }
    }

    private static Optional<String> shippedFingerprint() {
        try (InputStream in = ModuleMigrations.class.getResourceAsStream(FINGERPRINT)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> appliedFingerprint(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            if (!exists(connection)) {
                return Optional.empty();
            }
            try (PreparedStatement statement =
                            connection.prepareStatement("select fingerprint from shared.migration_mark");
                    ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot reach the database", e);
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select to_regclass('shared.migration_mark') is not null");
                ResultSet found = statement.executeQuery()) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static void remember(DataSource dataSource, String fingerprint) {
        String upsert = "insert into shared.migration_mark (fingerprint) values (?) "
                + "on conflict (only_row) do update set fingerprint = excluded.fingerprint";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setString(1, fingerprint);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot record the migrations", e);
        }
    }
}
