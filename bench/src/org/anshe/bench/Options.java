package org.anshe.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured.
 *
 * @param hazards rows loaded before measuring
 * @param connections people who work at the same time, one measurement for each number
 * @param seconds length of each measurement, after a warm-up of at least a third of it
 * @param data a directory that is kept and used again when it holds the same number of rows; null for a scratch one
 * @param results where the figures go
 * @param app the unpacked application
 * @param words false leaves out what hazards are searched by, whose index takes most of the loading
 * @param onlyStatements compares what the application asks its database with what is kept, and measures nothing
 * @param javaOptions as the server is started by {@code ./anshe run}
 */
record Options(
        int hazards,
        List<Integer> connections,
        int seconds,
        Path data,
        Path results,
        Path app,
        List<String> javaOptions,
        boolean acceptStatements,
        boolean bareSql,
        boolean words,
        boolean onlyStatements) {

    static Options parse(String[] args) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        if (rest.isEmpty() || !rest.pop().equals("lifecycle")) {
            throw new BadUsage("the one benchmark there is is called lifecycle");
        }
        Options options = new Options(
                0,
                List.of(8, 16, 32),
                30,
                null,
                Path.of(System.getProperty("bench.results", "bench/results")),
                Path.of(System.getProperty("bench.app", ".anshe/app/anshe.jar")),
                Arrays.stream(System.getProperty("bench.java", "").split(" "))
                        .filter(one -> !one.isBlank())
                        .toList(),
                false,
                true,
                true,
                false);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            options = switch (name) {
                case "--hazards" -> options.hazards(number(name, rest.poll(), 0, 50_000_000));
                case "--connections" -> options.connections(Stream.of(value(name, rest.poll()).split(","))
                        .map(one -> number(name, one, 1, 256))
                        .toList());
                case "--seconds" -> options.seconds(number(name, rest.poll(), 1, 3600));
                case "--data" -> options.data(Path.of(value(name, rest.poll())).toAbsolutePath());
                case "--results" -> options.results(Path.of(value(name, rest.poll())));
                case "--accept-statements" -> options.accepting();
                case "--only-statements" -> options.withOnlyStatements();
                case "--no-words" -> options.withoutWords();
                case "--no-bare-sql" -> options.withoutBareSql();
                default -> throw new BadUsage("unknown option: " + name);
            };
        }
        return options;
    }

    static final class BadUsage extends RuntimeException {
        BadUsage(String message) {
            super(message);
        }
    }

    private static String value(String name, String value) {
        if (value == null) {
            throw new BadUsage(name + " needs a value");
        }
        return value;
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value(name, value));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadUsage(name + " takes a number from " + least + " to " + most);
    }

    private Options hazards(int n) {
        return new Options(n, connections, seconds, data, results, app, javaOptions, acceptStatements, bareSql, words, onlyStatements);
    }

    private Options connections(List<Integer> n) {
        return new Options(hazards, n, seconds, data, results, app, javaOptions, acceptStatements, bareSql, words, onlyStatements);
    }

    private Options seconds(int n) {
        return new Options(hazards, connections, n, data, results, app, javaOptions, acceptStatements, bareSql, words, onlyStatements);
    }

    private Options data(Path dir) {
        return new Options(hazards, connections, seconds, dir, results, app, javaOptions, acceptStatements, bareSql, words, onlyStatements);
    }

    private Options results(Path dir) {
        return new Options(hazards, connections, seconds, data, dir, app, javaOptions, acceptStatements, bareSql, words, onlyStatements);
    }

    private Options accepting() {
        return new Options(hazards, connections, seconds, data, results, app, javaOptions, true, bareSql, words, onlyStatements);
    }

    private Options withoutBareSql() {
        return new Options(hazards, connections, seconds, data, results, app, javaOptions, acceptStatements, false, words, onlyStatements);
    }

    private Options withoutWords() {
        return new Options(
                hazards, connections, seconds, data, results, app, javaOptions, acceptStatements, bareSql, false, onlyStatements);
    }

    private Options withOnlyStatements() {
        return new Options(
                hazards, connections, seconds, data, results, app, javaOptions, acceptStatements, bareSql, words, true);
    }
}
