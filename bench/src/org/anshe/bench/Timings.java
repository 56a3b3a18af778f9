package org.anshe.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** How long the requests of each step took. */
class Timings {

    private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new LinkedHashMap<>();
    private final LongAdder failures = new LongAdder();

    Timings(Iterable<String> steps) {
        steps.forEach(step -> nanos.put(step, new ConcurrentLinkedQueue<>()));
    }

    interface Request {
        void send() throws Exception;
    }

    void time(String step, Request request) throws Exception {
        long begun = System.nanoTime();
        request.send();
        add(step, System.nanoTime() - begun);
    }

    void add(String step, long took) {
        nanos.get(step).add(took);
    }

    void failed() {
        failures.increment();
    }

    long failures() {
        return failures.sum();
    }

    int count(String step) {
        return nanos.get(step).size();
    }

    /** Percentiles of each step in milliseconds. */
    Map<String, Object> summary() {
        Map<String, Object> all = new LinkedHashMap<>();
        nanos.forEach((step, times) -> {
            long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("count", sorted.length);
            one.put("p50", percentile(sorted, 50));
            one.put("p95", percentile(sorted, 95));
            one.put("p99", percentile(sorted, 99));
            all.put(step, one);
        });
        return all;
    }

    /** The smallest time that so many percent did not exceed. */
    private static Double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return null;
        }
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return Math.round(sorted[rank - 1] / 10_000.0) / 100.0;
    }
}
