package org.anshe;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anshe.demo.Demonstration;
import org.anshe.identity.FirstSetUp;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts database and application in order and stops them in reverse order. */
final class Server {

    private final ServeOptions options;
    private final PrintStream out;

    Server(ServeOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void start() {
        long begun = System.nanoTime();
        Database database = Database.open(options);
        try {
            database.migrate();
            SpringApplication application = new SpringApplication(Anshe.class);
            application.setDefaultProperties(properties(database));
            application.setRegisterShutdownHook(false);
            ConfigurableApplicationContext context = application.run();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.close();
                database.close();
            }));
            if (options.demo()) {
                context.getBean(Demonstration.class).build();
            }
            announce(context, (System.nanoTime() - begun) / 1_000_000);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private Map<String, Object> properties(Database database) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("server.address", options.host());
        properties.put("server.port", options.port());
        properties.put("anshe.demo-plans", System.getenv().getOrDefault("ANSHE_DEMO_PLANS", ""));
        properties.put("anshe.data", options.data().toString());
        properties.put(
                "logging.file.name", options.data().resolve("logs/anshe.jsonl").toString());
        properties.put("logging.structured.format.file", "ecs");
        return properties;
    }

    private void announce(ConfigurableApplicationContext context, long millis) {
        String port = context.getEnvironment().getProperty("local.server.port", Integer.toString(options.port()));
        String address = "http://" + options.host() + ":" + port;
        out.printf("Anshe 安社 is ready at %s (started in %.1f s)%n", address, millis / 1000.0);
        if (options.demo()) {
            out.printf(
                    "Accounts of the demonstration street:%n%s",
                    context.getBean(Demonstration.class).accounts());
        }
        context.getBean(FirstSetUp.class)
                .openToken()
                .ifPresent(token -> out.printf(
                        "First start: open %s/setup?token=%s to make the first account. The link works once.%n",
                        address, token));
    }
}
