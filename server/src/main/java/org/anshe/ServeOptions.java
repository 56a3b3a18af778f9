package org.anshe;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to serve and where the data lie.
 *
 * @param databaseUrl JDBC address of a PostgreSQL 17 or later; null starts the embedded one in {@code data}
 */
record ServeOptions(
        Path data,
        String host,
        int port,
        boolean demo,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword) {

    static ServeOptions fromEnvironment(Map<String, String> environment) {
        return new ServeOptions(
                CommandLine.absolute(environment.getOrDefault("ANSHE_DATA", "data")),
                "127.0.0.1",
                8080,
                false,
                environment.get("ANSHE_DATABASE_URL"),
                environment.get("ANSHE_DATABASE_USER"),
                environment.get("ANSHE_DATABASE_PASSWORD"));
    }

    ServeOptions withDemo() {
        return new ServeOptions(data, host, port, true, databaseUrl, databaseUser, databasePassword);
    }

    /** The options with one more set; null when there is no such option or the value does not fit it. */
    @Nullable ServeOptions with(String name, String value) {
        return switch (name) {
            case "--data" ->
                new ServeOptions(
                        CommandLine.absolute(value), host, port, demo, databaseUrl, databaseUser, databasePassword);
            case "--host" -> new ServeOptions(data, value, port, demo, databaseUrl, databaseUser, databasePassword);
            case "--port" ->
                value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65535
                        ? new ServeOptions(
                                data, host, Integer.parseInt(value), demo, databaseUrl, databaseUser, databasePassword)
                        : null;
            case "--database-url" ->
                value.startsWith("jdbc:postgresql:")
                        ? new ServeOptions(data, host, port, demo, value, databaseUser, databasePassword)
                        : null;
            default -> null;
        };
    }
}
