package org.anshe.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.anshe.Anshe;
import org.anshe.postgres.EmbeddedPostgres;
import org.anshe.postgres.EmbeddedPostgres.Durability;
import org.anshe.postgres.ModuleMigrations;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;

/** A balancer sees that a server has lost its database. Takes a server and a database of its own. */
class HealthTests {

    @Test
    void tellsThatTheDatabaseIsGoneAndNothingElse() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "health-data");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, Durability.VOLATILE);
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.jdbcUrl());
        dataSource.setUser(postgres.user());
        dataSource.setPassword(postgres.password());
        ModuleMigrations.migrate(dataSource, "classpath:db/migration");
        SpringApplication application = new SpringApplication(Anshe.class);
        application.setDefaultProperties(Map.of(
                "spring.datasource.url", postgres.jdbcUrl(),
                "spring.datasource.username", postgres.user(),
                "spring.datasource.password", postgres.password(),
                "spring.datasource.hikari.connection-timeout", "1000",
                "anshe.data", data.resolve("files").toString(),
                "server.port", "0"));
        try (var context = application.run("--spring.datasource.hikari.maximum-pool-size=4")) {
            String port = String.valueOf(context.getEnvironment().getProperty("local.server.port"));
            URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
            HttpRequest request = HttpRequest.newBuilder(health).build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                var up = client.send(request, BodyHandlers.ofString());
                assertThat(up.statusCode()).isEqualTo(200);
                assertThat(up.body()).contains("\"status\":\"UP\"").doesNotContain("components");

                postgres.close();

                var down = client.send(request, BodyHandlers.ofString());
                assertThat(down.statusCode()).isEqualTo(503);
                assertThat(down.body()).contains("DOWN").doesNotContain("jdbc").doesNotContain("127.0.0.1");
            }
        } finally {
            postgres.close();
        }
    }
}
