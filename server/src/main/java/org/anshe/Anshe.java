package org.anshe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.anshe.demo.DemonstrationClock;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application. {@link #main} is the one entry of the jar; see {@link CommandLine} for what it takes. */
// Modules name their beans without looking at each other.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Anshe")
@EnableScheduling
public class Anshe {

    public static void main(String[] args) {
        // Until Spring Boot takes over logging, only what needs attention is printed.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try {
            int status = new CommandLine(System.out, System.err).run(args);
            if (status != CommandLine.KEEPS_RUNNING) {
                System.exit(status);
            }
        } catch (RuntimeException e) {
            // Threads of a half-started server must not keep the process and its port.
            LoggerFactory.getLogger(Anshe.class).error("Anshe did not start", e);
            System.exit(1);
        }
    }

    /** The only source of time; tests replace it by one that they move, the demonstration holds it while it builds. */
    @Bean
    DemonstrationClock clock() {
        return new DemonstrationClock();
    }
}
