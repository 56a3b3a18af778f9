package org.anshe;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.anshe.campaign.ReadPlanAtCommandLine;
import org.jspecify.annotations.Nullable;

/** Reads the command line: a command and its options. */
final class CommandLine {

    /** The command started a server that goes on after {@link #run} returns. */
    static final int KEEPS_RUNNING = -1;

    private static final int BAD_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String[] args) {
        String command = args.length == 0 || args[0].startsWith("-") ? "serve" : args[0];
        String[] rest = command.equals("serve") && (args.length == 0 || args[0].startsWith("-"))
                ? args
                : Arrays.copyOfRange(args, 1, args.length);
        return switch (command) {
            case "serve" -> serve(rest);
            case "read-plan" -> ReadPlanAtCommandLine.run(rest, out, err);
            case "verify-audit" -> new VerifyAudit(out, err).run(options(rest));
            default -> usage("Unknown command: " + command);
        };
    }

    private int serve(String[] args) {
        ServeOptions options = options(args);
        if (options == null) {
            return BAD_USAGE;
        }
        new Server(options, out).start();
        return KEEPS_RUNNING;
    }

    private @Nullable ServeOptions options(String[] args) {
        ServeOptions options = ServeOptions.fromEnvironment(System.getenv());
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            if (name.equals("--demo")) {
                options = options.withDemo();
                continue;
            }
            String value = rest.poll();
            if (value == null) {
                usage(name + " needs a value");
                return null;
            }
            ServeOptions next = options.with(name, value);
            if (next == null) {
                usage("Unknown option or bad value: " + name + " " + value);
                return null;
            }
            options = next;
        }
        return options;
    }

    private int usage(String complaint) {
        err.println(complaint);
        err.println("""
                usage: java -jar anshe.jar [serve] [--data DIR] [--host ADDRESS] [--port PORT] [--demo]
                                           [--database-url jdbc:postgresql://… ] (user and password from
                                           ANSHE_DATABASE_USER and ANSHE_DATABASE_PASSWORD)
                       java -jar anshe.jar verify-audit [--data DIR | --database-url URL]
                       java -jar anshe.jar read-plan FILE [--json]""");
        return BAD_USAGE;
    }

    static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
