package org.anshe.postgres;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Applies the migrations of every module, lowest module first, so that a foreign key may point down the arrows and
 * never up. Each module owns one schema, one folder {@code <location>/<module>} and one history table in that schema.
 */
public final class ModuleMigrations {

    /** The modules that own tables, in the order of the arrows: a module may refer to those before it. */
    public static final List<String> ORDER = List.of(
            "shared",
            "identity",
            "audit",
            "notification",
            "attachment",
            "deadline",
            "territory",
            "organisation",
            "register",
            "risk",
            "hazard",
            "inspection",
            "campaign",
            "report");

    private ModuleMigrations() {}

    /**
     * Brings the database to the newest version.
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
}
