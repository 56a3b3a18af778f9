package org.anshe.notification.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A snapshot of the database as PostgreSQL prints it: which transactions could be seen. It is the position in the
 * stream: two of them tell exactly what came in between, in whatever order transactions committed.
 */
record Snapshot(long xmin, long xmax, Set<Long> running) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,18}:[0-9]{1,18}:([0-9]{1,18}(,[0-9]{1,18})*)?");

    static boolean isSnapshot(String text) {
        return SHAPE.matcher(text).matches();
    }

    static Snapshot parse(String text) {
        String[] parts = text.split(":", -1);
        Set<Long> running = parts[2].isEmpty()
                ? Set.of()
                : Arrays.stream(parts[2].split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Snapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
    }

    boolean sees(long transaction) {
        return transaction < xmin || (transaction < xmax && !running.contains(transaction));
    }
}
