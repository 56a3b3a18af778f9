package org.anshe.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account the server runs under. PostgreSQL refuses to run as root: started by root it runs as an existing
 * unprivileged account instead, and owns its files.
 *
 * @param name null for the account of this process
 */
record ServerAccount(@Nullable String name, int uid, int gid) {

    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody", "daemon");
    private static final Path ROOT_CACHE = Path.of("/var/cache/anshe");

    static ServerAccount choose() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerAccount(null, -1, -1);
        }
        List<String> accounts = Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.UTF_8);
        for (String wanted : UNPRIVILEGED) {
            for (String line : accounts) {
                String[] parts = line.split(":", -1);
                if (parts.length > 3 && parts[0].equals(wanted)) {
                    return new ServerAccount(wanted, Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
                }
            }
        }
        throw new IOException("PostgreSQL must not run as root and /etc/passwd names none of " + UNPRIVILEGED
                + ": start Anshe as a normal user");
    }

    /** Where the programs are unpacked. Root's own cache lies in root's home, which the account cannot enter. */
    Path cache() {
        return name == null ? Path.of(System.getProperty("user.home"), ".cache", "anshe") : ROOT_CACHE;
    }

    /** Gives the directory to the account and lets it pass through the directories above. */
    void own(Path directory) throws IOException {
        if (name != null) {
            exec(List.of("chown", "-R", uid + ":" + gid, directory.toString()));
            exec(List.of("chmod", "u+rwx", directory.toString()));
        }
    }

    void run(List<String> command) throws IOException {
        exec(asAccount(command));
    }

    void tryRun(List<String> command) throws IOException {
        start(asAccount(command));
    }

    /** The command as this account, ended by the kernel when this process dies. */
    List<String> withParentDeathSignal(List<String> command) {
        List<String> whole = new ArrayList<>();
        whole.add("setpriv");
        if (name != null) {
            whole.addAll(List.of("--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        }
        whole.addAll(List.of("--pdeathsig", "INT", "--"));
        whole.addAll(command);
        return whole;
    }

    private List<String> asAccount(List<String> command) {
        if (name == null) {
            return command;
        }
        List<String> whole =
                new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
        whole.addAll(command);
        return whole;
    }

    private static void exec(List<String> command) throws IOException {
        Outcome outcome = start(command);
        if (outcome.status() != 0) {
            throw new IOException(command.getFirst() + " ended with " + outcome.status() + ": " + outcome.output());
        }
    }

    private static Outcome start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.directory(Path.of("/").toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command.getFirst(), e);
        }
    }

    private record Outcome(int status, String output) {}
}
