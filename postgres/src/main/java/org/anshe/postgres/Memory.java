package org.anshe.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What PostgreSQL is told about memory. The console's server and whatever else runs on the machine keep the larger part;
 * pages that do not fit into the buffers are found again in the system's own cache.
 *
 * @param total bytes the machine has, or the container when it has fewer
 */
record Memory(long total) {

    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST = 256;
    private static final long MOST = 8192;

    static Memory ofMachine() {
        return new Memory(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    /** An eighth of all, but from 256 MB to 8 GB. */
    String sharedBuffers() {
        return Math.clamp(total / 8 / MEGABYTE, LEAST, MOST) + "MB";
    }

    /** What the planner may expect to be cached by buffers and system together: half of all. */
    String effectiveCacheSize() {
        return Math.max(total / 2 / MEGABYTE, LEAST) + "MB";
    }
}
