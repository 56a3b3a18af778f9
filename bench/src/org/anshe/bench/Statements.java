package org.anshe.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server asks its database, read from the database's own log while somebody works alone. */
final class Statements {

    private static final String MARK = "@bench@";
    private static final Pattern EXECUTED =
            Pattern.compile("LOG:  (?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:  Parameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");

    /** Listeners that work after the answer have done so by then. */
    private static final int SETTLED_AFTER = 100;

    /** Work of the server that nobody's request asks for: sealing, waking deadlines, folding, sweeping, delivering. */
    private static final Pattern BACKGROUND = Pattern.compile(
            "audit\"?\\.\"?link|\"notification\"\\.\"delivery\"\\.\"(state|due_at)|from \"hazard\"\\.\"clock_policy\"|wake_at\"? <=|fold_hazards|delete from identity\\.session|event_publication\"? .*(completion_date is null|status in)"
                    + "|pg_try_advisory|occurrence|alter system|pg_reload_conf|import",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String DELIVERED = "UPDATE shared.EVENT_PUBLICATION";

    private final ServerUnderTest server;
    private final Path log;

    Statements(ServerUnderTest server) {
        this.server = server;
        this.log = server.data().resolve("pg.log");
    }

    /** One statement with the values it ran with; null is a null. */
    record Executed(String sql, List<String> values) {}

    interface Work {
        void run() throws Exception;
    }

    void listen(boolean on) throws IOException, SQLException, InterruptedException {
        try (Connection db = server.connect();
                Statement statement = db.createStatement()) {
            for (String setting : List.of("log_statement = 'all'", "log_line_prefix = '" + MARK + "%p '")) {
                statement.execute("alter system " + (on ? "set " + setting : "reset " + setting.split(" ")[0]));
            }
            statement.execute("select pg_reload_conf()");
        }
        // The sessions of the pool take the setting up with their next statement.
        Thread.sleep(1_500);
    }

    List<Executed> during(Work work) throws Exception {
        long from = log.toFile().length();
        work.run();
        Thread.sleep(SETTLED_AFTER);
        return parse(read(from));
    }

    private String read(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static List<Executed> parse(String text) {
        List<String> order = new ArrayList<>();
        List<Executed> statements = new ArrayList<>();
        String pending = null;
        for (String entry : text.split(MARK)) {
            int space = entry.indexOf(' ');
            if (space < 0) {
                continue;
            }
            String process = entry.substring(0, space);
            String message = entry.substring(space + 1).strip();
            Matcher executed = EXECUTED.matcher(message);
            Matcher parameters = PARAMETERS.matcher(message);
            if (executed.matches()) {
                order.add(process);
                statements.add(new Executed(executed.group(1), List.of()));
                pending = process;
            } else if (parameters.matches() && process.equals(pending)) {
                statements.set(
                        statements.size() - 1,
                        new Executed(statements.getLast().sql(), values(parameters.group(1))));
            }
        }
        return transactions(order, statements);
    }

    /**
     * Puts together what one process did in one transaction, leaves out transactions of the background, and puts those
     * of listeners last: they run beside the end of the request, sometimes before it and sometimes after.
     */
    private static List<Executed> transactions(List<String> processes, List<Executed> statements) {
        Map<String, List<Executed>> open = new LinkedHashMap<>();
        List<Executed> all = new ArrayList<>();
        List<Executed> listeners = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            String process = processes.get(i);
            Executed one = statements.get(i);
            String word = one.sql().strip().toUpperCase(java.util.Locale.ROOT);
            if (word.startsWith("BEGIN")) {
                open.put(process, new ArrayList<>(List.of(one)));
            } else if (open.containsKey(process)) {
                open.get(process).add(one);
                if (word.equals("COMMIT") || word.equals("ROLLBACK")) {
                    keep(open.remove(process), all, listeners);
                }
            } else {
                keep(List.of(one), all, listeners);
            }
        }
        all.addAll(listeners);
        return all;
    }

    private static void keep(List<Executed> transaction, List<Executed> requests, List<Executed> listeners) {
        if (transaction.stream().noneMatch(one -> BACKGROUND.matcher(one.sql()).find())) {
            boolean ofListener = transaction.stream().anyMatch(one -> one.sql().startsWith(DELIVERED));
            (ofListener ? listeners : requests).addAll(transaction);
        }
    }

    private static List<String> values(String parameters) {
        List<String> values = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(parameters);
        while (matcher.find()) {
            String value = matcher.group(2);
            values.add(value.equals("NULL") ? null : value.substring(1, value.length() - 1).replace("''", "'"));
        }
        return values;
    }
}
