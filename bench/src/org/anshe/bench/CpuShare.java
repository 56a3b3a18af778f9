package org.anshe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time from /proc: of the server, of the compiler's threads in it, of PostgreSQL with its children, of this
 * program, of the whole machine, and what its host took away.
 */
record CpuShare(double server, double compiler, double database, double load, double machine, double stolen, long at) {

    private static final double TICKS = 100;

    static CpuShare now(ServerUnderTest server) throws IOException {
        return now(server.pid(), server.databasePid(), ProcessHandle.current().pid());
    }

    static CpuShare now(long server, long database, long load) throws IOException {
        return new CpuShare(ticks(server), compilerTicks(server), tree(database), ticks(load), wholeMachine(), takenByHost(), System.nanoTime());
    }

    /** Processors in use on average since an earlier moment. */
    Map<String, Object> since(CpuShare earlier) {
        double seconds = (at - earlier.at) / 1e9;
        Map<String, Object> cores = new LinkedHashMap<>();
        cores.put("server", cores(server - earlier.server, seconds));
        cores.put("of which compiler", cores(compiler - earlier.compiler, seconds));
        cores.put("database", cores(database - earlier.database, seconds));
        cores.put("load", cores(load - earlier.load, seconds));
        cores.put("machine", cores(machine - earlier.machine, seconds));
        cores.put("stolen", cores(stolen - earlier.stolen, seconds));
        return cores;
    }

    /** Processor time for one of so many lives: it says the same on a machine that others use as well. */
    Map<String, Object> each(CpuShare earlier, long lives) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("server", cores((server - earlier.server) * 1000, Math.max(1, lives)));
        each.put("database", cores((database - earlier.database) * 1000, Math.max(1, lives)));
        each.put("load", cores((load - earlier.load) * 1000, Math.max(1, lives)));
        return each;
    }

    /** Which part of the server's processor time since an earlier moment went into compiling its own code. */
    double compiling(CpuShare earlier) {
        return (compiler - earlier.compiler) / Math.max(1, server - earlier.server);
    }

    private static double cores(double ticks, double seconds) {
        return Math.round(ticks / TICKS / seconds * 100) / 100.0;
    }

    /** User and system time of a process, without its children. */
    private static double ticks(long pid) throws IOException {
        return ticks(Path.of("/proc/" + pid + "/stat"));
    }

    private static double ticks(Path stat) throws IOException {
        try {
            String said = Files.readString(stat);
            String[] fields = said.substring(said.lastIndexOf(')') + 2).split(" ");
            return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    private static double compilerTicks(long pid) throws IOException {
        double all = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads.toList()) {
                if (name(thread).matches("C[12] Compiler.*")) {
                    all += ticks(thread.resolve("stat"));
                }
            }
        }
        return all;
    }

    private static String name(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (NoSuchFileException ended) {
            return "";
        }
    }

    /** PostgreSQL works in children; those that ended meanwhile are counted by their parent. */
    private static double tree(long postmaster) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + postmaster + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double all = ticks(postmaster) + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children)) {
            for (ProcessHandle child : children.toList()) {
                all += ticks(child.pid());
            }
        }
        return all;
    }

    /** What the host of a virtual machine gave to others meanwhile: a measurement with much of it says little. */
    private static double takenByHost() throws IOException {
        return Double.parseDouble(wholeLine()[8]);
    }

    private static String[] wholeLine() throws IOException {
        return Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
    }

    private static double wholeMachine() throws IOException {
        String[] fields = wholeLine();
        double busy = 0;
        for (int i = 1; i < fields.length; i++) {
            busy += i == 4 || i == 5 || i > 7 ? 0 : Double.parseDouble(fields[i]);
        }
        return busy;
    }
}
