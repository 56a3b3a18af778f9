package org.anshe;

import java.util.Objects;
import javax.sql.DataSource;
import org.anshe.postgres.EmbeddedPostgres;
import org.anshe.postgres.ModuleMigrations;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of this installation: the embedded one of the data directory, or an external one by address. */
record Database(
        String url, String user, String password, @Nullable EmbeddedPostgres server) implements AutoCloseable {

    static Database open(ServeOptions options) {
        if (options.databaseUrl() != null) {
            return new Database(
                    options.databaseUrl(),
                    Objects.requireNonNullElse(options.databaseUser(), "anshe"),
                    Objects.requireNonNullElse(options.databasePassword(), ""),
                    null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(options.data(), EmbeddedPostgres.Durability.DURABLE);
        return new Database(server.jdbcUrl(), server.user(), server.password(), server);
    }

    void migrate() {
        ModuleMigrations.migrate(dataSource());
    }

    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
