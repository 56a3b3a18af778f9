package org.anshe.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were taken on. */
final class Machine {

    private Machine() {}

    static Map<String, Object> describe(Path data, String database) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("processor", first(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("memory", first(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("kernel", Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip());
        facts.put("fileSystem", Files.getFileStore(data).type());
        facts.put("fsyncMilliseconds", fsync(data));
        facts.put("java", System.getProperty("java.vm.version"));
        facts.put("postgresql", database);
        return facts;
    }

    private static String first(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** The middle one of a hundred times of writing a page and waiting until it is on the disk. */
    private static double fsync(Path data) throws IOException {
        Path file = Files.createTempFile(data, "fsync", "");
        long[] times = new long[100];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times.length; i++) {
                channel.write(ByteBuffer.allocate(8192), 8192L * i);
                long begun = System.nanoTime();
                channel.force(false);
                times[i] = System.nanoTime() - begun;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(times);
        return Math.round(times[50] / 10_000.0) / 100.0;
    }
}
