package org.anshe.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTests {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void anEighthIsForBuffersWithinLimits() {
        assertThat(new Memory(GIGABYTE).sharedBuffers()).isEqualTo("256MB");
        assertThat(new Memory(2 * GIGABYTE).sharedBuffers()).isEqualTo("256MB");
        assertThat(new Memory(16 * GIGABYTE).sharedBuffers()).isEqualTo("2048MB");
        assertThat(new Memory(64 * GIGABYTE).sharedBuffers()).isEqualTo("8192MB");
        assertThat(new Memory(512 * GIGABYTE).sharedBuffers()).isEqualTo("8192MB");
    }

    @Test
    void halfIsExpectedToBeCached() {
        assertThat(new Memory(16 * GIGABYTE).effectiveCacheSize()).isEqualTo("8192MB");
    }

    @Test
    void theMachineHasMemory() {
        assertThat(Memory.ofMachine().total()).isGreaterThan(GIGABYTE / 4);
    }
}
